import { sql } from "kysely";
import type { Store } from "../src/platform/store/index.ts";

type AnyRow = Record<string, unknown>;

/** What was done behind everybody's back, and can be undone. */
export interface Tampering {
  undo(): Promise<void>;
}

/** Changes columns of the rows that `where` names, past every rule of the product: one SQL statement. */
export async function tamper(
  store: Store,
  table: string,
  where: Readonly<AnyRow>,
  set: Readonly<AnyRow>,
): Promise<Tampering> {
  const change = (values: Readonly<AnyRow>, which: Readonly<AnyRow>) =>
    store.transaction(async (tx) => {
      let update = tx.query<Record<string, AnyRow>>().updateTable(table).set(values);
      for (const [column, value] of Object.entries(which)) update = update.where(column, "=", value);
      await update.execute();
    });
  const before = await rowsOf(store, table, where);
  if (before.length === 0) throw new Error(`There is no such row in ${table}.`);
  await change(set, where);
  return {
    async undo() {
      for (const row of before) {
        const key = Object.fromEntries(keyOf(table, row).map((column) => [column, row[column]]));
        await change(Object.fromEntries(Object.keys(set).map((column) => [column, row[column]])), key);
      }
    },
  };
}

/** Removes the rows that `where` names. Undoing puts them back. */
export async function remove(store: Store, table: string, where: Readonly<AnyRow>): Promise<Tampering> {
  const before = await rowsOf(store, table, where);
  if (before.length === 0) throw new Error(`There is no such row in ${table}.`);
  await store.transaction(async (tx) => {
    let removal = tx.query<Record<string, AnyRow>>().deleteFrom(table);
    for (const [column, value] of Object.entries(where)) removal = removal.where(column, "=", value);
    await removal.execute();
  });
  return { undo: () => put(store, table, before) };
}

/** Puts rows into a table. Undoing takes them out. */
export async function plant(store: Store, table: string, rows: readonly AnyRow[]): Promise<Tampering> {
  await put(store, table, rows);
  return {
    async undo() {
      for (const row of rows) {
        const key = Object.fromEntries(keyOf(table, row).map((column) => [column, row[column]]));
        await remove(store, table, key);
      }
    },
  };
}

/** A table that no room has declared, with one text in it. */
export async function plantTable(store: Store, name: string, text: string): Promise<Tampering> {
  const run = (statement: ReturnType<typeof sql>) =>
    store.transaction((tx) => statement.execute(tx.query<Record<string, AnyRow>>()));
  await run(sql`create table ${sql.table(name)} (line text)`);
  await run(sql`insert into ${sql.table(name)} (line) values (${text})`);
  return { undo: async () => void (await run(sql`drop table ${sql.table(name)}`)) };
}

export async function rowsOf(store: Store, table: string, where: Readonly<AnyRow>): Promise<AnyRow[]> {
  return store.read(async (reader) => {
    let query = reader.query<Record<string, AnyRow>>().selectFrom(table).selectAll();
    for (const [column, value] of Object.entries(where)) query = query.where(column, "=", value);
    return query.execute();
  });
}

function keyOf(table: string, row: AnyRow): string[] {
  const keys: Record<string, string[]> = {
    journal_entry: ["position"],
    publication_version: ["number"],
    publication_document: ["version", "code", "language"],
    publication_call_off: ["version"],
    vault_key: ["version"],
  };
  const found = keys[table] ?? ["id"];
  if (found.some((column) => !(column in row))) throw new Error(`${table} has another key.`);
  return found;
}

async function put(store: Store, table: string, rows: readonly AnyRow[]): Promise<void> {
  const asStored = rows.map((row) =>
    Object.fromEntries(
      Object.entries(row).map(([column, value]) => [
        column,
        isJson(value) ? JSON.stringify(value) : bound(store, value),
      ]),
    ),
  );
  await store.transaction((tx) =>
    tx.query<Record<string, AnyRow>>().insertInto(table).values(asStored).execute(),
  );
}

function isJson(value: unknown): boolean {
  return typeof value === "object" && value !== null && !(value instanceof Uint8Array);
}

function bound({ engine }: Store, value: unknown): unknown {
  return typeof value === "boolean" && engine.name === "sqlite" ? Number(value) : value;
}
