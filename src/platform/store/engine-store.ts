import type { Store, UnitOptions } from "./store.ts";
import type { Unit } from "./unit.ts";

/** A store as this room sees it: what applying a schema needs beside what rooms use. */
export interface EngineStore extends Store {
  transaction<T>(unit: (tx: Unit) => Promise<T>, options?: UnitOptions): Promise<T>;
  /** What the engine's catalogue says of these tables, by name, as far as they are there. */
  describe(unit: Unit, tables: readonly string[]): Promise<ReadonlyMap<string, TableShape>>;
}

export interface TableShape {
  readonly columns: ReadonlyMap<string, { readonly type: string; readonly nullable: boolean }>;
  readonly primaryKey: readonly string[];
  /** The names of the named conditions and references. */
  readonly checks: ReadonlySet<string>;
  readonly indexes: ReadonlySet<string>;
}
