import type { EngineTraits } from "./engines.ts";
import { Statement } from "./statement.ts";
import type { Column, Row, Table } from "./table.ts";

/** Row counts that get a statement of their own: each up to 32, and blocks of 256. It bounds the number of statements. */
const SINGLE_COUNTS = 32;
const BLOCK = 256;

interface Inserts {
  readonly names: readonly string[];
  readonly columns: readonly Column[];
  readonly byCount: Map<number, Statement>;
}

const cache = new WeakMap<Table, Record<EngineTraits["name"], Inserts>>();

/** One statement of an insert, with its values in order. */
export interface InsertPart {
  readonly statement: Statement;
  readonly values: unknown[];
}

/** The statements that insert `rows`, compiled once for each table, engine and count. */
export function insertParts<T extends Table>(
  engine: EngineTraits,
  table: T,
  rows: readonly Row<T>[],
): InsertPart[] {
  const inserts = insertsOf(table, engine);
  const block = Math.min(BLOCK, Math.floor(engine.maxParameters / inserts.names.length));
  const parts: InsertPart[] = [];
  for (let from = 0; from < rows.length; ) {
    const left = rows.length - from;
    const count = left >= block ? block : Math.min(left, SINGLE_COUNTS);
    parts.push({
      statement: statementFor(inserts, table, engine, count),
      values: valuesOf(inserts, rows, from, count),
    });
    from += count;
  }
  return parts;
}

function insertsOf(table: Table, engine: EngineTraits): Inserts {
  let known = cache.get(table);
  if (known === undefined) {
    const names = Object.keys(table.columns);
    const columns = Object.values(table.columns);
    known = {
      sqlite: { names, columns, byCount: new Map() },
      postgres: { names, columns, byCount: new Map() },
    };
    cache.set(table, known);
  }
  return known[engine.name];
}

function statementFor(inserts: Inserts, table: Table, engine: EngineTraits, count: number): Statement {
  const known = inserts.byCount.get(count);
  if (known !== undefined) return known;
  const width = inserts.names.length;
  const rows = Array.from({ length: count }, (_, row) => {
    const places = inserts.names.map((_name, i) => engine.placeholder(row * width + i + 1));
    return `(${places.join(",")})`;
  });
  const names = inserts.names.map((name) => `"${name}"`).join(",");
  const made = new Statement(`insert into "${table.name}" (${names}) values ${rows.join(",")}`, true);
  inserts.byCount.set(count, made);
  return made;
}

function valuesOf<T extends Table>(
  { names, columns }: Inserts,
  rows: readonly Row<T>[],
  from: number,
  count: number,
): unknown[] {
  const width = names.length;
  const values: unknown[] = [];
  for (let r = from; r < from + count; r++) {
    const row = rows[r] as Readonly<Record<string, unknown>>;
    for (let c = 0; c < width; c++) {
      const value = row[names[c] as string];
      if (value === undefined) throw new TypeError(`A row to insert has no ${names[c]}.`);
      values.push(value !== null && (columns[c] as Column).type === "json" ? JSON.stringify(value) : value);
    }
  }
  return values;
}
