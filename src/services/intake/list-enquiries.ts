import { prepare, type Reader, type Tables } from "../../platform/store/index.ts";
import type { enquiryTable } from "./enquiry.table.ts";

/** An enquiry as a list shows it: nothing of the person. */
export interface EnquirySummary {
  readonly reference: string;
  readonly form: string;
  readonly status: "open" | "answered" | "closed";
  readonly receivedAt: number;
}

const newest = prepare<Tables<typeof enquiryTable>, { limit: number }>()((db, param) =>
  db
    .selectFrom("enquiry")
    .select(["reference", "form", "status", "received_at"])
    .orderBy("id", "desc")
    .limit(param("limit")),
);

/** The newest enquiries first, at most `limit`. */
export async function listEnquiries(reader: Reader, limit: number): Promise<EnquirySummary[]> {
  const rows = await reader.all(newest, { limit });
  return rows.map(({ reference, form, status, received_at }) => ({
    reference,
    form,
    status,
    receivedAt: received_at,
  }));
}
