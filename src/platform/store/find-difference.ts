import type { EngineStore, TableShape } from "./engine-store.ts";
import type { EngineTraits } from "./engines.ts";
import type { Schema } from "./schema.ts";
import { checkName, indexSql, isDeclaredIndexName, referenceSql } from "./table-ddl.ts";
import type { Table } from "./table.ts";
import type { Unit } from "./unit.ts";

/** The first way in which the database's tables differ from those declared, in words; undefined when they agree. */
export async function findDifference(
  store: EngineStore,
  tx: Unit,
  schemas: readonly Schema[],
): Promise<string | undefined> {
  const tables = schemas.flatMap((schema) => schema.tables);
  const shapes = await store.describe(
    tx,
    tables.map(({ name }) => name),
  );
  for (const table of tables) {
    const shape = shapes.get(table.name);
    const difference = shape === undefined ? "is missing" : differenceOf(store.engine, table, shape);
    if (difference !== undefined) return `${table.name} ${difference}`;
  }
  return undefined;
}

function differenceOf(engine: EngineTraits, table: Table, shape: TableShape): string | undefined {
  for (const [name, column] of Object.entries(table.columns)) {
    const there = shape.columns.get(name);
    if (there === undefined) return `has no column ${name}`;
    if (there.type !== engine.types[column.type].catalogued) return `has another type for ${name}`;
    if (there.nullable !== column.nullable) return `has another rule about nulls for ${name}`;
    const check = checkName(engine, table, name, column);
    if (check !== undefined && !shape.checks.has(check)) return `does not check ${name}`;
  }
  for (const name of shape.columns.keys()) {
    if (!Object.hasOwn(table.columns, name)) return `has an undeclared column ${name}`;
  }
  if (shape.primaryKey.join() !== table.primaryKey.join()) return "has another primary key";
  for (const name of referenceSql(table).keys()) {
    if (!shape.checks.has(name)) return `does not check ${name}`;
  }
  const indexes = indexSql(table);
  for (const name of indexes.keys()) if (!shape.indexes.has(name)) return `has no index ${name}`;
  for (const name of shape.indexes) {
    if (isDeclaredIndexName(name) && !indexes.has(name)) return `has an undeclared index ${name}`;
  }
  return undefined;
}
