import { randomUUID } from "node:crypto";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import pg from "pg";
import { afterAll, afterEach, beforeEach, describe, inject } from "vitest";
import { type Clock, systemClock } from "../src/platform/clock/index.ts";
import { type Random, systemRandom } from "../src/platform/random/index.ts";
import {
  type EngineName,
  openPostgresStore,
  openSqliteStore,
  type Schema,
  type Store,
} from "../src/platform/store/index.ts";

export interface StoreSettings {
  /** Default `example`. */
  readonly operator?: string;
  readonly clock?: Clock;
  readonly random?: Random;
  /** PostgreSQL connections at most. */
  readonly poolSize?: number;
  /** Default: the run's own server. */
  readonly postgresUrl?: string;
}

/** An empty place for a store, which can be opened more than once, also at the same time. */
export interface StorePlace {
  readonly engine: EngineName;
  /** The SQLite file; on PostgreSQL, the schema. */
  readonly name: string;
  /** The folder that holds the SQLite file; on PostgreSQL, undefined. */
  readonly folder: string | undefined;
  open(schemas: readonly Schema[], settings?: StoreSettings): Promise<Store>;
  /** Closes what was opened here, and removes everything. */
  remove(): Promise<void>;
}

/** Opens an empty store; it is closed and removed after the test (or, opened outside one, after its block). */
export type OpenStore = (schemas: readonly Schema[], settings?: StoreSettings) => Promise<Store>;

/** The same tests for each engine, each in a block of its own: `eachEngine((open) => { test("…", …) })`. */
export function eachEngine(
  tests: (open: OpenStore, place: () => StorePlace, engine: EngineName) => void,
): void {
  for (const engine of ["sqlite", "postgres"] as const) {
    describe(engine, () => {
      const forBlock: StorePlace[] = [];
      const forTest: StorePlace[] = [];
      let places = forBlock;
      beforeEach(() => {
        places = forTest;
      });
      afterEach(async () => {
        places = forBlock;
        await removeAll(forTest);
      });
      afterAll(() => removeAll(forBlock));
      const place = (): StorePlace => {
        const made = temporaryPlace(engine);
        places.push(made);
        return made;
      };
      tests((schemas, settings) => place().open(schemas, settings), place, engine);
    });
  }
}

/** An empty place for a store. Whoever asks for it removes it. */
export function temporaryPlace(engine: EngineName): StorePlace {
  return engine === "sqlite" ? sqlitePlace() : postgresPlace();
}

function sqlitePlace(): StorePlace {
  const folder = mkdtempSync(join(tmpdir(), "upheld-store-"));
  const file = join(folder, "store.sqlite");
  const opened: Store[] = [];
  return {
    engine: "sqlite",
    name: file,
    folder,
    async open(schemas, { operator = "example", clock = systemClock, random = systemRandom } = {}) {
      const store = await openSqliteStore({ operator, file, clock, random, schemas });
      opened.push(store);
      return store;
    },
    async remove() {
      await Promise.all(opened.map((store) => store.close()));
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

function postgresPlace(): StorePlace {
  const schema = `test_${randomUUID().replaceAll("-", "")}`;
  const opened: Store[] = [];
  let url = inject("postgresUrl");
  return {
    engine: "postgres",
    name: schema,
    folder: undefined,
    async open(schemas, settings = {}) {
      const { operator = "example", clock = systemClock, random = systemRandom, poolSize = 8 } = settings;
      url = settings.postgresUrl ?? url;
      const store = await openPostgresStore({ operator, url, schema, poolSize, clock, random, schemas });
      opened.push(store);
      return store;
    },
    async remove() {
      await Promise.all(opened.map((store) => store.close()));
      const client = new pg.Client({ connectionString: url });
      await client.connect();
      await client.query(`drop schema if exists "${schema}" cascade`);
      await client.end();
    },
  };
}

async function removeAll(places: StorePlace[]): Promise<void> {
  await Promise.all(places.splice(0).map((place) => place.remove()));
}
