import type { Schema, Table } from "../../platform/store/index.ts";
import type { Holding } from "./holding.ts";

/** A table that erasure, access and blocking would miss, and why. */
export interface UndeclaredTable {
  readonly table: string;
  readonly room: string;
  readonly why: string;
}

/**
 * Finds tables that refer to a person without a holding that answers for them (design invariant 9): a table with a
 * sealed, blind-index or pseudonym column that names no holding, or names one that does not list it; and a holding
 * that lists a table which does not exist.
 */
export function undeclaredTables(
  schemas: readonly Schema[],
  holdings: readonly Pick<Holding, "name" | "tables">[],
): UndeclaredTable[] {
  const found: UndeclaredTable[] = [];
  const known = new Set<string>();
  for (const { room, tables } of schemas) {
    for (const table of tables) {
      known.add(table.name);
      const why = whyMissed(table, holdings);
      if (why !== null) found.push({ table: table.name, room, why });
    }
  }
  for (const holding of holdings) {
    for (const table of holding.tables.filter((name) => !known.has(name))) {
      found.push({ table, room: holding.name, why: "a holding lists a table that no schema declares" });
    }
  }
  return found;
}

function whyMissed(table: Table, holdings: readonly Pick<Holding, "name" | "tables">[]): string | null {
  const classes = Object.values(table.columns).map((column) => column.class);
  if ("none" in table.holding) {
    const carries = classes.find((cls) => cls === "sealed" || cls === "blindIndex");
    if (carries !== undefined) return `it has a ${carries} column and no holding`;
    return table.holding.none.trim() === "" ? "it gives no reason for having no holding" : null;
  }
  const { by } = table.holding;
  const holding = holdings.find((item) => item.name === by);
  if (holding === undefined) return `its holding ${by} does not exist`;
  return holding.tables.includes(table.name) ? null : `its holding ${by} does not list it`;
}
