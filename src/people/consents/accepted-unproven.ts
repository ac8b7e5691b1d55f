import { prepare, type Pseudonym, type Reader, type Tables } from "../../platform/store/index.ts";
import type { PolicyFact } from "../../trust/gate/index.ts";
import type { acceptanceTable } from "./consents.table.ts";

const unprovenBy = prepare<Tables<typeof acceptanceTable>, { subject: Pseudonym; policy: string }>()(
  (db, param) =>
    db
      .selectFrom("acceptance")
      .select("document")
      .distinct()
      .where("subject", "=", param("subject"))
      .where("policy", "=", param("policy"))
      .where("mode", "=", "re-accept-unproven"),
);

/**
 * The documents that a sending accepted anew by the form's own control, in the version in force: whoever can type an
 * address may have used it, so that it counts once the mailbox has confirmed it.
 */
export async function acceptedUnproven(
  reader: Reader,
  subject: Pseudonym,
  inForce: Pick<PolicyFact, "hash">,
): Promise<string[]> {
  return (await reader.all(unprovenBy, { subject, policy: inForce.hash })).map(({ document }) => document);
}
