import { prepare, type Tables, type Transaction } from "../../platform/store/index.ts";
import { attributesFor, type CompiledPolicy } from "../../policy/index.ts";
import type { Gate, Refusal } from "../../trust/gate/index.ts";
import type { Journal } from "../../trust/journal/index.ts";
import { advertiserStanding } from "./advertisers.ts";
import type { Worker } from "./answer-enquiry.ts";
import type { enquiryTable } from "./enquiry.table.ts";
import { findEnquiry } from "./find-enquiry.ts";
import { releasable } from "./suspect-advertising.ts";

const letGo = prepare<Tables<typeof enquiryTable>, { id: string; held: boolean }>()((db, param) =>
  db
    .updateTable("enquiry")
    .set({ advertising: param("held") })
    .where("id", "=", param("id")),
);

/**
 * Lets an enquiry go that was held as suspected advertising: from now on it is one like any other (clause
 * itsectr-agreement/4.3.5). Needs an authorisation to `use`. Journalled.
 * @throws IntakeError `enquiry-unknown`
 */
export async function releaseEnquiry(
  tx: Transaction,
  staff: Worker,
  reference: string,
  {
    gate,
    journal,
    policy,
  }: {
    readonly gate: Gate;
    readonly journal: Pick<Journal, "append">;
    readonly policy: CompiledPolicy;
  },
): Promise<{ readonly repeated: boolean } | { readonly refusal: Refusal }> {
  const row = await findEnquiry(tx, reference);
  const { subject, purpose } = row;
  const act = {
    actor: staff,
    purpose,
    operation: "use",
    subjects: [subject],
    attributes: attributesFor(purpose, policy),
    details: { reference: row.reference },
  } as const;
  const ruling = await gate.ask(tx, act);
  if (!ruling.allowed) return { refusal: ruling.refusal };
  if (!row.advertising) return { repeated: true };
  await tx.change(letGo, { id: row.id, held: false });
  await journal.append(tx, { event: "enquiry-released", ...act });
  return { repeated: false };
}

/**
 * Lets go what somebody sent who may advertise, now that the address is proven to be theirs: before that anybody could
 * have typed it.
 */
export async function releaseAllowed(
  tx: Transaction,
  confirmation: string,
  { journal }: { readonly journal: Pick<Journal, "append"> },
): Promise<void> {
  for (const { id, reference, subject, purpose, leave } of await releasable(tx, confirmation)) {
    const name = leave === null ? null : await advertiserStanding(tx, leave, tx.at);
    if (name === null) continue;
    await tx.change(letGo, { id, held: false });
    await journal.append(tx, {
      event: "enquiry-released",
      actor: { kind: "system", id: "intake" },
      subjects: [subject],
      purpose,
      details: { reference, advertiser: name },
    });
  }
}
