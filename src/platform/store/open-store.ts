import { join } from "node:path";
import type { Clock } from "../clock/index.ts";
import type { Random } from "../random/index.ts";
import type { PostgresStoreOptions } from "./postgres/open-postgres-store.ts";
import type { Schema } from "./schema.ts";
import { openSqliteStore } from "./sqlite/open-sqlite-store.ts";
import type { Store } from "./store.ts";

export interface StoreOptions {
  readonly operator: string;
  /** `postgres://…` for PostgreSQL; without it, SQLite in `dataFolder`. */
  readonly databaseUrl?: string | undefined;
  /** `UPHELD_DATA`: holds one folder an operator. */
  readonly dataFolder: string;
  readonly clock: Clock;
  readonly random: Random;
  readonly schemas: readonly Schema[];
}

/** Opens an operator's store on the engine that the settings choose. Throws as the two openers do. */
export function openStore(options: StoreOptions): Promise<Store> {
  const { databaseUrl, dataFolder, ...rest } = options;
  return databaseUrl === undefined
    ? openSqliteStore({ ...rest, file: join(dataFolder, rest.operator, "store.sqlite") })
    : openPostgresStore({ ...rest, url: databaseUrl });
}

/** As `openPostgresStore` in its own file, which with its driver is loaded by who uses it alone: 10 MB of memory. */
export async function openPostgresStore(options: PostgresStoreOptions): Promise<Store> {
  const engine = await import("./postgres/open-postgres-store.ts");
  return engine.openPostgresStore(options);
}
