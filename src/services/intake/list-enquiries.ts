import type { Reader, Tables } from "../../platform/store/index.ts";
import type { EnquiryStatus, enquiryTable, Topic } from "./enquiry.table.ts";
import type { FreeTextFlag } from "./free-text-rules.ts";
import type { AdvertisingReason } from "./weigh-advertising.ts";

/** An enquiry as a list shows it: nothing of the person. */
export interface EnquirySummary {
  /** Its place in lists; what `before` takes. */
  readonly id: string;
  readonly reference: string;
  readonly form: string;
  readonly purpose: string;
  readonly topic: Topic;
  readonly about: string | null;
  readonly status: EnquiryStatus;
  readonly receivedAt: number;
  readonly flags: readonly FreeTextFlag[];
  /** True while it waits for its address to be confirmed. */
  readonly held: boolean;
  /** Why it looked like advertising when it came. */
  readonly suspicion: readonly AdvertisingReason[];
  /** True while it is held for that. */
  readonly advertising: boolean;
  readonly confirmedAt: number | null;
  readonly closedAt: number | null;
}

export interface EnquiryPage {
  /**
   * Left out: every state. `unconfirmed` are those that wait for their sender, `advertising` those that are held as
   * suspected; no other list shows either.
   */
  readonly status?: EnquiryStatus | "unconfirmed" | "advertising";
  /** Of one topic alone. */
  readonly topic?: string;
  /** Leave these topics out: they reach others (clause itsectr-agreement/4.2.3). */
  readonly without?: readonly string[];
  readonly limit: number;
  /** `id` of the last of the page before. */
  readonly before?: string;
}

const COLUMNS = [
  "id",
  "reference",
  "form",
  "purpose",
  "topic",
  "about",
  "status",
  "received_at",
  "flags",
  "held",
  "suspicion",
  "advertising",
  "confirmed_at",
  "closed_at",
] as const;

/**
 * The newest enquiries first, at most `limit`: those whose purpose is one of `purposes`, which are the asking member of
 * staff's (clause itsectr-privacy/1.1.1).
 */
export async function listEnquiries(
  reader: Reader,
  purposes: readonly string[],
  { status, topic, without = [], limit, before }: EnquiryPage,
): Promise<EnquirySummary[]> {
  if (purposes.length === 0) return [];
  let query = readableBy(reader, purposes)
    .where("advertising", "=", status === "advertising")
    .orderBy("id", "desc");
  if (status !== "advertising") query = query.where("held", "=", status === "unconfirmed");
  if (status === "open" || status === "answered" || status === "closed") {
    query = query.where("status", "=", status);
  }
  if (topic !== undefined) query = query.where("topic", "=", topic);
  if (without.length > 0) query = query.where("topic", "not in", without);
  if (before !== undefined) query = query.where("id", "<", before);
  return (await query.limit(limit).execute()).map(summaryOf);
}

/** An enquiry that waits for an answer, and for how long it has. */
export interface DueEnquiry extends EnquirySummary {
  /** ms */
  readonly waiting: number;
}

/**
 * What waits for an answer, longest first (clause itsectr-privacy/4.1.1); held ones wait for their senders instead.
 * @param without topics that reach others
 */
export async function enquiriesDue(
  reader: Reader,
  purposes: readonly string[],
  at: number,
  limit = 100,
  without: readonly string[] = [],
): Promise<DueEnquiry[]> {
  if (purposes.length === 0) return [];
  const rows = await readableBy(reader, purposes)
    .where("held", "=", false)
    .where("advertising", "=", false)
    .where("status", "=", "open")
    .$if(without.length > 0, (query) => query.where("topic", "not in", without))
    .orderBy("id")
    .limit(limit)
    .execute();
  return rows.map((row) => ({ ...summaryOf(row), waiting: Math.max(0, at - row.received_at) }));
}

function readableBy(reader: Reader, purposes: readonly string[]) {
  return reader
    .query<Tables<typeof enquiryTable>>()
    .selectFrom("enquiry")
    .select(COLUMNS)
    .where("purpose", "in", purposes);
}

type SummaryRow = Pick<Tables<typeof enquiryTable>["enquiry"], (typeof COLUMNS)[number]>;

/** A row as lists and pages show it. */
export function summaryOf(row: SummaryRow): EnquirySummary {
  const { id, reference, form, purpose, topic, about, status, flags, held, suspicion, advertising } = row;
  return {
    id,
    reference,
    form,
    purpose,
    topic,
    about,
    status,
    receivedAt: row.received_at,
    flags,
    held,
    suspicion,
    advertising,
    confirmedAt: row.confirmed_at,
    closedAt: row.closed_at,
  };
}
