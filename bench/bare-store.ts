import { join } from "node:path";
import { DatabaseSync } from "node:sqlite";
import pg from "pg";
import { systemClock } from "../src/platform/clock/index.ts";
import { systemRandom, uuidv7 } from "../src/platform/random/index.ts";
import type { Workbench } from "./workbench.ts";

/**
 * The rival: the engine's own driver and one table `bare (id, person, filling)`. No key, no decision, no journal; the
 * same durability, since a figure without it would be no comparison.
 */
const TABLE = (id: string, bytes: string) => `
  create table bare (id ${id} primary key, person ${id} not null, filling ${bytes} not null);
  create index bare_person on bare (person)`;

/** The bytes of each row that one of our units leaves. */
export type Fillings = readonly Uint8Array[];

/** A SQLite file with the settings of the product's own store. */
export function bareSqlite(bench: Workbench): DatabaseSync {
  const db = new DatabaseSync(join(bench.folder(), "bare.sqlite"));
  db.exec(`
    pragma journal_mode = wal;
    pragma synchronous = full;
    pragma secure_delete = on;
    pragma cache_size = -16000;
    pragma wal_autocheckpoint = 4000`);
  db.exec(TABLE("text", "blob"));
  bench.atEnd(async () => db.close());
  return db;
}

/** A database of its own, through as many connections as the product's pool has on this machine. */
export async function barePostgres(bench: Workbench, connections: number): Promise<pg.Pool> {
  const pool = new pg.Pool({ connectionString: await bench.database(), max: connections });
  pool.on("error", () => {});
  bench.atEnd(() => pool.end());
  await pool.query(TABLE("uuid", "bytea"));
  return pool;
}

/** Inserts one unit's rows by one statement; whoever calls it commits. Returns the person. */
export function insertSqlite(db: DatabaseSync, fillings: Fillings): () => string {
  const insert = db.prepare(`insert into bare values ${fillings.map(() => "(?, ?, ?)").join(", ")}`);
  return () => {
    const person = newId();
    insert.run(...fillings.flatMap((filling) => [newId(), person, filling]));
    return person;
  };
}

/** The same on PostgreSQL, where the statement commits by itself. */
export function insertPostgres(pool: pg.Pool, fillings: Fillings): () => Promise<string> {
  const places = fillings.map((_, i) => `($${i * 3 + 1}, $${i * 3 + 2}, $${i * 3 + 3})`);
  const text = `insert into bare values ${places.join(", ")}`;
  const name = `bare-${fillings.length}`;
  return async () => {
    const person = newId();
    await pool.query({
      name,
      text,
      values: fillings.flatMap((filling) => [newId(), person, filling]),
    });
    return person;
  };
}

function newId(): string {
  return uuidv7(systemClock.now(), systemRandom);
}
