import { createHash } from "node:crypto";
import type { EngineTraits } from "./engines.ts";
import type { Column, ColumnClass, IndexDeclaration, Table } from "./table.ts";

/** The shortest sealed value, bytes: a version byte, a nonce of 12, no plaintext, a tag of 16. */
const SHORTEST_SEALED = 29;
/** A blind index, bytes: HMAC-SHA-256. */
const BLIND_INDEX = 32;

/** What keeps a plain value out of a column that must not hold one, as far as its length shows. */
const CLASS_CHECKS: Readonly<Record<ColumnClass, ((column: string) => string) | null>> = {
  sealed: (c) => `length(${c}) >= ${SHORTEST_SEALED}`,
  blindIndex: (c) => `length(${c}) = ${BLIND_INDEX}`,
  pseudonym: null,
  operational: null,
};

/** The `create table` of a declaration. */
export function createTableSql(engine: EngineTraits, table: Table): string {
  const columns = Object.entries(table.columns).map(([name, column]) =>
    columnSql(engine, table, name, column),
  );
  const key = table.primaryKey.map((name) => `"${name}"`).join(", ");
  const parts = [...columns, `primary key (${key})`, ...referenceSql(table).values()];
  return `create table "${table.name}" (${parts.join(", ")})${engine.tableOptions(table)}`;
}

/** The `add column` of a declared column. */
export function addColumnSql(engine: EngineTraits, table: Table, name: string): string {
  const column = table.columns[name];
  if (column === undefined) throw new TypeError(`${table.name} declares no column ${name}.`);
  if (!column.nullable) throw new TypeError(`${table.name}.${name} cannot be added: it is not nullable.`);
  return `alter table "${table.name}" add column ${columnSql(engine, table, name, column)}`;
}

/** The declared indexes by name, each with its `create index`. A name changes with what the index is. */
export function indexSql(table: Table): ReadonlyMap<string, string> {
  return new Map(
    table.indexes.map((index) => {
      const name = indexName(table, index);
      const columns = index.columns.map((column) => `"${column}"`).join(", ");
      const where = index.where === undefined ? "" : ` where ${index.where}`;
      const unique = index.unique === true ? "unique " : "";
      return [name, `create ${unique}index "${name}" on "${table.name}" (${columns})${where}`];
    }),
  );
}

/** The declared references by name, each as the constraint in `create table`. */
export function referenceSql(table: Table): ReadonlyMap<string, string> {
  const list = (names: readonly string[]) => names.map((name) => `"${name}"`).join(", ");
  return new Map(
    table.references.map(({ columns, table: other, to }) => {
      const name = `fk_${table.name}_${columns.join("_")}`;
      return [
        name,
        `constraint "${name}" foreign key (${list(columns)}) references "${other}" (${list(to)})`,
      ];
    }),
  );
}

/** True for a name that `indexSql` gives. */
export function isDeclaredIndexName(name: string): boolean {
  return name.startsWith("ix_");
}

function indexName(table: Table, { columns, unique, where }: IndexDeclaration): string {
  const definition = JSON.stringify([columns, unique === true, where ?? null]);
  return `ix_${table.name}_${createHash("sha256").update(definition).digest("hex").slice(0, 8)}`;
}

/** The name of a column's condition; undefined when it has none. */
export function checkName(
  engine: EngineTraits,
  table: Table,
  name: string,
  column: Column,
): string | undefined {
  return checkOf(engine, name, column) === undefined ? undefined : `ck_${table.name}_${name}`;
}

function checkOf(engine: EngineTraits, name: string, column: Column): string | undefined {
  const checks = [engine.types[column.type].check, CLASS_CHECKS[column.class]].filter(
    (check) => check !== null,
  );
  return checks.length === 0 ? undefined : checks.map((check) => check(`"${name}"`)).join(" and ");
}

function columnSql(engine: EngineTraits, table: Table, name: string, column: Column): string {
  const check = checkOf(engine, name, column);
  return [
    `"${name}"`,
    engine.types[column.type].declared,
    column.nullable ? "" : " not null",
    check === undefined ? "" : ` constraint "ck_${table.name}_${name}" check (${check})`,
  ]
    .join(" ")
    .replaceAll("  ", " ")
    .trimEnd();
}
