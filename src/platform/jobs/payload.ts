import { JobError } from "./jobs.errors.ts";

/** Identifiers and codes: no space, no `@`, no `+`, no letter outside ASCII, so no name, address or sentence. */
const CODE = /^[A-Za-z0-9._:-]{1,64}$/;
const MAX_BYTES = 2048;
const MAX_DEPTH = 3;

/**
 * Refuses a payload that could carry somebody's words. Jobs lie in the database in clear: they name rows, and the
 * handler opens those under a permit of its own.
 * @throws JobError `job-payload`
 */
export function requireCodesOnly(payload: unknown, kind: string): void {
  if (!isCodes(payload, MAX_DEPTH) || JSON.stringify(payload).length > MAX_BYTES) {
    throw new JobError("job-payload", kind);
  }
}

function isCodes(value: unknown, depth: number): boolean {
  if (value === null || typeof value === "boolean") return true;
  if (typeof value === "number") return Number.isFinite(value);
  if (typeof value === "string") return CODE.test(value);
  if (typeof value !== "object" || depth === 0) return false;
  if (Array.isArray(value)) return value.every((item) => isCodes(item, depth - 1));
  if (Object.getPrototypeOf(value) !== Object.prototype) return false;
  return Object.entries(value).every(([key, item]) => CODE.test(key) && isCodes(item, depth - 1));
}
