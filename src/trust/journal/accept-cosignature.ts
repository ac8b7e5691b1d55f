import { equalInConstantTime } from "../../platform/crypto/index.ts";
import { prepare, type Transaction } from "../../platform/store/index.ts";
import { currentLog } from "./current-log.ts";
import { JournalError } from "./journal.errors.ts";
import { checkpointTable, cosignatureTable, type JournalTables } from "./journal.table.ts";
import { formatNote, formatSignatureLine, type NoteVerifier, openNote } from "./signed-note.ts";
import { parseCheckpoint } from "./tlog-checkpoint.ts";
import { cosignatureTime } from "./tlog-cosignature.ts";
import { rootAt } from "./tree-reader.ts";

const checkpointAt = prepare<JournalTables, { log: number; size: number }>()((db, param) =>
  db
    .selectFrom("journal_checkpoint")
    .select("size")
    .where("log", "=", param("log"))
    .where("size", "=", param("size")),
);

const forget = prepare<JournalTables, { log: number; size: number; witness: string }>()((db, param) =>
  db
    .deleteFrom("journal_cosignature")
    .where("log", "=", param("log"))
    .where("size", "=", param("size"))
    .where("witness", "=", param("witness")),
);

/**
 * Keeps what configured witnesses have signed under a checkpoint of the current log. `note` is the checkpoint as they
 * gave it back, with the log's own signature. A newer cosignature of one witness takes the place of its older.
 * @returns how many cosignatures were kept, at least one
 * @throws JournalError `note-unknown-key` when no configured witness, or not the log itself, has signed;
 * `note-wrong-signature`; `checkpoint-foreign` when this log has another root at that size
 */
export async function acceptCosignatures(
  tx: Transaction,
  note: string,
  log: NoteVerifier,
  witnesses: readonly NoteVerifier[],
): Promise<number> {
  const { text, signed: own } = openNote(note, [log]);
  const { signed } = openNote(note, witnesses);
  const { origin, size, rootHash } = parseCheckpoint(text);
  const current = await currentLog(tx);
  if (origin !== current.origin || size > current.size) throw new JournalError("checkpoint-foreign");
  if (!equalInConstantTime(rootHash, await rootAt(tx, current.number, size))) {
    throw new JournalError("checkpoint-foreign", `size ${size}`);
  }
  // The sequencer keeps few checkpoints; one that a witness has signed is worth keeping.
  if ((await tx.first(checkpointAt, { log: current.number, size })) === undefined) {
    const row = { log: current.number, size, at: tx.at, note: formatNote({ text, signatures: own }) };
    await tx.insert(checkpointTable, [row]);
  }
  for (const signature of signed) {
    const witness = `${signature.name}+${signature.keyId.toString(16).padStart(8, "0")}`;
    await tx.change(forget, { log: current.number, size, witness });
    const time = cosignatureTime(signature.signature) ?? 0;
    const line = formatSignatureLine(signature);
    await tx.insert(cosignatureTable, [{ log: current.number, size, witness, time, line }]);
  }
  return signed.length;
}
