import pg from "pg";
import { StoreError } from "../store.errors.ts";

/** SQLSTATEs (PostgreSQL 15, appendix A) after which the same unit may succeed when it runs again. */
const SERIALISATION_FAILURES = new Set(["40001", "40P01"]);

/** What the pool says when all its connections stayed in use. */
const POOL_EXHAUSTED = "timeout exceeded when trying to connect";

/** What the driver says of a statement that came after the connection was lost. */
const NEVER_SENT = "Client has encountered a connection error and is not queryable";

/** What follows when another process has changed a table that a connection had a statement prepared for. */
const STALE_PLAN = "0A000";

/** True when the unit may succeed if it is run again. */
export function isWorthRepeating(error: unknown): boolean {
  return (
    (error instanceof StoreError && SERIALISATION_FAILURES.has(error.detail ?? "")) || hasStalePlan(error)
  );
}

/** True when the connection holds statements that no longer fit their tables. */
export function hasStalePlan(error: unknown): boolean {
  return error instanceof StoreError && error.code === "store-busy" && error.detail === STALE_PLAN;
}

/** True when the server cannot have heard of what failed. */
export function wasNeverSent(error: unknown): boolean {
  return error instanceof StoreError && error.detail === NEVER_SENT;
}

/** True when the connection can be used no more. */
export function isConnectionLoss(error: unknown): boolean {
  return error instanceof StoreError && error.code === "store-unavailable";
}

/**
 * What the driver threw as the store's own error; a mistake of ours (a TypeError, a RangeError) as it is. The server's
 * texts quote values, so of those only the code and names are kept, and the text of errors about the SQL itself.
 */
export function storeErrorOf(error: unknown): unknown {
  if (error instanceof pg.DatabaseError) return serverError(error.code ?? "", error);
  if (error instanceof StoreError || !(error instanceof Error)) return error;
  if (error.message === POOL_EXHAUSTED) return new StoreError("store-busy");
  if ("syscall" in error && "code" in error) return new StoreError("store-unavailable", String(error.code));
  return error.constructor === Error ? new StoreError("store-unavailable", error.message) : error;
}

function serverError(state: string, { table, message }: pg.DatabaseError): StoreError {
  if (SERIALISATION_FAILURES.has(state)) return new StoreError("store-busy", state);
  switch (state) {
    case "23505":
      return new StoreError("conflict", table);
    case "57014":
      return new StoreError("store-timeout");
    case STALE_PLAN:
      return new StoreError(message.startsWith("cached plan") ? "store-busy" : "store-failed", state);
    case "55P03":
    case "53300":
      return new StoreError("store-busy", state);
    case "53100":
      return new StoreError("store-full");
    case "XX001":
    case "XX002":
      return new StoreError("store-corrupt", state);
    default:
      return serverErrorOfClass(state.slice(0, 2), state, table, message);
  }
}

function serverErrorOfClass(
  group: string,
  state: string,
  table: string | undefined,
  message: string,
): StoreError {
  switch (group) {
    case "22":
    case "23":
      return new StoreError("store-refused", table === undefined ? state : `${table} ${state}`);
    case "08":
    case "28":
    case "53":
    case "57":
    case "58":
      return new StoreError("store-unavailable", state);
    case "42":
      return new StoreError("store-failed", `${state} ${message}`);
    default:
      return new StoreError("store-failed", state);
  }
}
