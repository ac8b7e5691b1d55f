import type { Clock } from "../../clock/index.ts";
import type { Random } from "../../random/index.ts";
import { applySchemas } from "../apply-schemas.ts";
import { LEASE_SCHEMA } from "../schema-lease.ts";
import type { Schema } from "../schema.ts";
import type { Store } from "../store.ts";
import { storeErrorOf } from "./postgres-errors.ts";
import { postgresPool } from "./postgres-pool.ts";
import { PostgresStore } from "./postgres-store.ts";

export interface PostgresStoreOptions {
  readonly operator: string;
  /** `postgres://user:password@host:port/database`. */
  readonly url: string;
  /** The database schema that holds the operator's tables. Default `upheld_<operator>`. */
  readonly schema?: string;
  /** Connections at most; never more than four times the cores, which is the default. */
  readonly poolSize?: number;
  readonly clock: Clock;
  readonly random: Random;
  readonly schemas: readonly Schema[];
}

/**
 * Opens an operator's store in PostgreSQL 15 or later, brings its tables to the declared shape, and checks it.
 * @throws StoreError `schema-differs`, `migration-failed`, `store-busy`, `store-unavailable`
 */
export async function openPostgresStore(options: PostgresStoreOptions): Promise<Store> {
  const { operator, url, clock, random } = options;
  const schema = options.schema ?? `upheld_${operator}`;
  if (!/^[a-z][a-z0-9_-]{0,62}$/.test(schema))
    throw new TypeError("An operator's name is lower case, at most 56 letters.");
  const pool = postgresPool(url, schema, options.poolSize);
  const store = new PostgresStore(operator, pool, clock, random);
  try {
    await makeSchema(pool, schema);
    await applySchemas(store, [LEASE_SCHEMA, ...options.schemas], { clock, random });
  } catch (error) {
    await store.close();
    throw error;
  }
  return store;
}

/** Two processes may come here at once; the one that loses finds the schema made. */
async function makeSchema(pool: ReturnType<typeof postgresPool>, schema: string): Promise<void> {
  const isThere = async () =>
    (await pool.query("select 1 from pg_namespace where nspname = $1", [schema])).rowCount === 1;
  try {
    if (await isThere()) return;
    await pool.query(`create schema "${schema}"`).catch(async (error: unknown) => {
      if (!(await isThere())) throw error;
    });
  } catch (error) {
    throw storeErrorOf(error);
  }
}
