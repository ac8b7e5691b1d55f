import { prepare, type Store } from "../../platform/store/index.ts";
import { currentLog } from "./current-log.ts";
import type { Journal } from "./journal.ts";
import type { JournalTables } from "./journal.table.ts";

/** Entries of one unit of work: what it may hold up the writer for. */
const AT_ONCE = 500;

type Slice = { readonly before: number; readonly from: number; readonly to: number };

const oldest = prepare<JournalTables, { before: number; from: number; limit: number }>()((db, param) =>
  db
    .selectFrom("journal_entry")
    .select(["position", "id"])
    .where("leaf", "is not", null)
    .where("at", "<", param("before"))
    .where("position", ">=", param("from"))
    .where("event", "!=", "log-opened")
    .orderBy("position")
    .limit(param("limit")),
);

const prune = prepare<JournalTables, Slice>()((db, param) =>
  db
    .updateTable("journal_entry")
    .set({ leaf: null, subject: null })
    .where("position", ">=", param("from"))
    .where("position", "<=", param("to"))
    .where("at", "<", param("before"))
    .where("event", "!=", "log-opened"),
);

const pruneItems = prepare<JournalTables, Slice>()((db, param) =>
  db
    .updateTable("journal_item")
    .set({ leaf: null, subject: null })
    .where("entry", "in", (eb) =>
      eb
        .selectFrom("journal_entry")
        .select("id")
        .where("position", ">=", param("from"))
        .where("position", "<=", param("to"))
        .where("at", "<", param("before"))
        .where("event", "=", "bulk"),
    ),
);

const pruneSubjects = prepare<JournalTables, Slice>()((db, param) =>
  db
    .deleteFrom("journal_subject")
    .where("entry", "in", (eb) =>
      eb
        .selectFrom("journal_entry")
        .select("id")
        .where("position", ">=", param("from"))
        .where("position", "<=", param("to"))
        .where("at", "<", param("before")),
    ),
);

const countPruned = prepare<JournalTables, { count: number; log: number }>()((db, param) =>
  db
    .updateTable("journal_log")
    .set((eb) => ({ pruned: eb("pruned", "+", param("count")) }))
    .where("number", "=", param("log")),
);

export interface PruneOptions {
  readonly store: Store;
  readonly journal: Journal;
  /** Entries that claim an earlier time than this, ms, are past their term. */
  readonly before: number;
  /** The rule that sets the term, for the journal: a clause or a retention code. */
  readonly rule: string;
}

/**
 * Removes the contents and salts of entries past their term, in bounded units, each with an entry that says how many
 * went and how far; leaf hashes, and so the log's proof, stay. Without the salt a leaf hash tells nothing. The first
 * entry of a log is kept: it says what the log continues.
 * @returns how many entries were pruned
 */
export async function pruneEntries(options: PruneOptions): Promise<number> {
  const { store, journal, before, rule } = options;
  let pruned = 0;
  for (let from = 0; ; ) {
    const done = await store.transaction(async (tx) => {
      const rows = await tx.all(oldest, { before, from, limit: AT_ONCE });
      const first = rows[0];
      const last = rows.at(-1);
      if (first === undefined || last === undefined) return null;
      const { number } = await currentLog(tx);
      await tx.change(countPruned, { count: rows.length, log: number });
      const { pruned: total } = await currentLog(tx);
      const slice = { before, from: first.position, to: last.position };
      await tx.change(pruneItems, slice);
      await tx.change(pruneSubjects, slice);
      await tx.change(prune, slice);
      await journal.append(tx, {
        event: "entries-pruned",
        actor: { kind: "system", id: "journal" },
        details: { rule, before, count: rows.length, total, through: last.position },
      });
      return { count: rows.length, next: last.position + 1 };
    });
    if (done === null) break;
    pruned += done.count;
    from = done.next;
  }
  if (pruned > 0) await store.scrub(["journal_entry", "journal_item", "journal_subject"]);
  return pruned;
}
