import type { Random } from "../../platform/random/index.ts";

/** Crockford's base 32: no letter that is read as a digit, so that it survives a telephone. */
const ALPHABET = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";

/** A fresh reference of 40 random bits: `7K4Q-X9M2`. Says nothing of whom or when. */
export function newReference(random: Random): string {
  const letters = Array.from(random.bytes(8), (byte) => ALPHABET[byte % 32] as string).join("");
  return `${letters.slice(0, 4)}-${letters.slice(4)}`;
}

/** A reference as somebody typed it, in its written form; null when it cannot be one. */
export function parseReference(typed: string): string | null {
  const letters = typed
    .toUpperCase()
    .replaceAll(/[\s-]/gu, "")
    .replaceAll("O", "0")
    .replaceAll(/[IL]/gu, "1");
  if (letters.length !== 8 || [...letters].some((letter) => !ALPHABET.includes(letter))) return null;
  return `${letters.slice(0, 4)}-${letters.slice(4)}`;
}
