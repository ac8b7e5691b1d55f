import { StatementSync } from "node:sqlite";
import pg from "pg";

const SQLITE_CALLS = ["all", "get", "run"] as const;

/** The SQL of every statement that either engine's driver runs meanwhile, seen at the driver itself. */
export async function statementsDuring(act: () => Promise<unknown>): Promise<string[]> {
  const seen: string[] = [];
  const restore = [...SQLITE_CALLS.map((call) => watchSqlite(call, seen)), watchPostgres(seen)];
  try {
    await act();
  } finally {
    for (const undo of restore) undo();
  }
  return seen;
}

function watchSqlite(call: (typeof SQLITE_CALLS)[number], seen: string[]): () => void {
  const original = Object.getOwnPropertyDescriptor(StatementSync.prototype, call);
  const run: unknown = original?.value;
  if (original === undefined || typeof run !== "function") throw new Error(`node:sqlite has no ${call}.`);
  Object.defineProperty(StatementSync.prototype, call, {
    ...original,
    value(this: StatementSync, ...values: unknown[]): unknown {
      seen.push(this.sourceSQL);
      return run.apply(this, values);
    },
  });
  return () => Object.defineProperty(StatementSync.prototype, call, original);
}

function watchPostgres(seen: string[]): () => void {
  const original = Object.getOwnPropertyDescriptor(pg.Client.prototype, "query");
  const run: unknown = original?.value;
  if (original === undefined || typeof run !== "function") throw new Error("pg has no query.");
  Object.defineProperty(pg.Client.prototype, "query", {
    ...original,
    value(this: pg.Client, ...values: unknown[]): unknown {
      const [query] = values;
      seen.push(typeof query === "string" ? query : ((query as { text?: string }).text ?? ""));
      return run.apply(this, values);
    },
  });
  return () => Object.defineProperty(pg.Client.prototype, "query", original);
}
