import {
  type DatabaseConnection,
  type Dialect,
  type DialectAdapter,
  type Driver,
  Kysely,
  PostgresAdapter,
  PostgresIntrospector,
  PostgresQueryCompiler,
  type QueryCompiler,
  SqliteAdapter,
  SqliteIntrospector,
  SqliteQueryCompiler,
} from "kysely";
import type { EngineName, EngineTraits } from "./engines.ts";

/** Kysely only writes SQL here: connections are the store's, and so are transactions. */
const NO_DRIVER: Driver = {
  init: async () => {},
  acquireConnection: async () => {
    throw new Error("A query is run by the unit of work that it belongs to.");
  },
  beginTransaction: async () => {
    throw new Error("A unit of work is one transaction; it holds no other.");
  },
  commitTransaction: async () => {},
  rollbackTransaction: async () => {},
  releaseConnection: async () => {},
  destroy: async () => {},
};

const DIALECTS: Readonly<Record<EngineName, Dialect>> = {
  sqlite: dialect(
    () => new SqliteAdapter(),
    () => new SqliteQueryCompiler(),
    (db) => new SqliteIntrospector(db),
  ),
  postgres: dialect(
    () => new PostgresAdapter(),
    () => new PostgresQueryCompiler(),
    (db) => new PostgresIntrospector(db),
  ),
};

const COMPILERS: Readonly<Record<EngineName, Kysely<unknown>>> = {
  sqlite: new Kysely({ dialect: DIALECTS.sqlite }),
  postgres: new Kysely({ dialect: DIALECTS.postgres }),
};

/**
 * Writes numbers into the SQL of a query that is prepared once: they are the query's own. SQLite plans a statement
 * with a bound `limit` anew each time that it is bound.
 */
class SqliteNumbersInPlace extends SqliteQueryCompiler {
  protected override appendValue(value: unknown): void {
    if (typeof value === "number") this.appendImmediateValue(value);
    else super.appendValue(value);
  }
}

const PREPARING: Readonly<Record<EngineName, Kysely<unknown>>> = {
  sqlite: new Kysely({
    dialect: { ...DIALECTS.sqlite, createQueryCompiler: () => new SqliteNumbersInPlace() },
  }),
  postgres: COMPILERS.postgres,
};

/** A query builder that compiles what is prepared for the engine, and runs nothing. */
export function compilerFor<DB>(engine: EngineTraits): Kysely<DB> {
  return PREPARING[engine.name] as Kysely<DB>;
}

/** A query builder whose queries run on `connection`. Cheap: it shares everything with the engine's compiler. */
export function kyselyFor(engine: EngineTraits, connection: DatabaseConnection): Kysely<unknown> {
  const dialect = DIALECTS[engine.name];
  const executor = COMPILERS[engine.name]
    .getExecutor()
    .withConnectionProvider({ provideConnection: (use) => use(connection) });
  return new Kysely<unknown>({ config: { dialect }, dialect, driver: NO_DRIVER, executor });
}

function dialect(
  createAdapter: () => DialectAdapter,
  createQueryCompiler: () => QueryCompiler,
  createIntrospector: Dialect["createIntrospector"],
): Dialect {
  return { createAdapter, createQueryCompiler, createIntrospector, createDriver: () => NO_DRIVER };
}
