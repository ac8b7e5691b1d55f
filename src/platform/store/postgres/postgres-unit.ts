import pg, { type ClientBase } from "pg";
import { ENGINES } from "../engines.ts";
import type { Statement } from "../statement.ts";
import { type Result, type ResultRow, Unit } from "../unit.ts";
import { gatherWrites } from "./gather-writes.ts";
import { storeErrorOf } from "./postgres-errors.ts";

/**
 * A unit of work, or a snapshot that is read, on a connection of its own. Statements are answered in the order of their
 * sending, so nothing waits for the answer to `begin` before it asks, nor for the answer to an insert.
 */
export class PostgresUnit extends Unit {
  readonly #client: ClientBase;
  readonly #begun: Promise<unknown>;
  /** True when the server itself answered a statement with an error: it commits nothing after that. */
  refused = false;

  /** @param begun the answer to the unit's `begin`: before it came, nothing is sent that could change anything */
  constructor(client: ClientBase, at: number, begun: Promise<unknown>) {
    super(ENGINES.postgres, at);
    this.#client = client;
    this.#begun = begun;
    begun.catch((error: unknown) => (this.failure ??= error));
  }

  async rows(statement: Statement, values: readonly unknown[]): Promise<ResultRow[]> {
    return (await this.result(statement, values)).rows;
  }

  async result(statement: Statement, values: readonly unknown[]): Promise<Result> {
    if (!statement.reads) await this.#begun;
    this.guard();
    return this.#ask(statement, values);
  }

  protected async write(statement: Statement, values: readonly unknown[]): Promise<void> {
    await this.#begun;
    this.guard();
    // What it fails with is the unit's failure, and stands in the way of whatever the unit does next.
    this.#ask(statement, values).catch(() => {});
  }

  async #ask({ sql, name }: Statement, values: readonly unknown[]): Promise<Result> {
    try {
      gatherWrites(this.#client);
      const bound = values.map(toPostgres);
      const config = name === undefined ? { text: sql, values: bound } : { text: sql, name, values: bound };
      const { rows, rowCount } = await this.#client.query<ResultRow>(config);
      return { rows, changes: rowCount ?? 0 };
    } catch (error) {
      this.refused ||= error instanceof pg.DatabaseError;
      // Behind the first that failed the server refuses all others, and that one is the reason.
      this.failure ??= storeErrorOf(error);
      throw this.failure;
    }
  }
}

/** A value as the driver takes it. It would write an array as PostgreSQL's own; here arrays are JSON. */
function toPostgres(value: unknown): unknown {
  return typeof value === "object" && value !== null && !ArrayBuffer.isView(value)
    ? JSON.stringify(value)
    : value;
}
