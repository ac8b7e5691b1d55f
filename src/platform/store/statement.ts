import { createHash } from "node:crypto";

const READS = /^\s*select\b/i;

/** One statement's SQL, with what the engines need to know of it before they run it. */
export class Statement {
  readonly sql: string;
  /** True when it can change nothing. A false "no" costs a savepoint, a false "yes" would cost atomicity. */
  readonly reads: boolean;
  /** What the server keeps it under; undefined for a statement that is not worth keeping. */
  readonly name: string | undefined;

  constructor(sql: string, keep: boolean) {
    this.sql = sql;
    this.reads = READS.test(sql);
    this.name = keep ? createHash("sha256").update(sql).digest("hex").slice(0, 32) : undefined;
  }
}
