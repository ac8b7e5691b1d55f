import { closeSync, mkdirSync, openSync } from "node:fs";
import { dirname } from "node:path";
import { DatabaseSync } from "node:sqlite";
import { setTimeout as sleep } from "node:timers/promises";
import type { Clock } from "../../clock/index.ts";
import type { Random } from "../../random/index.ts";
import { applySchemas } from "../apply-schemas.ts";
import { LEASE_SCHEMA } from "../schema-lease.ts";
import type { Schema } from "../schema.ts";
import type { Store } from "../store.ts";
import { columnReaders } from "./column-readers.ts";
import { SqliteConnection } from "./sqlite-connection.ts";
import { isBusy, storeErrorOf } from "./sqlite-errors.ts";
import { SqliteReaders } from "./sqlite-readers.ts";
import { SqliteStore } from "./sqlite-store.ts";
import { SqliteWriter } from "./sqlite-writer.ts";

export interface SqliteStoreOptions {
  readonly operator: string;
  /** The database's file. Its folder is made when it is missing. */
  readonly file: string;
  readonly clock: Clock;
  readonly random: Random;
  readonly schemas: readonly Schema[];
}

/** How long opening waits for another process that opens the same file, ms. */
const OPEN_MS = 10_000;

/**
 * What makes an acknowledged write durable and a deleted one gone. `synchronous=full` syncs the log at each commit;
 * `secure_delete` overwrites what is deleted; temporary data stays in memory; the rest keeps a damaged or planted
 * schema from being believed.
 */
const SETTINGS = `
  pragma journal_mode = wal;
  pragma synchronous = full;
  pragma fullfsync = on;
  pragma checkpoint_fullfsync = on;
  pragma foreign_keys = on;
  pragma secure_delete = on;
  pragma temp_store = memory;
  pragma trusted_schema = off;
  pragma cell_size_check = on;
  pragma cache_size = -4000;
  pragma wal_autocheckpoint = 4000;
`;

/** The caches are small, here and above: what SQLite does not keep, the system's page cache does, once for all. */
const READER_SETTINGS = `
  pragma temp_store = memory;
  pragma trusted_schema = off;
  pragma cell_size_check = on;
  pragma cache_size = -500;
`;

/**
 * Opens an operator's SQLite store, brings its tables to the declared shape, and checks it.
 * @throws StoreError `schema-differs`, `migration-failed`, `store-busy`, `store-corrupt`, `store-unavailable`
 */
export async function openSqliteStore(options: SqliteStoreOptions): Promise<Store> {
  const { operator, file, clock, random } = options;
  const schemas = [LEASE_SCHEMA, ...options.schemas];
  const readers = columnReaders(schemas);
  makePrivate(file);
  const writer = new SqliteWriter(await openWriter(file, readers), clock, random);
  const store = new SqliteStore(
    operator,
    writer,
    new SqliteReaders(() => {
      const db = new DatabaseSync(file, { readOnly: true });
      db.exec(READER_SETTINGS);
      return new SqliteConnection(db, readers, "begin");
    }),
  );
  try {
    await applySchemas(store, schemas, { clock, random });
  } catch (error) {
    await store.close();
    throw error;
  }
  return store;
}

async function openWriter(
  file: string,
  readers: ReturnType<typeof columnReaders>,
): Promise<SqliteConnection> {
  const started = performance.now();
  for (;;) {
    const db = new DatabaseSync(file, { open: false, timeout: 0 });
    try {
      db.open();
      db.exec(SETTINGS);
      return new SqliteConnection(db, readers, "begin immediate");
    } catch (error) {
      if (db.isOpen) db.close();
      if (!isBusy(error) || performance.now() - started > OPEN_MS) throw storeErrorOf(error);
    }
    await sleep(20);
  }
}

/** Makes the file readable to its owner alone, before SQLite gives the log beside it the same mode. */
function makePrivate(file: string): void {
  mkdirSync(dirname(file), { recursive: true, mode: 0o700 });
  closeSync(openSync(file, "a", 0o600));
}
