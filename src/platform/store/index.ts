export type { EngineName, EngineTraits } from "./engines.ts";
export { openPostgresStore, openStore, type StoreOptions } from "./open-store.ts";
export type { PostgresStoreOptions } from "./postgres/open-postgres-store.ts";
export { keepRows, lockRows, type Parameters, type Prepared, prepare } from "./prepare.ts";
export type { Schema, SchemaEditor, SchemaStep } from "./schema.ts";
export { openSqliteStore, type SqliteStoreOptions } from "./sqlite/open-sqlite-store.ts";
export { STORE_ERRORS, StoreError, type StoreErrorCode } from "./store.errors.ts";
export { type Reader, type Store, type Transaction, UNHURRIED, type UnitOptions } from "./store.ts";
export {
  type BlindIndex,
  blindIndex,
  type Column,
  type ColumnClass,
  type Columns,
  defineTable,
  operational,
  type Pseudonym,
  pseudonym,
  type Row,
  type SealedValue,
  sealed,
  type Table,
  type Tables,
} from "./table.ts";
