import { prepare, type Reader, type Tables } from "../../platform/store/index.ts";
import type { enquiryTable } from "./enquiry.table.ts";

const byReference = prepare<Tables<typeof enquiryTable>, { reference: string }>()((db, param) =>
  db.selectFrom("enquiry").select(["subject", "confirmation"]).where("reference", "=", param("reference")),
);

/** The person of an enquiry, and the confirmation that was mailed with it (link kind `confirm`). Null when there is none. */
export async function confirmationOf(
  reader: Reader,
  reference: string,
): Promise<{ readonly subject: string; readonly confirmation: string } | null> {
  const row = await reader.first(byReference, { reference });
  return row === undefined || row.confirmation === null
    ? null
    : { subject: row.subject, confirmation: row.confirmation };
}
