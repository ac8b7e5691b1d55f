import { DatabaseSync } from "node:sqlite";
import pg from "pg";

type AnyRow = Readonly<Record<string, unknown>>;

/**
 * Every value of every table, as bytes: what an engine has split over pages, or compressed (PostgreSQL, out of line),
 * stands here in one piece.
 */
export async function dumpPostgres(url: string): Promise<Buffer> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    const { rows: tables } = await client.query<{ name: string }>(
      `select format('%I.%I', schemaname, tablename) as name from pg_tables
       where schemaname not in ('pg_catalog', 'information_schema')`,
    );
    const parts: Buffer[] = [];
    for (const { name } of tables)
      parts.push(written((await client.query<AnyRow>(`select * from ${name}`)).rows));
    return Buffer.concat(parts);
  } finally {
    await client.end();
  }
}

export function dumpSqlite(file: string): Buffer {
  const database = new DatabaseSync(file, { readOnly: true });
  try {
    const tables = database.prepare("select name from sqlite_schema where type = 'table'").all();
    return Buffer.concat(
      tables.map(({ name }) => written(database.prepare(`select * from "${String(name)}"`).all())),
    );
  } finally {
    database.close();
  }
}

function written(rows: readonly AnyRow[]): Buffer {
  return Buffer.concat(
    rows.flatMap((row) => Object.values(row).flatMap((value) => [bytesOf(value), Buffer.from("\n")])),
  );
}

function bytesOf(value: unknown): Buffer {
  if (value instanceof Uint8Array) return Buffer.from(value);
  return Buffer.from(typeof value === "string" ? value : (JSON.stringify(value) ?? ""));
}
