import { prepare, type Store } from "../../platform/store/index.ts";
import { SALT_SIZE } from "./entry-leaf.ts";
import type { Findings } from "./finding.ts";
import type { EntryRow, JournalTables, LogRow } from "./journal.table.ts";
import { HASH_SIZE, writeLeafHash } from "./merkle-tree.ts";
import type { PrunedEntries } from "./pruned-entries.ts";
import { TILE_WIDTH } from "./tlog-tile.ts";
import { verifyBulk } from "./verify-bulk.ts";
import { verifyShared } from "./verify-shared.ts";

/** Level-0 tiles of one read. */
const TILES_AT_ONCE = 16;

const entries = prepare<JournalTables, { from: number; to: number }>()((db, param) =>
  db
    .selectFrom("journal_entry")
    .selectAll()
    .where("position", ">=", param("from"))
    .where("position", "<", param("to"))
    .orderBy("position"),
);

const tiles = prepare<JournalTables, { log: number; from: number; to: number }>()((db, param) =>
  db
    .selectFrom("journal_tile")
    .select(["place", "hashes"])
    .where("log", "=", param("log"))
    .where("level", "=", 0)
    .where("place", ">=", param("from"))
    .where("place", "<", param("to")),
);

/** The leaves under one level-0 tile, as the entries and as the stored tile give them. */
export interface CountedTile {
  readonly place: number;
  /** What the entries hash to; a missing entry takes the tile's hash, so that it is told once. */
  readonly counted: Buffer;
  /** Null when there is no such tile. */
  readonly stored: Uint8Array | null;
  /** Indexes within the tile whose own stored hash is not what the entry hashes to. */
  readonly unlike: readonly number[];
}

/** Reads every entry of a log in order, hashes it anew, and gives out one level-0 tile after another. */
export async function* countEntries(
  store: Store,
  operator: string,
  log: LogRow,
  pruned: PrunedEntries,
  findings: Findings,
): AsyncGenerator<CountedTile> {
  const width = TILES_AT_ONCE * TILE_WIDTH;
  for (let from = 0; from < log.size; from += width) {
    const to = Math.min(from + width, log.size);
    const first = from / TILE_WIDTH;
    const page = await store.read(async (reader) => ({
      rows: await reader.all(entries, { from: log.start + from, to: log.start + to }),
      tiles: await reader.all(tiles, { log: log.number, from: first, to: Math.ceil(to / TILE_WIDTH) }),
    }));
    const stored = new Map(page.tiles.map(({ place, hashes }) => [place, hashes]));
    let next = 0;
    for (let start = from; start < to; start += TILE_WIDTH) {
      const count = Math.min(TILE_WIDTH, to - start);
      const place = start / TILE_WIDTH;
      const counted = Buffer.allocUnsafe(count * HASH_SIZE);
      // A tile may have grown since the head was read; what stands after the end is checked elsewhere.
      const known = stored.get(place)?.subarray(0, count * HASH_SIZE) ?? null;
      const unlike: number[] = [];
      for (let i = 0; i < count; i++) {
        const row = page.rows[next];
        if (row === undefined || row.position !== log.start + start + i) {
          findings.add("entry-missing", `entry ${start + i}`);
          counted.fill(0, i * HASH_SIZE, (i + 1) * HASH_SIZE);
          if (known !== null) counted.set(known.subarray(i * HASH_SIZE, (i + 1) * HASH_SIZE), i * HASH_SIZE);
          continue;
        }
        next += 1;
        const index = start + i;
        if (row.leaf === null) {
          counted.set(row.leaf_hash.subarray(0, HASH_SIZE), i * HASH_SIZE);
          pruned.emptied(row.position, row.at);
          continue;
        }
        writeLeafHash(row.leaf, counted, i * HASH_SIZE);
        if (
          counted.compare(row.leaf_hash, 0, row.leaf_hash.length, i * HASH_SIZE, (i + 1) * HASH_SIZE) !== 0
        ) {
          unlike.push(i);
        }
        const said = saidBy(row.leaf);
        if (said === null || !labelsFit(row, said, operator))
          findings.add("entry-mislabelled", `entry ${index}`);
        else if (Array.isArray(said.subjects) && said.subjects.length > 1)
          await verifyShared(store, row.id, said.subjects, `entry ${index}`, findings);
        if (row.event === "bulk") await verifyBulk(store, row.id, row.leaf, `entry ${index}`, findings);
        if (row.event === "entries-pruned") pruned.told(row.leaf);
      }
      yield { place, counted, stored: known, unlike };
    }
  }
}

interface Said {
  readonly id?: unknown;
  readonly at?: unknown;
  readonly event?: unknown;
  readonly operator?: unknown;
  readonly subjects?: readonly string[];
}

/** What an entry's text says of itself; null when it is no JSON object. */
function saidBy(leaf: Uint8Array): Said | null {
  try {
    // Latin-1 takes half the time of UTF-8, and what is compared is ASCII either way.
    const text = Buffer.from(leaf.buffer, leaf.byteOffset, leaf.byteLength).toString("latin1", SALT_SIZE);
    const said: unknown = JSON.parse(text);
    return typeof said === "object" ? said : null;
  } catch {
    return null;
  }
}

/** Whether the columns by which the entry is found say what its text says. */
function labelsFit(row: EntryRow, said: Said, operator: string): boolean {
  const subject = said.subjects?.length === 1 ? said.subjects[0] : null;
  return (
    said.id === row.id &&
    said.at === row.at &&
    said.event === row.event &&
    said.operator === operator &&
    subject === row.subject
  );
}
