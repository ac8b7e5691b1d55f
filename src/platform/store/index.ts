export { ENGINES, type EngineName, type EngineTraits } from "./engines.ts";
export type { Schema, SchemaEditor, SchemaStep } from "./schema.ts";
export { STORE_ERRORS, StoreError, type StoreErrorCode } from "./store.errors.ts";
export type { Parameters, Prepared, Reader, Store, Transaction, UnitOptions } from "./store.ts";
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
