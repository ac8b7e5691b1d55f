import { type RawBuilder, sql } from "kysely";
import type { Column, Reader, Table } from "../../../platform/store/index.ts";
import { type Batch, inTurn, type LiveCheck } from "../live-check.ts";
import { namesSomebody } from "../personal-patterns.ts";

/** Rows of one read: each is looked at whole. */
const ROWS = 200;

/** What the published texts, signed notes and words of the operator's own may say: contacts among them. */
const PUBLIC = ["publication_version", "publication_document", "promise_note"];

/** Of a table that nobody declared no key is known: so many of its rows are looked at. */
const UNDECLARED_ROWS = 1000;

/** Random bytes before the text of a journal's leaf. */
const SALT = 16;

const UUID = /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;
const READABLE = /^[\P{Cc}\t\r\n]*$/u;

/**
 * No value of a person lies in any table in clear: what is declared sealed is ciphertext, what is declared an index or
 * a pseudonym is one, and nothing else reads like an address or a telephone number. Tables that no room declared are
 * looked through too. Clauses itsectr-privacy/1.1.2, 3.1, img-privacy/2.8 (design invariant 2).
 */
export const nothingInClear: LiveCheck = {
  code: "nothing-in-clear",
  counts: {
    en: "In every table, what belongs to a person is ciphertext, and nothing else reads like an address or a telephone number.",
    ru: "В каждой таблице всё, что принадлежит человеку, зашифровано, и ничто другое не похоже на адрес или телефон.",
  },
  recount: ({ store, schemas }, after) =>
    store.read(async (reader) => {
      const tables = schemas.flatMap((schema) => schema.tables).filter(({ name }) => !PUBLIC.includes(name));
      const declared = new Set([...tables.map(({ name }) => name), ...PUBLIC]);
      return inTurn(after, {
        ...Object.fromEntries(
          tables.map((table) => [table.name, (at: string | null) => countTable(reader, table, at)]),
        ),
        "other tables": () => countUndeclared(reader, declared),
      });
    }),
};

type AnyRow = Readonly<Record<string, unknown>>;

/** Goes through a table in the order of its key, by row values (SQL:1999, 7.1). */
async function countTable(reader: Reader, table: Table, after: string | null): Promise<Batch> {
  const key = sql.join(table.primaryKey.map((column) => sql.ref(column)));
  const behind: RawBuilder<boolean> =
    after === null
      ? sql`1 = 1`
      : sql`(${key}) > (${sql.join((JSON.parse(after) as unknown[]).map(fromCursor))})`;
  const rows = await reader
    .query<Record<string, AnyRow>>()
    .selectFrom(table.name)
    .selectAll()
    .where(behind)
    .orderBy(key)
    .limit(ROWS)
    .execute();
  const last = rows.length < ROWS ? undefined : rows.at(-1);
  return {
    examined: rows.length,
    broken: rows.filter((row) => isInClear(row, table)).length,
    next:
      last === undefined ? null : JSON.stringify(table.primaryKey.map((column) => toCursor(last[column]))),
  };
}

function toCursor(value: unknown): unknown {
  return value instanceof Uint8Array ? { hex: Buffer.from(value).toString("hex") } : value;
}

function fromCursor(value: unknown): unknown {
  return typeof value === "object" && value !== null && "hex" in value
    ? Buffer.from(String(value.hex), "hex")
    : value;
}

function isInClear(row: AnyRow, table: Table): boolean {
  return Object.entries(table.columns).some(([name, column]) => {
    const value = row[name];
    return value !== null && value !== undefined && !isAsDeclared(value, column);
  });
}

function isAsDeclared(value: unknown, { class: declared }: Column): boolean {
  switch (declared) {
    case "sealed":
      return value instanceof Uint8Array && isCiphertext(value);
    case "blindIndex":
      return value instanceof Uint8Array && value.length === 32 && !isReadable(value);
    case "pseudonym":
      return typeof value === "string" && UUID.test(value);
    case "operational":
      return !saysWho(value);
  }
}

/** One format byte, a nonce of 12, the text, a tag of 16 (platform/crypto/sealing.ts). */
function isCiphertext(value: Uint8Array): boolean {
  return value[0] === 0x01 && value.length >= 29 && !isReadable(value.subarray(1));
}

function isReadable(bytes: Uint8Array): boolean {
  try {
    return READABLE.test(new TextDecoder("utf-8", { fatal: true }).decode(bytes));
  } catch {
    return false;
  }
}

function saysWho(value: unknown): boolean {
  if (typeof value === "number" || typeof value === "boolean") return false;
  if (value instanceof Uint8Array) {
    // Text alone: among random bytes anything stands somewhere. An entry of the journal has its salt before it.
    return [value, value.subarray(SALT)].some(
      (part) => isReadable(part) && namesSomebody(Buffer.from(part).toString("utf8")),
    );
  }
  return namesSomebody(typeof value === "string" ? value : JSON.stringify(value));
}

async function countUndeclared(reader: Reader, declared: ReadonlySet<string>): Promise<Batch> {
  const catalogue =
    reader.engine.name === "sqlite"
      ? sql<AnyRow>`select "name" from "sqlite_master" where "type" = 'table'`
      : sql<AnyRow>`select "tablename" as "name" from "pg_tables" where "schemaname" = current_schema()`;
  const query = reader.query<Record<string, AnyRow>>();
  const { rows: tables } = await catalogue.execute(query);
  let examined = 0;
  let broken = 0;
  for (const name of tables.map((row) => String(row["name"])).filter((name) => !declared.has(name))) {
    const rows = await query.selectFrom(name).selectAll().limit(UNDECLARED_ROWS).execute();
    examined += rows.length;
    broken += rows.filter((row) =>
      Object.values(row).some((value) => value !== null && saysWho(value)),
    ).length;
  }
  return { examined, broken, next: null };
}
