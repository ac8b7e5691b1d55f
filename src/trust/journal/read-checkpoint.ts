import { prepare, type Reader } from "../../platform/store/index.ts";
import { findCurrentLog, findLog } from "./current-log.ts";
import { JournalError } from "./journal.errors.ts";
import type { Checkpoint } from "./journal.ts";
import type { JournalTables } from "./journal.table.ts";
import { parseNote } from "./signed-note.ts";
import { parseCheckpoint } from "./tlog-checkpoint.ts";

const checkpointOf = prepare<JournalTables, { log: number; size: number }>()((db, param) =>
  db
    .selectFrom("journal_checkpoint")
    .select("note")
    .where("log", "=", param("log"))
    .where("size", "=", param("size")),
);

const cosignaturesOf = prepare<JournalTables, { log: number; size: number }>()((db, param) =>
  db
    .selectFrom("journal_cosignature")
    .select("line")
    .where("log", "=", param("log"))
    .where("size", "=", param("size"))
    .orderBy("witness"),
);

/**
 * The newest checkpoint of the current log, or of the n-th, with the cosignatures that came for it: what is served at
 * `/journal/checkpoint` and `/journal/<n>/checkpoint`.
 * @throws JournalError `log-unopened`
 */
export async function readCheckpoint(reader: Reader, number?: number): Promise<Checkpoint> {
  const log = number === undefined ? await findCurrentLog(reader) : await findLog(reader, number);
  const row =
    log === null ? undefined : await reader.first(checkpointOf, { log: log.number, size: log.size });
  if (log === null || row === undefined) throw new JournalError("log-unopened");
  const lines = await reader.all(cosignaturesOf, { log: log.number, size: log.size });
  const note = row.note + lines.map(({ line }) => line).join("");
  const { origin, size, rootHash } = parseCheckpoint(parseNote(note).text);
  return { origin, size, rootHash, note };
}
