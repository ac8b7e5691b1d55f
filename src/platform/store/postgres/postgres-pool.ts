import { availableParallelism } from "node:os";
import pg from "pg";
import { COLUMN_TYPES } from "./column-types.ts";

/** How long the server runs one statement, ms, when its client has gone. */
export const STATEMENT_MS = 10_000;
/** How long a unit waits for a connection, ms. */
const CONNECT_MS = 5000;
/** Connections for each core: more of them only wait for each other. */
const PER_CORE = 4;

/** A pool whose every connection stands in `schema`. It outlives the server: a lost connection is replaced. */
export function postgresPool(url: string, schema: string, size: number | undefined): pg.Pool {
  const most = availableParallelism() * PER_CORE;
  const pool = new pg.Pool({
    connectionString: url,
    max: Math.min(size ?? most, most),
    connectionTimeoutMillis: CONNECT_MS,
    types: COLUMN_TYPES,
    keepAlive: true,
    pipeline: true,
    onConnect: async (client) => {
      await client.query(
        `set search_path to "${schema}"; set synchronous_commit to on; set statement_timeout to ${STATEMENT_MS}`,
      );
    },
  });
  // A connection that breaks says so to the unit that holds it; idle, it is dropped. Neither may end the process.
  pool.on("connect", (client) => client.on("error", () => {}));
  pool.on("error", () => {});
  return pool;
}
