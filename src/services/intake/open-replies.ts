import { prepare, type Pseudonym, type Tables, type Transaction } from "../../platform/store/index.ts";
import type { Permit } from "../../trust/gate/index.ts";
import type { Vault } from "../../trust/vault/index.ts";
import type { enquiryReplyTable } from "./enquiry.table.ts";

/** What the sender of an enquiry added to it. */
export interface OpenedReply {
  readonly id: string;
  readonly text: string;
  readonly receivedAt: number;
}

const findReplies = prepare<Tables<typeof enquiryReplyTable>, { enquiry: string }>()((db, param) =>
  db
    .selectFrom("enquiry_reply")
    .select(["id", "scope", "attribute", "text", "received_at"])
    .where("enquiry", "=", param("enquiry"))
    .orderBy("id"),
);

/** Opens what was added to an enquiry, oldest first, as far as the permit covers it. */
export async function openReplies(
  tx: Transaction,
  permit: Permit,
  { id: enquiry, subject }: { readonly id: string; readonly subject: Pseudonym },
  vault: Vault,
): Promise<OpenedReply[]> {
  const rows = await tx.all(findReplies, { enquiry });
  if (rows.length === 0) return [];
  const texts = await vault.open(
    tx,
    permit,
    rows.map(({ id, scope, attribute, text }) => ({ scope, subject, attribute, record: id, sealed: text })),
  );
  return rows.map(({ id, received_at: receivedAt }, place) => ({
    id,
    text: texts[place] as string,
    receivedAt,
  }));
}
