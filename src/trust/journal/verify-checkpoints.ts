import { prepare, type Store } from "../../platform/store/index.ts";
import type { Findings } from "./finding.ts";
import { JournalError } from "./journal.errors.ts";
import type { JournalTables, LogRow } from "./journal.table.ts";
import { type NoteVerifier, openNote, parseNote, parseSignatureLine } from "./signed-note.ts";
import { parseCheckpoint } from "./tlog-checkpoint.ts";

const PAGE = 1_000;

const checkpoints = prepare<JournalTables, { log: number; after: number; limit: number }>()((db, param) =>
  db
    .selectFrom("journal_checkpoint")
    .select(["size", "note"])
    .where("log", "=", param("log"))
    .where("size", ">", param("after"))
    .orderBy("size")
    .limit(param("limit")),
);

const cosignatures = prepare<JournalTables, { log: number }>()((db, param) =>
  db
    .selectFrom("journal_cosignature")
    .innerJoin("journal_checkpoint", (join) =>
      join
        .onRef("journal_checkpoint.log", "=", "journal_cosignature.log")
        .onRef("journal_checkpoint.size", "=", "journal_cosignature.size"),
    )
    .select(["journal_cosignature.size", "journal_cosignature.line", "journal_checkpoint.note"])
    .where("journal_cosignature.log", "=", param("log"))
    .orderBy("journal_cosignature.size"),
);

/** A tree that the log has signed for. */
export interface SignedTree {
  readonly size: number;
  readonly rootHash: Uint8Array;
}

/** Checks text and signature of each stored checkpoint; resolves with the trees of the good ones, smallest first. */
export async function verifyCheckpoints(
  store: Store,
  log: LogRow,
  key: NoteVerifier,
  findings: Findings,
): Promise<SignedTree[]> {
  const signed: SignedTree[] = [];
  let newest = -1;
  for (let after = -1; ; ) {
    const rows = await store.read((reader) =>
      reader.all(checkpoints, { log: log.number, after, limit: PAGE }),
    );
    for (const { size, note } of rows) {
      newest = size;
      const tree = verifyCheckpoint(log, key, size, note, findings);
      if (tree !== null && size <= log.size) signed.push(tree);
    }
    const last = rows.at(-1);
    if (last === undefined) break;
    after = last.size;
  }
  if (newest < log.size) findings.add("checkpoint-missing", `checkpoint ${log.size}`);
  return signed;
}

function verifyCheckpoint(
  log: LogRow,
  key: NoteVerifier,
  size: number,
  note: string,
  findings: Findings,
): SignedTree | null {
  const where = `checkpoint ${size}`;
  try {
    const { text } = openNote(note, [key]);
    const stated = parseCheckpoint(text);
    if (stated.origin === log.origin && stated.size === size) return { size, rootHash: stated.rootHash };
    findings.add("checkpoint-altered", where);
  } catch (error) {
    if (!(error instanceof JournalError)) throw error;
    const unsigned = error.code === "note-wrong-signature" || error.code === "note-unknown-key";
    findings.add(unsigned ? "checkpoint-signature" : "checkpoint-altered", where);
  }
  return null;
}

/** Checks what configured witnesses have signed; resolves with how many cosignatures were good. */
export async function verifyCosignatures(
  store: Store,
  log: LogRow,
  witnesses: readonly NoteVerifier[],
  findings: Findings,
): Promise<number> {
  let good = 0;
  const rows = await store.read((reader) => reader.all(cosignatures, { log: log.number }));
  for (const { size, line, note } of rows) {
    try {
      const signature = parseSignatureLine(line.slice(0, -1));
      const witness = witnesses.find(
        (known) => known.name === signature.name && known.keyId === signature.keyId,
      );
      if (witness === undefined) continue;
      if (witness.verify(parseNote(note).text, signature.signature)) good += 1;
      else findings.add("cosignature-wrong", `checkpoint ${size}`);
    } catch (error) {
      if (!(error instanceof JournalError)) throw error;
      findings.add("cosignature-wrong", `checkpoint ${size}`);
    }
  }
  return good;
}
