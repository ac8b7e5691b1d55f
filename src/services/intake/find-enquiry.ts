import { lockRows, prepare, type Tables, type Transaction } from "../../platform/store/index.ts";
import type { enquiryTable } from "./enquiry.table.ts";
import { IntakeError } from "./intake.errors.ts";
import { parseReference } from "./reference.ts";

const byReference = prepare<Tables<typeof enquiryTable>, { reference: string }>()((db, param, engine) =>
  db
    .selectFrom("enquiry")
    .select([
      "id",
      "shard_key",
      "subject",
      "collection",
      "reference",
      "form",
      "purpose",
      "topic",
      "about",
      "language",
      "status",
      "received_at",
      "entry",
      "flags",
      "confirmation",
      "held",
      "confirmed_at",
      "suspicion",
      "advertising",
      "owner",
      "closed_at",
    ])
    .where("reference", "=", param("reference"))
    .$call(lockRows(engine)),
);

export type EnquiryRow = Awaited<ReturnType<typeof findEnquiry>>;

/**
 * The enquiry with this reference, as somebody typed it; kept as it is until the unit ends.
 * @throws IntakeError `enquiry-unknown`
 */
export async function findEnquiry(tx: Transaction, typed: string) {
  const reference = parseReference(typed);
  const row = reference === null ? undefined : await tx.first(byReference, { reference });
  if (row === undefined) throw new IntakeError("enquiry-unknown");
  return row;
}
