import type { KeyObject } from "node:crypto";
import { prepare, type Transaction } from "../../platform/store/index.ts";
import { currentLog } from "./current-log.ts";
import { extendLog } from "./extend-log.ts";
import type { Checkpoint } from "./journal.ts";
import type { JournalTables, LogRow, PendingRow } from "./journal.table.ts";
import type { PendingSeal } from "./pending-seal.ts";
import { putAside, replayed, sortPending } from "./put-aside.ts";
import { ed25519Signer } from "./signed-note.ts";

const takeLease = prepare<JournalTables, { number: number; owner: string; until: number; now: number }>()(
  (db, param) =>
    db
      .updateTable("journal_log")
      .set({ owner: param("owner"), lease_until: param("until") })
      .where("number", "=", param("number"))
      .where((eb) => eb.or([eb("owner", "=", param("owner")), eb("lease_until", "<", param("now"))])),
);

const dropLease = prepare<JournalTables, { owner: string }>()((db, param) =>
  db.updateTable("journal_log").set({ owner: null, lease_until: 0 }).where("owner", "=", param("owner")),
);

const nextEntries = prepare<JournalTables, { limit: number }>()((db, param) =>
  db.selectFrom("journal_pending").selectAll().orderBy("id").limit(param("limit")),
);

/** How many ids one statement removes; a shorter list is filled up with its last, so that two statements serve all. */
const FEW = 16;
const MANY = 256;
const removal = (count: number) =>
  prepare<JournalTables, Record<string, string>>()((db, param) =>
    db.deleteFrom("journal_pending").where(
      "id",
      "in",
      Array.from({ length: count }, (_, i) => param(`id${i}`)),
    ),
  );
const removeFew = removal(FEW);
const removeMany = removal(MANY);

export interface Lease {
  /** Unique among all sequencers of all processes. */
  readonly owner: string;
  /** How long the lease holds after this batch, ms. */
  readonly length: number;
}

export interface Batch {
  /** False when another sequencer holds the lease. */
  readonly leading: boolean;
  readonly sequenced: number;
  /** Rows that the journal had not written: put aside, not signed for. */
  readonly forged: number;
  /** The checkpoint that it signed; null when there was nothing to sequence. */
  readonly checkpoint: Checkpoint | null;
}

export interface BatchOptions {
  readonly key: KeyObject;
  readonly seal: PendingSeal;
  readonly lease: Lease;
  readonly limit: number;
  /** Whether to look for entries that have their place already: a batch without that look has failed on one. */
  readonly doubtful: boolean;
}

const NOTHING = { sequenced: 0, forged: 0, checkpoint: null };

/**
 * Gives at most `limit` entries their places, and puts aside what is not the journal's own. The lease is checked and renewed first, by compare-and-set on the log's
 * row, and the frontier read after it in the same transaction: of two sequencers the second waits for the row, then
 * finds the lease taken, and whoever holds it extends what was committed last, whatever the clocks say.
 */
export async function sequenceBatch(tx: Transaction, options: BatchOptions): Promise<Batch> {
  const { key, seal, lease, limit } = options;
  const { number } = await currentLog(tx);
  const taken = await tx.change(takeLease, {
    number,
    owner: lease.owner,
    until: tx.at + lease.length,
    now: tx.at,
  });
  if (taken === 0) return { leading: false, ...NOTHING };
  const log: LogRow = await currentLog(tx);
  const rows = await tx.all(nextEntries, { limit });
  if (rows.length === 0) return { leading: true, ...NOTHING };
  const sorted = sortPending(rows, seal);
  const again = options.doubtful ? await replayed(tx, sorted.genuine) : new Set<PendingRow>();
  const genuine = sorted.genuine.filter((row) => !again.has(row));
  const forged = await putAside(tx, [...sorted.forged, ...again]);
  if (genuine.length === 0) return { leading: true, ...NOTHING, forged };
  const checkpoint = await extendLog(tx, log, genuine, ed25519Signer(log.origin, key));
  await removePending(
    tx,
    genuine.map((row) => row.id),
  );
  return { leading: true, sequenced: genuine.length, forged, checkpoint };
}

/** Lets another sequencer take over at once. */
export async function releaseLease(tx: Transaction, owner: string): Promise<void> {
  await tx.change(dropLease, { owner });
}

/** By id and not by range: on an engine with several writers an older entry may have come in since. */
async function removePending(tx: Transaction, ids: readonly string[]): Promise<void> {
  const count = ids.length > FEW ? MANY : FEW;
  for (let from = 0; from < ids.length; from += count) {
    const parameters: Record<string, string> = {};
    for (let i = 0; i < count; i++) parameters[`id${i}`] = ids[Math.min(from + i, ids.length - 1)] as string;
    await tx.change(count === FEW ? removeFew : removeMany, parameters);
  }
}
