import { setImmediate as nextTurn } from "node:timers/promises";
import { prepare, type Store } from "../../platform/store/index.ts";
import { adjudicate, type UpperTile } from "./adjudicate.ts";
import { numberOf, originOf } from "./current-log.ts";
import { type Finding, Findings } from "./finding.ts";
import { JournalError } from "./journal.errors.ts";
import type { JournalTables, LogRow, PendingRow } from "./journal.table.ts";
import { Frontier, HASH_SIZE } from "./merkle-tree.ts";
import { PrunedEntries } from "./pruned-entries.ts";
import { RecountedTree } from "./recount-tree.ts";
import {
  ed25519Verifier,
  type NoteVerifier,
  openNote,
  parseNote,
  parseVerifierKey,
  verifierKey,
} from "./signed-note.ts";
import { parseCheckpoint } from "./tlog-checkpoint.ts";
import { SignedTrees } from "./signed-trees.ts";
import { TILE_WIDTH } from "./tlog-tile.ts";
import { storedTile } from "./tree-reader.ts";
import { type SignedTree, verifyCheckpoints, verifyCosignatures } from "./verify-checkpoints.ts";
import { type CountedTile, countEntries } from "./verify-entries.ts";
import { verifyExtent } from "./verify-extent.ts";
import { verifyQueue } from "./verify-queue.ts";

export interface VerifyOptions {
  readonly store: Store;
  /** The public key of the first log, as `OperatorJournal.verifierKey` gives it. */
  readonly verifierKey: string;
  /** As `OperatorJournal.isGenuine`: whether the journal wrote a row that waits for its place. */
  readonly isGenuine: (row: PendingRow) => boolean;
  /** Whose cosignatures are checked; those of others are passed over. */
  readonly witnesses?: readonly NoteVerifier[];
  /** A checkpoint that somebody kept: a signed note. The log must continue it. */
  readonly since?: string;
  /** The time, ms, by which an entry that waits is late. */
  readonly now: number;
  /** Called after each 256 entries, with how many of how many were read. */
  readonly onProgress?: (done: number, total: number) => void;
}

export interface Verification {
  /** True when nothing was found. */
  readonly sound: boolean;
  readonly findings: readonly Finding[];
  /** How many findings there were beyond those listed. */
  readonly omitted: number;
  readonly logs: readonly VerifiedLog[];
  /** Entries whose text was removed at the policy's term; their hashes are in the tree. */
  readonly pruned: number;
  /** Entries that wait for their place. */
  readonly pending: number;
}

export interface VerifiedLog {
  readonly origin: string;
  readonly size: number;
  /** Recounted from the entries. */
  readonly rootHash: Uint8Array;
  /** Stored checkpoints with a good signature. */
  readonly checkpoints: number;
  /** Good cosignatures of configured witnesses. */
  readonly cosignatures: number;
}

/** Differing tiles kept for telling who is wrong; of more, the first are enough. */
const MOST_DIFFERING = 200;

const logs = prepare<JournalTables>()((db) => db.selectFrom("journal_log").selectAll().orderBy("number"));

/**
 * Recounts every log of a store from its entries and sets it against its stored hashes, tiles, signed checkpoints and
 * cosignatures, and against a checkpoint that the caller kept. Reads in pages, beside a running sequencer; what comes
 * in after the start is left for the next time.
 * @throws JournalError when `since` is no checkpoint that this operator's log has signed
 */
