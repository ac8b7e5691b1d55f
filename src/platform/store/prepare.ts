import type { Compilable, Kysely, Simplify } from "kysely";
import type { EngineName, EngineTraits } from "./engines.ts";
import { compilerFor } from "./kysely-for.ts";
import { Statement } from "./statement.ts";

/** What a prepared query takes, by name. */
export type Parameters = Readonly<Record<string, unknown>>;

declare const resultBrand: unique symbol;

/** A query built and compiled once for each engine, at its first use. Made by `prepare`. */
export interface Prepared<P extends Parameters, R> {
  /** The SQL for an engine, and how parameters take their places in it. */
  statement(engine: EngineTraits): PreparedStatement;
  /** Never set: carries the types for inference. */
  readonly [resultBrand]?: (parameters: P) => R;
}

export interface PreparedStatement {
  readonly statement: Statement;
  /**
   * The values in the order of their places.
   * @throws TypeError when a parameter is missing
   */
  bind(parameters: Parameters): unknown[];
}

/** Stands for a parameter while a query is built. */
class Placeholder {
  readonly name: string;

  constructor(name: string) {
    this.name = name;
  }
}

type Build<DB, P extends Parameters, Q> = (
  db: Kysely<DB>,
  param: <K extends keyof P & string>(name: K) => P[K],
  engine: EngineTraits,
) => Q;

type RowOf<Q> = Q extends Compilable<infer O> ? Simplify<O> : never;

/**
 * Prepares a query: `prepare<DB, { id: string }>()((db, param) => db.selectFrom("job").selectAll().where("id", "=",
 * param("id")))`. `build` runs once an engine; it only places parameters, it never looks at one. A query with `for
 * update` asks the engine: `.$call(lockRows(engine))`.
 */
export function prepare<DB, P extends Parameters = Record<string, never>>() {
  return <Q extends Compilable>(build: Build<DB, P, Q>): Prepared<P, RowOf<Q>> => {
    const compiled: Partial<Record<EngineName, PreparedStatement>> = {};
    return {
      statement: (engine) => {
        compiled[engine.name] ??= compile(build, engine);
        return compiled[engine.name] as PreparedStatement;
      },
    };
  };
}

function compile<DB, P extends Parameters, Q extends Compilable>(
  build: Build<DB, P, Q>,
  engine: EngineTraits,
): PreparedStatement {
  const query = build(
    compilerFor<DB>(engine),
    (name) => new Placeholder(name) as P[typeof name],
    engine,
  ).compile();
  const places = query.parameters;
  return {
    statement: new Statement(query.sql, true),
    bind(parameters) {
      return places.map((place) => {
        const value = place instanceof Placeholder ? parameters[place.name] : place;
        if (value === undefined) throw new TypeError(`A parameter is missing: ${query.sql}`);
        return value;
      });
    },
  };
}

/**
 * Keeps the rows that a query reads as they are until the unit ends, where the engine can: others may read them, and
 * whoever wants to change them waits. For facts that a decision rests on: `query.$call(keepRows(engine))`.
 */
export function keepRows(engine: EngineTraits): <Q extends { forShare(): Q }>(query: Q) => Q {
  return (query) => (engine.locksRows ? query.forShare() : query);
}

/**
 * Locks the rows that a query reads until the unit ends, where the engine can (see engines.ts: elsewhere the writer is
 * alone). Every read-then-write does this or compares a version: `query.$call(lockRows(tx.engine))`.
 */
export function lockRows(engine: EngineTraits): <Q extends { forUpdate(): Q }>(query: Q) => Q {
  return (query) => (engine.locksRows ? query.forUpdate() : query);
}
