import type { Tables } from "../../platform/store/index.ts";
import { type Holding, removeRowsOf } from "../../trust/holdings/index.ts";
import { type acceptanceTable, consentsSchema } from "./consents.table.ts";
import { consentsOf } from "./read-consents.ts";

/** What this room holds of a person: what they accepted, and what they consented to. No sealed value. */
export const consentsHolding: Holding = {
  name: "consents",
  tables: consentsSchema.tables.map((table) => table.name),

  async list(tx, permit, subject) {
    permit.require(tx, { operation: ["provide", "extract"], subject });
    const accepted = await tx
      .query<Tables<typeof acceptanceTable>>()
      .selectFrom("acceptance")
      .select(["document", "channel", "started_at"])
      .where("subject", "=", subject)
      .orderBy("id")
      .execute();
    const consents = await consentsOf(tx, subject);
    return [
      ...accepted.map(({ document, channel, started_at }) => ({
        attribute: "acceptance",
        value: document,
        purpose: "legal-compliance",
        source: channel,
        at: started_at,
      })),
      ...consents.map(({ consent, purpose, channel, givenAt, confirmedAt, withdrawnAt }) => ({
        attribute: "consent",
        value: `${consent}: ${stateOf(confirmedAt, withdrawnAt)}`,
        purpose,
        source: channel,
        at: withdrawnAt ?? confirmedAt ?? givenAt,
      })),
    ];
  },

  async remove(tx, permit, subject, limit) {
    permit.require(tx, { operation: ["destroy", "delete"], subject });
    return (
      (await removeRowsOf(tx, "consent_event", "subject", subject, limit)) ||
      removeRowsOf(tx, "acceptance", "subject", subject, limit)
    );
  },
};

function stateOf(
  confirmedAt: number | null,
  withdrawnAt: number | null,
): "withdrawn" | "confirmed" | "given" {
  if (withdrawnAt !== null) return "withdrawn";
  return confirmedAt === null ? "given" : "confirmed";
}
