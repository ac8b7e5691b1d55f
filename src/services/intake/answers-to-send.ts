import { prepare, type Tables, type Transaction } from "../../platform/store/index.ts";
import type { Permit } from "../../trust/gate/index.ts";
import type { Vault } from "../../trust/vault/index.ts";
import type { enquiryAnswerTable } from "./enquiry.table.ts";

const findAnswer = prepare<Tables<typeof enquiryAnswerTable>, { id: string }>()((db, param) =>
  db
    .selectFrom("enquiry_answer")
    .select(["subject", "scope", "attribute", "text"])
    .where("id", "=", param("id")),
);

/** What the sending of an answer has to know of it, and no more. Both resolve with null when the answer is gone. */
export interface AnswersToSend {
  /** The attribute that the gate has to be asked for. */
  attribute(tx: Transaction, answer: string): Promise<string | null>;
  /** Opens it; the permit has to cover person and attribute. */
  text(tx: Transaction, permit: Permit, answer: string): Promise<string | null>;
}

/** The answers that staff have written, for whoever mails them. */
export function answersToSend({ vault }: { readonly vault: Vault }): AnswersToSend {
  return {
    attribute: async (tx, id) => (await tx.first(findAnswer, { id }))?.attribute ?? null,
    async text(tx, permit, id) {
      const row = await tx.first(findAnswer, { id });
      if (row === undefined) return null;
      const { subject, scope, attribute, text: sealed } = row;
      const [text] = await vault.open(tx, permit, [{ subject, scope, attribute, record: id, sealed }]);
      return text ?? null;
    },
  };
}
