import {
  prepare,
  type Reader,
  type Store,
  StoreError,
  type Transaction,
} from "../../platform/store/index.ts";
import { findCurrentLog } from "./current-log.ts";
import { decodeLeaf } from "./entry-leaf.ts";
import { JournalError } from "./journal.errors.ts";
import type { Checkpoint } from "./journal.ts";
import type { JournalTables, LogRow } from "./journal.table.ts";
import { Frontier } from "./merkle-tree.ts";
import { type LogOptions, openNextLog } from "./open-log.ts";
import type { KnownCheckpoint } from "./recall-checkpoint.ts";
import { rootAt } from "./tree-reader.ts";

/** That the store was older than the memory, and which log follows. */
export interface Continued {
  /** The number of the log that was opened. */
  readonly log: number;
  /** How many entries the remembered checkpoint has, and how many the store's last log. */
  readonly known: number;
  readonly held: number;
  readonly checkpoint: Checkpoint;
}

const logsFrom = prepare<JournalTables, { number: number }>()((db, param) =>
  db.selectFrom("journal_log").selectAll().where("number", ">=", param("number")).orderBy("number"),
);

const leafAt = prepare<JournalTables, { position: number }>()((db, param) =>
  db.selectFrom("journal_entry").select("leaf").where("position", "=", param("position")),
);

const lastEntry = prepare<JournalTables>()((db) =>
  db.selectFrom("journal_entry").select("at").orderBy("position", "desc").limit(1),
);

/**
 * Opens the next log when the store does not hold the log up to the checkpoint that is known: it was put back from an
 * older copy, and would sign other trees under the old name (design invariant 5). Safe in several processes at once.
 * @returns null when nothing had to be opened
 */
export async function continueLog(
  store: Store,
  options: LogOptions,
  known: KnownCheckpoint,
): Promise<Continued | null> {
  const attempt = () => store.transaction((tx) => continueIn(tx, options, known));
  try {
    return await attempt();
  } catch (error) {
    // Another process opened it at the same moment.
    if (error instanceof StoreError && error.code === "conflict") return attempt();
    throw error;
  }
}

async function continueIn(
  tx: Transaction,
  options: LogOptions,
  known: KnownCheckpoint,
): Promise<Continued | null> {
  const last = await findCurrentLog(tx);
  if (await isHeld(tx, known)) return null;
  const gapFrom = (await tx.first(lastEntry, {}))?.at ?? 0;
  const { number, checkpoint } = await openNextLog(tx, options, { known, last, gapFrom, gapTo: tx.at });
  return { log: number, known: known.size, held: last?.size ?? 0, checkpoint };
}

/** Whether the store's logs hold a checkpoint: as a tree, or as what a later log says that it continues. */
async function isHeld(reader: Reader, known: KnownCheckpoint): Promise<boolean> {
  for (const log of await reader.all(logsFrom, { number: known.number })) {
    const held =
      log.number === known.number
        ? await containsTree(reader, log, known)
        : await continues(reader, log, known);
    if (held) return true;
  }
  return false;
}

async function containsTree(
  reader: Reader,
  log: LogRow,
  { size, rootHash }: KnownCheckpoint,
): Promise<boolean> {
  if (log.size < size) return false;
  try {
    const root =
      log.size === size ? Frontier.parse(size, log.frontier)?.root() : await rootAt(reader, log.number, size);
    return root !== undefined && Buffer.compare(root, rootHash) === 0;
  } catch (error) {
    if (error instanceof JournalError && error.code === "tile-malformed") return false;
    throw error;
  }
}

/** Whether the log's first entry, which is never pruned, commits to this checkpoint or a later one of its log. */
async function continues(reader: Reader, log: LogRow, known: KnownCheckpoint): Promise<boolean> {
  const leaf = (await reader.first(leafAt, { position: log.start }))?.leaf ?? null;
  const details = leaf === null ? undefined : decodeLeaf(leaf)?.details;
  if (details?.["continues"] !== known.origin) return false;
  const size = details["continuesSize"];
  if (size === known.size) return details["continuesRoot"] === Buffer.from(known.rootHash).toString("hex");
  return typeof size === "number" && size > known.size;
}
