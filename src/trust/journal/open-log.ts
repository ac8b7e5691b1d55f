import type { KeyObject } from "node:crypto";
import { StoreError, type Store, type Transaction } from "../../platform/store/index.ts";
import type { Random } from "../../platform/random/index.ts";
import { findCurrentLog, originOf } from "./current-log.ts";
import type { EntryDetails } from "./entry.ts";
import { EntryMaker } from "./entry-maker.ts";
import { extendLog } from "./extend-log.ts";
import { type LogRow, logTable } from "./journal.table.ts";
import { PendingSeal } from "./pending-seal.ts";
import { ed25519Signer, ed25519Verifier, openNote, parseVerifierKey } from "./signed-note.ts";
import { parseCheckpoint } from "./tlog-checkpoint.ts";

export interface LogOptions {
  readonly operator: string;
  readonly random: Random;
  /** The name of the first log: `<first host>/journal`. */
  readonly origin: string;
  /** The journal's Ed25519 private key. */
  readonly key: KeyObject;
}

/** What a log opened by a restore follows on. */
export interface Continuation {
  /** The last checkpoint known of the log before: a signed note. */
  readonly checkpoint: string;
  /** From when to when entries may be missing, ms. */
  readonly gapFrom: number;
  readonly gapTo: number;
}

/** Opens the first log of a store; nothing when there is one. Its first entry is `log-opened`. Safe at any start. */
export async function openFirstLog(store: Store, options: LogOptions): Promise<void> {
  if ((await store.read(findCurrentLog)) !== null) return;
  try {
    await store.transaction((tx) => openLog(tx, options, null, {}));
  } catch (error) {
    // Another process opened it at the same moment.
    if (!(error instanceof StoreError && error.code === "conflict")) throw error;
    if ((await store.read(findCurrentLog)) === null) throw error;
  }
}

/**
 * Opens the next log after a restore. Its first entry commits to the last known checkpoint and states the gap.
 * @throws JournalError when the checkpoint is not signed by this operator's log
 */
export async function openNextLog(
  store: Store,
  options: LogOptions,
  continuation: Continuation,
): Promise<void> {
  await store.transaction(async (tx) => {
    const last = await findCurrentLog(tx);
    const number = last?.number ?? 0;
    const verifiers = Array.from({ length: Math.max(number, 1) }, (_, i) =>
      ed25519Verifier(
        parseVerifierKey(ed25519Signer(originOf(options.origin, i + 1), options.key).verifierKey),
      ),
    );
    const continued = parseCheckpoint(openNote(continuation.checkpoint, verifiers).text);
    await openLog(tx, options, last, {
      continues: continued.origin,
      continuesSize: continued.size,
      continuesRoot: Buffer.from(continued.rootHash).toString("hex"),
      heldSize: last?.size ?? 0,
      gapFrom: continuation.gapFrom,
      gapTo: continuation.gapTo,
    });
  });
}

async function openLog(
  tx: Transaction,
  options: LogOptions,
  last: LogRow | null,
  details: EntryDetails,
): Promise<void> {
  const number = (last?.number ?? 0) + 1;
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
  await extendLog(tx, log, [first], ed25519Signer(origin, options.key));
}
