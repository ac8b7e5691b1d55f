/**
 * How the engines differ: one table of data, with the reason in each row. Nothing outside platform/store knows an
 * engine by name.
 */
export type EngineName = "sqlite" | "postgres";

export interface EngineTraits {
  readonly name: EngineName;
  /** `for update` exists. Why: SQLite has one writer, so a read in a write transaction is already guarded. */
  readonly locksRows: boolean;
  /** Units share one commit. Why: SQLite has one writer and one fsync a commit; PostgreSQL groups by itself. */
  readonly groupsCommits: boolean;
  /** Largest number of bound values in one statement. Why: SQLITE_MAX_VARIABLE_NUMBER; the 16-bit count of the protocol. */
  readonly maxParameters: number;
}

export const ENGINES: Readonly<Record<EngineName, EngineTraits>> = {
  sqlite: { name: "sqlite", locksRows: false, groupsCommits: true, maxParameters: 32_766 },
  postgres: { name: "postgres", locksRows: true, groupsCommits: false, maxParameters: 65_535 },
};
