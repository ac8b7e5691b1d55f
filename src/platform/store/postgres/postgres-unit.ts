import type { ClientBase } from "pg";
import { ENGINES } from "../engines.ts";
import type { Statement } from "../statement.ts";
import { type Result, type ResultRow, Unit } from "../unit.ts";
import { storeErrorOf } from "./postgres-errors.ts";

/** A unit of work, or a snapshot that is read, on a connection of its own. */
export class PostgresUnit extends Unit {
  readonly #client: ClientBase;

  constructor(client: ClientBase, at: number) {
    super(ENGINES.postgres, at);
    this.#client = client;
  }

  async rows(statement: Statement, values: readonly unknown[]): Promise<ResultRow[]> {
    return (await this.result(statement, values)).rows;
  }

  async result({ sql, name }: Statement, values: readonly unknown[]): Promise<Result> {
    this.guard();
    try {
      const bound = values.map(toPostgres);
      const config = name === undefined ? { text: sql, values: bound } : { text: sql, name, values: bound };
      const { rows, rowCount } = await this.#client.query<ResultRow>(config);
      return { rows, changes: rowCount ?? 0 };
    } catch (error) {
      const known = storeErrorOf(error);
      if (this.open) this.failure ??= known;
      throw known;
    }
  }
}

/** A value as the driver takes it. It would write an array as PostgreSQL's own; here arrays are JSON. */
function toPostgres(value: unknown): unknown {
  return typeof value === "object" && value !== null && !ArrayBuffer.isView(value)
    ? JSON.stringify(value)
    : value;
}
