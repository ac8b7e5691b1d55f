import { prepare, type Store } from "../../platform/store/index.ts";
import type { Findings } from "./finding.ts";
import type { JournalTables } from "./journal.table.ts";
import { HASH_SIZE } from "./merkle-tree.ts";
import { hashesAt, TILE_WIDTH } from "./tlog-tile.ts";

/** Excess entries that are told one by one. */
const MOST = 20;

const logsFrom = prepare<JournalTables, { number: number }>()((db, param) =>
  db
    .selectFrom("journal_log")
    .select(["start", "size"])
    .where("number", ">=", param("number"))
    .orderBy("number")
    .limit(2),
);

const beyond = prepare<JournalTables, { end: number; next: number; limit: number }>()((db, param) =>
  db
    .selectFrom("journal_entry")
    .select("position")
    .where("position", ">=", param("end"))
    .where("position", "<", param("next"))
    .orderBy("position")
    .limit(param("limit")),
);

const lastTile = prepare<JournalTables, { log: number; level: number }>()((db, param) =>
  db
    .selectFrom("journal_tile")
    .select(["place", "hashes"])
    .where("log", "=", param("log"))
    .where("level", "=", param("level"))
    .orderBy("place", "desc")
    .limit(1),
);

const signedBeyond = prepare<JournalTables, { log: number; size: number; limit: number }>()((db, param) =>
  db
    .selectFrom("journal_checkpoint")
    .select("size")
    .where("log", "=", param("log"))
    .where("size", ">", param("size"))
    .orderBy("size")
    .limit(param("limit")),
);

/** Finds entries, hashes and checkpoints beyond what the log says it holds, in one snapshot. */
export async function verifyExtent(store: Store, number: number, findings: Findings): Promise<void> {
  await store.read(async (reader) => {
    const [log, next] = await reader.all(logsFrom, { number });
    if (log === undefined) return;
    const end = log.start + log.size;
    const limits = { end, next: next?.start ?? Number.MAX_SAFE_INTEGER, limit: MOST };
    for (const { position } of await reader.all(beyond, limits)) {
      findings.add("entry-added", `entry ${position - log.start}`);
    }
    for (const { size } of await reader.all(signedBeyond, { log: number, size: log.size, limit: MOST })) {
      findings.add("log-shrunk", `checkpoint ${size}`);
    }
    for (let level = 0; level === 0 || hashesAt(level - 1, log.size) > 0; level++) {
      const tile = await reader.first(lastTile, { log: number, level });
      if (tile === undefined) continue;
      const excess = tile.place * TILE_WIDTH + tile.hashes.length / HASH_SIZE - hashesAt(level, log.size);
      if (excess > 0) findings.add("tile-altered", `tile/${level}, after its end`);
    }
  });
}
