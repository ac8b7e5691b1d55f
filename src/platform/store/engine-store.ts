import type { Store, UnitOptions } from "./store.ts";
import type { Unit } from "./unit.ts";

/** A store as this room sees it: what applying a schema needs beside what rooms use. */
export interface EngineStore extends Store {
  transaction<T>(unit: (tx: Unit) => Promise<T>, options?: UnitOptions): Promise<T>;
  /** What the engine's catalogue says of a table; undefined when there is none. */
  describe(unit: Unit, table: string): Promise<TableShape | undefined>;
}

export interface TableShape {
  readonly columns: ReadonlyMap<string, { readonly type: string; readonly nullable: boolean }>;
  readonly primaryKey: readonly string[];
  /** The names of the named conditions and references. */
  readonly checks: ReadonlySet<string>;
  readonly indexes: ReadonlySet<string>;
}
