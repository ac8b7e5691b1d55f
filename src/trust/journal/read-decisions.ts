import { prepare, type Reader } from "../../platform/store/index.ts";
import { decodeLeaf, type RecordedEntry } from "./entry-leaf.ts";
import type { JournalTables } from "./journal.table.ts";

/** A page of the gate's decisions, the newest first. */
export interface DecisionPage {
  readonly decisions: readonly RecordedEntry[];
  /** What `before` takes for the next page; null where there is none. */
  readonly next: number | null;
}

const newest = prepare<JournalTables, { before: number; since: number; event: "decision"; limit: number }>()(
  (db, param) =>
    db
      .selectFrom("journal_entry")
      .select(["position", "leaf"])
      .where("position", "<", param("before"))
      .where("at", ">=", param("since"))
      .where("event", "=", param("event"))
      .orderBy("position", "desc")
      .limit(param("limit")),
);

/**
 * What the gate decided since `since` (ms), allowed or refused, about whomever: the newest first, at most `limit`.
 * Pruned entries are gone from it, and so are those that still wait for their place.
 */
export async function readDecisions(
  reader: Reader,
  { since, before, limit }: { readonly since: number; readonly before?: number; readonly limit: number },
): Promise<DecisionPage> {
  const page = { before: before ?? Number.MAX_SAFE_INTEGER, since, event: "decision" as const, limit };
  const rows = await reader.all(newest, page);
  const decisions = rows
    .map(({ leaf }) => (leaf === null ? null : decodeLeaf(leaf)))
    .filter((entry) => entry !== null);
  return { decisions, next: rows.length < limit ? null : (rows.at(-1)?.position ?? null) };
}
