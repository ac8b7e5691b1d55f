import type { Reader } from "../../platform/store/index.ts";
import { currentLog } from "./current-log.ts";
import { JournalError } from "./journal.errors.ts";
import { consistencyPath } from "./tree-reader.ts";

/**
 * The path (RFC 9162, section 2.1.4) that the current log's tree of `newer` leaves continues that of `older`: what a
 * witness asks for beside a checkpoint.
 * @throws JournalError `proof-impossible` beyond the log's size
 */
export async function proveContinuation(reader: Reader, older: number, newer: number): Promise<Uint8Array[]> {
  const log = await currentLog(reader);
  if (newer > log.size) throw new JournalError("proof-impossible", `${newer} of ${log.size}`);
  return consistencyPath(reader, log.number, older, newer);
}
