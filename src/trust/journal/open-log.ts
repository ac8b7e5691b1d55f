import type { KeyObject } from "node:crypto";
import { StoreError, type Store, type Transaction } from "../../platform/store/index.ts";
import type { Random } from "../../platform/random/index.ts";
import { findCurrentLog, originOf } from "./current-log.ts";
import type { EntryDetails } from "./entry.ts";
import { EntryMaker } from "./entry-maker.ts";
import { extendLog } from "./extend-log.ts";
import type { Checkpoint } from "./journal.ts";
import { type LogRow, logTable } from "./journal.table.ts";
import { PendingSeal } from "./pending-seal.ts";
import type { KnownCheckpoint } from "./recall-checkpoint.ts";
import { ed25519Signer } from "./signed-note.ts";

export interface LogOptions {
  readonly operator: string;
  readonly random: Random;
  /** The name of the first log: `<operator>.upheld/journal`. */
  readonly origin: string;
  /** The journal's Ed25519 private key. */
  readonly key: KeyObject;
}

/** What a log opened after a restore follows on. */
export interface Continuation {
  /** The newest checkpoint known to be signed. */
  readonly known: KnownCheckpoint;
  /** The last log that the store holds. */
  readonly last: LogRow | null;
  /** From when to when entries may be missing, ms; from 0 when the store holds none. */
  readonly gapFrom: number;
  readonly gapTo: number;
}

interface OpenedLog {
  readonly number: number;
  readonly checkpoint: Checkpoint;
}

/**
 * Opens the first log of a store. Its first entry is `log-opened`. Safe at any start.
 * @returns its checkpoint; null when there was a log
 */
export async function openFirstLog(store: Store, options: LogOptions): Promise<Checkpoint | null> {
  if ((await store.read(findCurrentLog)) !== null) return null;
  try {
    return await store.transaction((tx) => openLog(tx, options, 1, null, {}));
  } catch (error) {
    // Another process opened it at the same moment.
    if (!(error instanceof StoreError && error.code === "conflict")) throw error;
    if ((await store.read(findCurrentLog)) === null) throw error;
    return null;
  }
}

/**
 * Opens the next log after a restore. Its first entry commits to the last known checkpoint and states the gap. Its
 * number is one that has signed nothing yet, neither in this store nor in the one that is known of.
 */
export async function openNextLog(
  tx: Transaction,
  options: LogOptions,
  { known, last, gapFrom, gapTo }: Continuation,
): Promise<OpenedLog> {
  const number = Math.max(last?.number ?? 0, known.number) + 1;
  const checkpoint = await openLog(tx, options, number, last, {
    continues: known.origin,
    continuesSize: known.size,
    continuesRoot: Buffer.from(known.rootHash).toString("hex"),
    heldSize: last?.size ?? 0,
    gapFrom,
    gapTo,
  });
  return { number, checkpoint };
}

async function openLog(
  tx: Transaction,
  options: LogOptions,
  number: number,
  last: LogRow | null,
  details: EntryDetails,
): Promise<Checkpoint> {
  const origin = originOf(options.origin, number);
  const log: LogRow = {
    number,
    origin,
    start: last === null ? 0 : last.start + last.size,
    size: 0,
    frontier: new Uint8Array(),
    owner: null,
    lease_until: 0,
    pruned: last?.pruned ?? 0,
  };
  await tx.insert(logTable, [log]);
  const first = new EntryMaker(
    options.operator,
    options.random,
    new PendingSeal(options.operator, options.key),
  ).make(
    {
      event: "log-opened",
      actor: { kind: "system", id: "journal" },
      details: { ...details, origin },
    },
    tx.at,
  );
  return extendLog(tx, log, [first], ed25519Signer(origin, options.key));
}