export async function verifyJournal(options: VerifyOptions): Promise<Verification> {
  const { store, since } = options;
  const findings = new Findings();
  const rows = await store.read((reader) => reader.all(logs, {}));
  const key = parseVerifierKey(options.verifierKey);
  const keyOf = (number: number) =>
    ed25519Verifier(verifierKey(originOf(key.name, number), key.type, key.publicKey));
  const kept = since === undefined ? null : openKept(since, key.name, keyOf);
  if (rows.length === 0) findings.add("log-missing", key.name);
  if (kept !== null && !rows.some((log) => log.origin === kept.origin))
    findings.add("log-missing", kept.origin);

  const pruned = new PrunedEntries();
  const verified: VerifiedLog[] = [];
  const total = rows.reduce((sum, log) => sum + log.size, 0);
  let done = 0;
  const onTile = (count: number) => {
    done += count;
    options.onProgress?.(done, total);
  };
  for (const log of rows) {
    if (log.origin !== originOf(key.name, log.number)) findings.add("head-altered", log.origin);
    const expected = kept?.origin === log.origin ? kept : null;
    verified.push(
      await verifyLog({ ...options, log, key: keyOf(log.number), expected, pruned, findings, onTile }),
    );
  }
  const newest = rows.at(-1);
  const end = newest === undefined ? 0 : newest.start + newest.size;
  const pending = await verifyQueue(options, end, pruned, findings);
  pruned.verify(findings);
  return {
    sound: findings.list.length === 0,
    findings: findings.list,
    omitted: findings.omitted,
    logs: verified,
    pruned: pruned.count,
    pending,
  };
}

function openKept(
  since: string,
  first: string,
  keyOf: (number: number) => NoteVerifier,
): SignedTree & { readonly origin: string } {
  const checkpoint = parseCheckpoint(parseNote(since).text);
  const number = numberOf(checkpoint.origin, first);
  if (number === null) throw new JournalError("checkpoint-foreign", checkpoint.origin);
  openNote(since, [keyOf(number)]);
  return checkpoint;
}

interface LogOptions extends VerifyOptions {
  readonly log: LogRow;
  readonly key: NoteVerifier;
  readonly expected: SignedTree | null;
  readonly pruned: PrunedEntries;
  readonly findings: Findings;
  readonly onTile: (count: number) => void;
}

async function verifyLog(options: LogOptions): Promise<VerifiedLog> {
  const { store, log, expected, findings } = options;
  const signed = await verifyCheckpoints(store, log, options.key, findings);
  const cosignatures = await verifyCosignatures(store, log, options.witnesses ?? [], findings);
  if (expected !== null && expected.size > log.size)
    findings.add("log-shrunk", `checkpoint ${expected.size}`);
  const trees = new SignedTrees(expected === null ? signed : [...signed, expected], findings);

  const upper: UpperTile[] = [];
  const differing: CountedTile[] = [];
  let last: CountedTile | null = null;
  const tree = new RecountedTree(async (level, place, hashes) => {
    if (level === 0) return;
    const stored = await store.read((reader) => storedTile(reader, log.number, level, place));
    upper.push({ level, place, counted: hashes, stored: stored?.subarray(0, hashes.length) ?? null });
  });

  for await (const tile of countEntries(store, store.operator, log, options.pruned, findings)) {
    const { place, counted, stored, unlike } = tile;
    trees.check(tree, place * TILE_WIDTH, counted);
    await tree.add(place, counted);
    const differs = unlike.length > 0 || stored === null || Buffer.compare(counted, stored) !== 0;
    if (differs && differing.length < MOST_DIFFERING) differing.push(tile);
    last = tile;
    options.onTile(counted.length / HASH_SIZE);
    // A process that also serves must answer in between.
    if (place % 16 === 15) await nextTurn();
  }

  const { root, frontier } = await tree.finish();
  const newest = signed.at(-1);
  const signedRoot = newest?.size === log.size ? newest.rootHash : null;
  const headRoot = Frontier.parse(log.size, log.frontier)?.root();
  const headFits = headRoot !== undefined && Buffer.compare(headRoot, root) === 0;
  const entriesFit = !trees.contradicted && (signedRoot !== null || headFits);
  adjudicate({ size: log.size, signedRoot, entriesFit, differing, last, upper }, findings);
  if (entriesFit && Buffer.compare(frontier.bytes(), log.frontier) !== 0)
    findings.add("head-altered", log.origin);
  await verifyExtent(store, log.number, findings);
  return { origin: log.origin, size: log.size, rootHash: root, checkpoints: signed.length, cosignatures };
}
