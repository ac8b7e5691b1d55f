import { StoreError } from "../store.errors.ts";

/** SQLSTATEs (PostgreSQL 15, appendix A) after which the same unit may succeed when it runs again. */
const SERIALISATION_FAILURES = new Set(["40001", "40P01"]);

interface PostgresError extends Error {
  readonly code: string;
  readonly table?: string;
}

function hasCode(error: unknown): error is PostgresError {
  return error instanceof Error && "code" in error && typeof error.code === "string";
}

/** True when the unit lost against another one and is to be run again. */
export function isSerialisationFailure(error: unknown): boolean {
  return error instanceof StoreError
    ? isSerialisationFailure(error.cause)
    : hasCode(error) && SERIALISATION_FAILURES.has(error.code);
}

/** True when the connection can be used no more. */
export function isConnectionLoss(error: unknown): boolean {
  return error instanceof StoreError && error.code === "store-unavailable";
}

/**
 * A PostgreSQL error as the store's own. The server's texts and details quote values, so only the code and names are
 * kept, and the message of errors about the SQL itself (class 42).
 */
export function storeErrorOf(error: unknown): unknown {
  if (error instanceof StoreError || !(error instanceof Error)) return error;
  if (!hasCode(error)) return new StoreError("store-unavailable", error.message);
  const { code, table } = error;
  if (!/^[0-9A-Z]{5}$/.test(code)) return new StoreError("store-unavailable", code);
  if (SERIALISATION_FAILURES.has(code)) return new StoreError("store-busy", code, { cause: bare(code) });
  if (code === "23505") return new StoreError("conflict", table);
  if (code.startsWith("23"))
    return new StoreError("store-refused", table === undefined ? code : `${table} ${code}`);
  if (code.startsWith("22")) return new StoreError("store-refused", code);
  if (code === "57014") return new StoreError("store-timeout");
  if (code === "55P03" || code === "53300") return new StoreError("store-busy", code);
  if (code === "53100") return new StoreError("store-full");
  if (code === "XX001" || code === "XX002") return new StoreError("store-corrupt", code);
  if (code.startsWith("08") || code.startsWith("57P") || code.startsWith("28") || code.startsWith("53")) {
    return new StoreError("store-unavailable", code);
  }
  if (code.startsWith("42")) return new StoreError("store-failed", `${code} ${error.message}`);
  return new StoreError("store-failed", code);
}

/** The code alone: an error that holds none of the server's words. */
function bare(code: string): Error {
  return Object.assign(new Error(code), { code });
}
