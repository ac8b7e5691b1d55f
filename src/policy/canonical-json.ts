import { PolicyError } from "./policy.errors.ts";

/**
 * The one text of a value: RFC 8785 for the values that a policy may hold (text, safe integers, true, false, null,
 * lists, plain objects). Equal values give equal bytes, so their hash names them.
 * @throws PolicyError `not-canonical` for anything else: functions, fractions, undefined, lone surrogates, cycles
 */
export function canonicalJson(value: unknown): string {
  return write(value, "$", new Set());
}

function write(value: unknown, place: string, above: Set<object>): string {
  if (value === null || value === true || value === false) return String(value);
  if (typeof value === "string") {
    if (!value.isWellFormed()) throw new PolicyError("not-canonical", place);
    return JSON.stringify(value);
  }
  if (typeof value === "number" && Number.isSafeInteger(value)) return String(value === 0 ? 0 : value);
  if (typeof value !== "object") throw new PolicyError("not-canonical", place);
  if (above.has(value)) throw new PolicyError("not-canonical", place);
  const inside = new Set(above).add(value);
  if (Array.isArray(value)) {
    return `[${value.map((item: unknown, i) => write(item, `${place}[${i}]`, inside)).join(",")}]`;
  }
  const prototype: unknown = Object.getPrototypeOf(value);
  if (prototype !== Object.prototype && prototype !== null) throw new PolicyError("not-canonical", place);
  const entries = Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1));
  return `{${entries.map(([k, v]) => `${JSON.stringify(k)}:${write(v, `${place}.${k}`, inside)}`).join(",")}}`;
}
