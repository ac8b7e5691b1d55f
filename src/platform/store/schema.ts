import type { Table } from "./table.ts";

/**
 * A room's tables and the steps that brought them to their present shape. Steps run in order, once, each in its own
 * transaction, under the store's migration lease; a step that fails leaves the ones before it in force.
 */
export interface Schema {
  /** The room: `platform/jobs`, `trust/journal`. */
  readonly room: string;
  readonly tables: readonly Table[];
  readonly steps: readonly SchemaStep[];
}

export interface SchemaStep {
  /** Unique in the room, never changed once released: `0001-values`. */
  readonly id: string;
  up(editor: SchemaEditor): Promise<void>;
}

/** What a step may do. Each act is idempotent, so that a fresh store and an upgraded one end alike. */
export interface SchemaEditor {
  /** Creates the table as now declared, with its indexes; nothing when it is there. */
  create(table: Table): Promise<void>;
  /** Adds a declared nullable column; nothing when it is there. */
  addColumn(table: Table, column: string): Promise<void>;
  /** Brings the table's indexes to those declared: makes the missing, drops those no longer declared. */
  alignIndexes(table: Table): Promise<void>;
  /** Runs a statement that both engines read, for moving data. */
  run(sql: string): Promise<void>;
}
