import { CryptoError } from "./crypto.errors.ts";

/** Deeper than anything of ours, shallow enough that no input exhausts the stack. */
const MAX_DEPTH = 128;

/**
 * The canonical JSON of a value: RFC 8785 narrowed to safe integers, so that the same value has the same bytes
 * everywhere. Members are sorted by UTF-16 code units (3.2.3); strings are escaped as ECMAScript does (3.2.2.2).
 * @throws CryptoError `not-canonical` for a fraction, a number past 2^53, NaN, undefined, a lone surrogate, a class
 *   instance, a cycle, or more than 128 levels
 */
export function canonicalJson(value: unknown): string {
  return write(value, 0);
}

function write(value: unknown, depth: number): string {
  if (depth > MAX_DEPTH) throw new CryptoError("not-canonical", "too deep");
  switch (typeof value) {
    case "string":
      return text(value);
    case "number":
      if (!Number.isSafeInteger(value)) throw new CryptoError("not-canonical", "not a safe integer");
      return JSON.stringify(value);
    case "boolean":
      return value ? "true" : "false";
    case "object":
      if (value === null) return "null";
      return Array.isArray(value) ? list(value, depth) : members(value, depth);
    default:
      throw new CryptoError("not-canonical", typeof value);
  }
}

function text(value: string): string {
  if (!value.isWellFormed()) throw new CryptoError("not-canonical", "lone surrogate");
  return JSON.stringify(value);
}

function list(value: readonly unknown[], depth: number): string {
  // Array.from visits holes too, as undefined, which is refused.
  return `[${Array.from(value, (item) => write(item, depth + 1)).join(",")}]`;
}

function members(value: object, depth: number): string {
  const prototype: unknown = Object.getPrototypeOf(value);
  if (prototype !== Object.prototype && prototype !== null) {
    throw new CryptoError("not-canonical", "class instance");
  }
  if (Object.getOwnPropertySymbols(value).length > 0) throw new CryptoError("not-canonical", "symbol");
  const entries = Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1));
  return `{${entries.map(([name, item]) => `${text(name)}:${write(item, depth + 1)}`).join(",")}}`;
}
