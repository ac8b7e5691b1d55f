import type { Pseudonym, Transaction } from "../../platform/store/index.ts";
import { heldAddress, proveStaffMailbox } from "../subjects/index.ts";
import type { StaffParts } from "./staff-parts.ts";

/**
 * Whoever used a link that was mailed to a member's mailbox reads it: the address is theirs from now on, which is
 * journalled once. What the gate refuses, under a block for instance, stays unproven, and signing in goes on.
 */
export async function proveMailbox(
  tx: Transaction,
  used: { readonly staff: Pseudonym; readonly mailbox: string; readonly link: string },
  parts: Pick<StaffParts, "gate" | "journal">,
): Promise<void> {
  const { staff, mailbox, link } = used;
  const held = await heldAddress(tx, mailbox, staff);
  if (held === null || held.proven) return;
  const actor = { kind: "subject", id: staff } as const;
  const asked = {
    purpose: "rights",
    operation: "clarify",
    subjects: [staff],
    attributes: ["email"],
  } as const;
  const ruling = await parts.gate.ask(tx, { ...asked, actor });
  if (!ruling.allowed || !(await proveStaffMailbox(tx, ruling.permit, { staff, mailbox }))) return;
  await parts.journal.append(tx, { event: "address-verified", actor, ...asked, details: { link } });
}
