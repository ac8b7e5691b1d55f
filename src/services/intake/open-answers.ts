import { prepare, type Pseudonym, type Tables, type Transaction } from "../../platform/store/index.ts";
import type { Permit } from "../../trust/gate/index.ts";
import type { Vault } from "../../trust/vault/index.ts";
import type { enquiryAnswerTable } from "./enquiry.table.ts";

/** What a member of staff wrote to the person. */
export interface OpenedAnswer {
  readonly id: string;
  readonly text: string;
  readonly answeredBy: Pseudonym;
  readonly answeredAt: number;
}

const findAnswers = prepare<Tables<typeof enquiryAnswerTable>, { enquiry: string }>()((db, param) =>
  db
    .selectFrom("enquiry_answer")
    .select(["id", "subject", "scope", "attribute", "text", "answered_by", "answered_at"])
    .where("enquiry", "=", param("enquiry"))
    .orderBy("id"),
);

/** Opens the answers to an enquiry, oldest first, as far as the permit covers them. */
export async function openAnswers(
  tx: Transaction,
  permit: Permit,
  { id: enquiry, subject }: { readonly id: string; readonly subject: Pseudonym },
  vault: Vault,
): Promise<OpenedAnswer[]> {
  const rows = await tx.all(findAnswers, { enquiry });
  if (rows.length === 0) return [];
  const texts = await vault.open(
    tx,
    permit,
    rows.map(({ id, scope, attribute, text }) => ({ scope, subject, attribute, record: id, sealed: text })),
  );
  return rows.map(({ id, answered_by, answered_at }, place) => ({
    id,
    text: texts[place] as string,
    answeredBy: answered_by,
    answeredAt: answered_at,
  }));
}
