import type { Reader, Tables } from "../../platform/store/index.ts";
import type { enquiryTable } from "./enquiry.table.ts";

/** An enquiry as a list shows it: nothing of the person. */
export interface EnquirySummary {
  readonly reference: string;
  readonly form: string;
  readonly status: "open" | "answered" | "closed";
  readonly receivedAt: number;
}

/**
 * The newest enquiries first, at most `limit`: those whose purpose is one of `purposes`, which are the asking member of
 * staff's (clause itsectr-privacy/1.1.1).
 */
export async function listEnquiries(
  reader: Reader,
  purposes: readonly string[],
  limit: number,
): Promise<EnquirySummary[]> {
  if (purposes.length === 0) return [];
  const rows = await reader
    .query<Tables<typeof enquiryTable>>()
    .selectFrom("enquiry")
    .select(["reference", "form", "status", "received_at"])
    .where("purpose", "in", purposes)
    .orderBy("id", "desc")
    .limit(limit)
    .execute();
  return rows.map(({ reference, form, status, received_at }) => ({
    reference,
    form,
    status,
    receivedAt: received_at,
  }));
}
