import { prepare, type Transaction } from "../../platform/store/index.ts";
import { edgeTiles, growTiles } from "./grow-tiles.ts";
import { JournalError } from "./journal.errors.ts";
import type { Checkpoint } from "./journal.ts";
import {
  checkpointTable,
  entryTable,
  type JournalTables,
  type LogRow,
  type PendingRow,
  tileTable,
} from "./journal.table.ts";
import { Frontier } from "./merkle-tree.ts";
import { type ed25519Signer, ed25519Verifier, openNote, parseVerifierKey, signNote } from "./signed-note.ts";
import { formatCheckpoint, parseCheckpoint } from "./tlog-checkpoint.ts";
import { TILE_WIDTH } from "./tlog-tile.ts";

const tile = prepare<JournalTables, { log: number; level: number; place: number }>()((db, param) =>
  db
    .selectFrom("journal_tile")
    .select("hashes")
    .where("log", "=", param("log"))
    .where("level", "=", param("level"))
    .where("place", "=", param("place")),
);

const replaceTile = prepare<
  JournalTables,
  { log: number; level: number; place: number; hashes: Uint8Array }
>()((db, param) =>
  db
    .updateTable("journal_tile")
    .set({ hashes: param("hashes") })
    .where("log", "=", param("log"))
    .where("level", "=", param("level"))
    .where("place", "=", param("place")),
);

const checkpointAt = prepare<JournalTables, { log: number; size: number }>()((db, param) =>
  db
    .selectFrom("journal_checkpoint")
    .select("note")
    .where("log", "=", param("log"))
    .where("size", "=", param("size")),
);

const dropCheckpoint = prepare<JournalTables, { log: number; size: number }>()((db, param) =>
  db
    .deleteFrom("journal_checkpoint")
    .where("log", "=", param("log"))
    .where("size", "=", param("size"))
    .where((eb) =>
      eb.not(
        eb.exists(
          eb
            .selectFrom("journal_cosignature")
            .select("witness")
            .whereRef("journal_cosignature.log", "=", "journal_checkpoint.log")
            .whereRef("journal_cosignature.size", "=", "journal_checkpoint.size"),
        ),
      ),
    ),
);

const moveHead = prepare<JournalTables, { log: number; size: number; frontier: Uint8Array }>()((db, param) =>
  db
    .updateTable("journal_log")
    .set({ size: param("size"), frontier: param("frontier") })
    .where("number", "=", param("log")),
);

type LogSigner = ReturnType<typeof ed25519Signer>;

/**
 * Gives entries their places at the end of the log: entries, tiles, signed checkpoint and head, all in `tx`, whose
 * caller holds the log's row.
 * @throws JournalError `log-damaged` when head, tiles and last checkpoint do not fit: nothing is signed on top of that
 */
export async function extendLog(
  tx: Transaction,
  log: LogRow,
  rows: readonly PendingRow[],
  signer: LogSigner,
): Promise<Checkpoint> {
  const frontier = await frontierOf(tx, log, signer);
  const hashes = rows.map((row) => row.leaf_hash);
  for (const hashed of hashes) frontier.append(hashed);

  await tx.insert(
    entryTable,
    rows.map(({ id, at, event, subject, leaf, leaf_hash }, i) => {
      return { position: log.start + log.size + i, id, at, event, subject, leaf, leaf_hash };
    }),
  );
  await writeTiles(tx, log, hashes);

  const { size } = frontier;
  const rootHash = frontier.root();
  const note = signNote(formatCheckpoint({ origin: log.origin, size, rootHash, extensions: [] }), [signer]);
  await tx.insert(checkpointTable, [{ log: log.number, size, at: tx.at, note }]);
  const sameTile = Math.floor(log.size / TILE_WIDTH) === Math.floor(size / TILE_WIDTH);
  if (sameTile) await tx.change(dropCheckpoint, { log: log.number, size: log.size });
  await tx.change(moveHead, { log: log.number, size, frontier: frontier.bytes() });
  return { origin: log.origin, size, rootHash, note };
}

async function frontierOf(tx: Transaction, log: LogRow, signer: LogSigner): Promise<Frontier> {
  const frontier = Frontier.parse(log.size, log.frontier);
  if (frontier === null) throw new JournalError("log-damaged", "frontier");
  if (log.size === 0) return frontier;
  const last = await tx.first(checkpointAt, { log: log.number, size: log.size });
  if (last === undefined) throw new JournalError("log-damaged", `no checkpoint ${log.size}`);
  if (!signedFor(last.note, frontier, signer))
    throw new JournalError("log-damaged", `checkpoint ${log.size}`);
  return frontier;
}

/** Whether we signed this checkpoint, and for this tree: who has the database alone can write a head, but not sign it. */
function signedFor(note: string, frontier: Frontier, signer: LogSigner): boolean {
  try {
    const { text } = openNote(note, [ed25519Verifier(parseVerifierKey(signer.verifierKey))]);
    const { origin, size, rootHash } = parseCheckpoint(text);
    const same = Buffer.compare(rootHash, frontier.root()) === 0;
    return same && origin === signer.name && size === frontier.size;
  } catch (error) {
    if (error instanceof JournalError) return false;
    throw error;
  }
}

async function writeTiles(tx: Transaction, log: LogRow, hashes: readonly Uint8Array[]): Promise<void> {
  const edge = new Map<number, Uint8Array>();
  for (const { level, place } of edgeTiles(log.size)) {
    const row = await tx.first(tile, { log: log.number, level, place });
    if (row === undefined) throw new JournalError("log-damaged", `no tile ${level}/${place}`);
    edge.set(level, row.hashes);
  }
  const grown = growTiles(log.size, (level) => edge.get(level) ?? new Uint8Array(), hashes);
  for (const { level, place, hashes: all, known } of grown) {
    const row = { log: log.number, level, place, hashes: all };
    if (known === 0) await tx.insert(tileTable, [row]);
    else await tx.change(replaceTile, row);
  }
}
