import { StoreError } from "../store.errors.ts";

/** The result codes of https://www.sqlite.org/rescode.html that mean something to a caller. */
const BUSY = 5;
const LOCKED = 6;
const NO_MEMORY = 7;
const READ_ONLY = 8;
const IO_ERROR = 10;
const CORRUPT = 11;
const FULL = 13;
const CANNOT_OPEN = 14;
const PROTOCOL = 15;
const CONSTRAINT = 19;
const NOT_A_DATABASE = 26;
const CONSTRAINT_PRIMARY_KEY = 1555;
const CONSTRAINT_UNIQUE = 2067;
const CONSTRAINT_ROWID = 2579;

interface SqliteError extends Error {
  readonly errcode: number;
}

function isSqliteError(error: unknown): error is SqliteError {
  return error instanceof Error && "errcode" in error && typeof error.errcode === "number";
}

/** True when another connection held the lock: trying again later may succeed. */
export function isBusy(error: unknown): boolean {
  if (!isSqliteError(error)) return false;
  const primary = error.errcode & 0xff;
  return primary === BUSY || primary === LOCKED || primary === PROTOCOL;
}

/** A SQLite error as the store's own; anything else as it is. SQLite's messages name tables and columns, not values. */
export function storeErrorOf(error: unknown): unknown {
  if (!isSqliteError(error)) return error;
  switch (error.errcode & 0xff) {
    case BUSY:
    case LOCKED:
    case PROTOCOL:
      return new StoreError("store-busy", undefined, { cause: error });
    case FULL:
      return new StoreError("store-full", undefined, { cause: error });
    case CORRUPT:
    case NOT_A_DATABASE:
      return new StoreError("store-corrupt", undefined, { cause: error });
    case NO_MEMORY:
    case READ_ONLY:
    case IO_ERROR:
    case CANNOT_OPEN:
      return new StoreError("store-unavailable", error.message, { cause: error });
    case CONSTRAINT:
      return constraintError(error);
    default:
      return new StoreError("store-failed", error.message, { cause: error });
  }
}

function constraintError(error: SqliteError): StoreError {
  switch (error.errcode) {
    case CONSTRAINT_UNIQUE:
    case CONSTRAINT_PRIMARY_KEY:
    case CONSTRAINT_ROWID:
      return new StoreError("conflict", /failed: (?:index ')?(\w+)/.exec(error.message)?.[1], {
        cause: error,
      });
    default:
      return new StoreError("store-refused", error.message, { cause: error });
  }
}
