import { prepare, type Store } from "../../platform/store/index.ts";
import type { Findings } from "./finding.ts";
import type { JournalTables, PendingRow } from "./journal.table.ts";
import type { PrunedEntries } from "./pruned-entries.ts";

const PAGE = 1_000;
/** How long an entry may wait for its place, ms. */
const LATE = 10_000;
const MOST = 20;
const FIRST_ID = "00000000-0000-0000-0000-000000000000";

const waiting = prepare<JournalTables, { after: string; limit: number }>()((db, param) =>
  db
    .selectFrom("journal_pending")
    .selectAll()
    .where("id", ">", param("after"))
    .orderBy("id")
    .limit(param("limit")),
);

const placedAndWaiting = prepare<JournalTables>()((db) =>
  db
    .selectFrom("journal_pending")
    .innerJoin("journal_entry", "journal_entry.id", "journal_pending.id")
    .select("journal_entry.id")
    .limit(MOST),
);

const twice = prepare<JournalTables>()((db) =>
  db
    .selectFrom("journal_entry")
    .select("id")
    .groupBy("id")
    .having((eb) => eb.fn.countAll<number>(), ">", 1)
    .limit(MOST),
);

const laterPruning = prepare<JournalTables, { from: number }>()((db, param) =>
  db
    .selectFrom("journal_entry")
    .select("leaf")
    .where("position", ">=", param("from"))
    .where("event", "=", "entries-pruned"),
);

const putAside = prepare<JournalTables>()((db) =>
  db.selectFrom("journal_forged").select("id").orderBy("id").limit(MOST),
);

interface QueueOptions {
  readonly store: Store;
  /** The time, ms, by which an entry that waits is late. */
  readonly now: number;
  readonly isGenuine: (row: PendingRow) => boolean;
}

/**
 * Checks the entries that wait for their place, and that no entry has two. What they, and entries placed at `from` or
 * later since the recount began, tell of pruning counts too: it may have gone on meanwhile.
 * @returns how many wait
 */
export async function verifyQueue(
  { store, now, isGenuine }: QueueOptions,
  from: number,
  pruned: PrunedEntries,
  findings: Findings,
): Promise<number> {
  let pending = 0;
  for (let after = FIRST_ID; ; ) {
    const rows = await store.read((reader) => reader.all(waiting, { after, limit: PAGE }));
    for (const row of rows) {
      const { id, at, event, leaf } = row;
      pending += 1;
      if (now - at > LATE) findings.add("entry-unsequenced", `entry ${id}`);
      if (!isGenuine(row)) findings.add("entry-forged", `entry ${id}`);
      else if (event === "entries-pruned") pruned.told(leaf);
    }
    const last = rows.at(-1);
    if (last === undefined) break;
    after = last.id;
  }
  await store.read(async (reader) => {
    for (const { leaf } of await reader.all(laterPruning, { from })) if (leaf !== null) pruned.told(leaf);
    for (const { id } of await reader.all(putAside, {})) findings.add("entry-forged", `entry ${id}`);
    const repeated = [...(await reader.all(placedAndWaiting, {})), ...(await reader.all(twice, {}))];
    for (const { id } of repeated) findings.add("entry-duplicated", `entry ${id}`);
  });
  return pending;
}
