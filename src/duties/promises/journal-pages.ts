import { sql } from "kysely";
import type { Reader } from "../../platform/store/index.ts";
import { ABOUT_THE_OPERATOR } from "../../trust/journal/index.ts";
import type { CountedTables } from "./counted-tables.ts";
import { type LeafEntry, readLeaf } from "./journal-leaf.ts";
import { BATCH, type Batch } from "./live-check.ts";

/** What a judgement of entries comes to. */
interface Judged {
  readonly examined: number;
  readonly broken: number;
}

type Judge = (entries: readonly LeafEntry[]) => Promise<Judged>;

/**
 * Counts entries in the log's order, so many places at a time, whatever stands there. Pruned ones cannot be read any
 * more and are passed over; one that is there and cannot be read is broken.
 */
export async function countEntries(
  reader: Reader,
  after: string | null,
  event: "decision" | null,
  judge: Judge,
): Promise<Batch> {
  const from = after === null ? -1 : Number(after);
  const to = from + BATCH;
  const query = reader.query<CountedTables>();
  let placed = query
    .selectFrom("journal_entry")
    .select("leaf")
    .where("position", ">", from)
    .where("position", "<=", to)
    .orderBy("position");
  if (event !== null) placed = placed.where("event", "=", event);
  const last = await query
    .selectFrom("journal_entry")
    .select((eb) => eb.fn.max("position").as("position"))
    .executeTakeFirst();
  const judged = await judgeLeaves(await placed.execute(), judge);
  return { ...judged, next: Number(last?.position ?? -1) > to ? String(to) : null };
}

/** Counts entries about the operator itself, as `countEntries` does those about people. */
export async function countOwnEntries(
  reader: Reader,
  after: string | null,
  events: readonly OwnEvent[],
  judge: Judge,
): Promise<Batch> {
  const rows = await ownEntries(reader, events)
    .select("position")
    .where("position", ">", after === null ? -1 : Number(after))
    .orderBy("position")
    .limit(BATCH)
    .execute();
  const judged = await judgeLeaves(rows, judge);
  return { ...judged, next: rows.length < BATCH ? null : String(rows.at(-1)?.position) };
}

/** What the journal says of each publication, by the version's number; entries past their term are silent. */
export async function publicationsSaid(
  reader: Reader,
): Promise<Map<unknown, NonNullable<LeafEntry["details"]>>> {
  const waiting = await reader
    .query<CountedTables>()
    .selectFrom("journal_pending")
    .select("leaf")
    .where("event", "=", "policy-published")
    .execute();
  const rows = [...(await ownEntries(reader, ["policy-published"]).execute()), ...waiting];
  const said = rows.map(({ leaf }) => readLeaf(leaf)?.details).filter((details) => details !== undefined);
  return new Map(said.map((details) => [details["version"], details]));
}

/** Splits what was looked at into good and bad. */
export function judged<T>(things: readonly T[], isBroken: (thing: T) => boolean): Judged {
  return { examined: things.length, broken: things.filter(isBroken).length };
}

type OwnEvent = "policy-published" | "promise-checked" | "promise-annotated";

function ownEntries(reader: Reader, events: readonly OwnEvent[]) {
  return reader
    .query<CountedTables>()
    .selectFrom("journal_entry")
    .select("leaf")
    .where(sql<boolean>`${sql.raw(ABOUT_THE_OPERATOR)}`)
    .where("event", "in", events);
}

async function judgeLeaves(
  rows: readonly { readonly leaf: Uint8Array | null }[],
  judge: Judge,
): Promise<Judged> {
  const written = rows.filter(({ leaf }) => leaf !== null);
  const entries = written.map(({ leaf }) => readLeaf(leaf)).filter((entry) => entry !== null);
  const { examined, broken } = await judge(entries);
  const unreadable = written.length - entries.length;
  return { examined: examined + unreadable, broken: broken + unreadable };
}
