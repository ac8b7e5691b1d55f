import { randomFillSync } from "node:crypto";

/** Randomness as an argument: nothing outside platform/ asks the machine for it. */
export interface Random {
  /** `length` fresh cryptographically random bytes, owned by the caller. */
  bytes(length: number): Uint8Array<ArrayBuffer>;
}

const POOL_SIZE = 8192;

/** The machine's generator, drawn in blocks: one system call serves hundreds of nonces. */
export class SystemRandom implements Random {
  readonly #pool = new Uint8Array(POOL_SIZE);
  #used = POOL_SIZE;

  bytes(length: number): Uint8Array<ArrayBuffer> {
    if (length > POOL_SIZE / 8) return randomFillSync(new Uint8Array(length));
    if (this.#used + length > POOL_SIZE) {
      randomFillSync(this.#pool);
      this.#used = 0;
    }
    const out = this.#pool.slice(this.#used, this.#used + length);
    this.#pool.fill(0, this.#used, this.#used + length);
    this.#used += length;
    return out;
  }
}

export const systemRandom: Random = new SystemRandom();

const HEX = Array.from({ length: 256 }, (_, byte) => byte.toString(16).padStart(2, "0"));

/**
 * A UUID of version 7 (RFC 9562, section 5.7): 48 bits of `now` in ms, 74 random bits.
 * Sorts by time to the millisecond, which keeps index inserts at the right-hand edge.
 */
export function uuidv7(now: number, random: Random): string {
  const b = random.bytes(16);
  let rest = now;
  for (let i = 5; i >= 0; i--) {
    b[i] = rest % 256;
    rest = Math.floor(rest / 256);
  }
  b[6] = ((b[6] as number) & 0x0f) | 0x70;
  b[8] = ((b[8] as number) & 0x3f) | 0x80;
  let out = "";
  for (let i = 0; i < 16; i++) {
    if (i === 4 || i === 6 || i === 8 || i === 10) out += "-";
    out += HEX[b[i] as number];
  }
  return out;
}

/** A UUID of version 4 (RFC 9562, section 5.4): 122 random bits. For shard keys, where time must not show. */
export function uuidv4(random: Random): string {
  const b = random.bytes(16);
  b[6] = ((b[6] as number) & 0x0f) | 0x40;
  b[8] = ((b[8] as number) & 0x3f) | 0x80;
  let out = "";
  for (let i = 0; i < 16; i++) {
    if (i === 4 || i === 6 || i === 8 || i === 10) out += "-";
    out += HEX[b[i] as number];
  }
  return out;
}
