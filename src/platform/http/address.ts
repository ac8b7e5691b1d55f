/** An Internet address in one form, whatever text it came in (clause 1.1.7). */
export interface Address {
  readonly family: 4 | 6;
  /** 4 or 16 bytes, in network order. */
  readonly bytes: Uint8Array;
  /** Dotted decimal, or RFC 5952 (lower case, longest run of zeros as `::`). */
  readonly text: string;
}

/**
 * Reads an IPv4, IPv6 or IPv4-mapped IPv6 address; a mapped one becomes the IPv4 address that it is. A zone
 * (`%eth0`) is dropped. Null for anything else, octal and shortened IPv4 among it.
 */
export function parseAddress(text: string): Address | null {
  const bytes = text.includes(":") ? parse6(text.replace(/%[\w.-]{1,32}$/, "")) : parse4(text);
  if (bytes === null) return null;
  if (bytes.length === 16 && isMapped(bytes)) return make(bytes.slice(12));
  return make(bytes);
}

/** What an address is shown as: whole for security alone, else its network of 24 or 48 bits (clause itsectr-privacy/1.1.7). */
export function shownAddress({ family, bytes, text }: Address, purpose: string): string {
  if (purpose === "security") return text;
  const kept = family === 4 ? 3 : 6;
  const network = Uint8Array.from(bytes, (byte, i) => (i < kept ? byte : 0));
  return `${make(network).text}/${kept * 8}`;
}

function make(bytes: Uint8Array): Address {
  return bytes.length === 4
    ? { family: 4, bytes, text: bytes.join(".") }
    : { family: 6, bytes, text: write6(bytes) };
}

function isMapped(bytes: Uint8Array): boolean {
  return bytes.subarray(0, 10).every((byte) => byte === 0) && bytes[10] === 0xff && bytes[11] === 0xff;
}

function parse4(text: string): Uint8Array | null {
  const parts = text.split(".");
  if (parts.length !== 4) return null;
  const bytes = new Uint8Array(4);
  for (const [i, part] of parts.entries()) {
    if (!/^(?:0|[1-9]\d{0,2})$/.test(part) || Number(part) > 255) return null;
    bytes[i] = Number(part);
  }
  return bytes;
}

function parse6(text: string): Uint8Array | null {
  const halves = text.split("::");
  if (halves.length > 2 || text.length > 45) return null;
  const head = groups(halves[0] ?? "", halves.length === 1);
  const tail = halves.length === 2 ? groups(halves[1] ?? "", true) : [];
  if (head === null || tail === null) return null;
  const missing = 8 - head.length - tail.length;
  if (halves.length === 1 ? missing !== 0 : missing < 1) return null;
  const all = [...head, ...Array.from({ length: missing }, () => 0), ...tail];
  const bytes = new Uint8Array(16);
  for (const [i, group] of all.entries()) {
    bytes[i * 2] = group >> 8;
    bytes[i * 2 + 1] = group & 0xff;
  }
  return bytes;
}

function groups(text: string, last: boolean): number[] | null {
  if (text === "") return [];
  const found: number[] = [];
  const parts = text.split(":");
  for (const [i, part] of parts.entries()) {
    if (part.includes(".")) {
      const four = last && i === parts.length - 1 ? parse4(part) : null;
      if (four === null) return null;
      const [a = 0, b = 0, c = 0, d = 0] = four;
      found.push(a * 256 + b, c * 256 + d);
    } else {
      if (!/^[0-9a-f]{1,4}$/i.test(part)) return null;
      found.push(Number.parseInt(part, 16));
    }
  }
  return found;
}

function write6(bytes: Uint8Array): string {
  const groups16 = Array.from({ length: 8 }, (_, i) => (bytes[i * 2] ?? 0) * 256 + (bytes[i * 2 + 1] ?? 0));
  let start = -1;
  let length = 1;
  for (let i = 0; i < 8; i++) {
    let run = 0;
    while (i + run < 8 && groups16[i + run] === 0) run++;
    if (run > length) [start, length] = [i, run];
  }
  const hex = (part: readonly number[]) => part.map((group) => group.toString(16)).join(":");
  return start < 0
    ? hex(groups16)
    : `${hex(groups16.slice(0, start))}::${hex(groups16.slice(start + length))}`;
}
