import type { Pseudonym, Transaction } from "../../platform/store/index.ts";
import { readSubject } from "../subjects/index.ts";
import { DOOR, type StaffParts } from "./staff-parts.ts";
import type { SignedInStaff } from "./staff-session.ts";

/** Opens the name of whoever signs in, to show it to them. Journalled. Null when it cannot be shown. */
export async function openName(
  tx: Transaction,
  staff: Pseudonym,
  parts: Pick<StaffParts, "gate" | "vault">,
): Promise<string | null> {
  const ruling = await parts.gate.ask(tx, {
    actor: DOOR,
    purpose: "security",
    operation: "extract",
    subjects: [staff],
    attributes: ["name"],
  });
  if (!ruling.allowed) return null;
  const [name] = await readSubject(tx, ruling.permit, staff, ["name"], parts.vault);
  return name?.value ?? null;
}

/** The name to show for who is signed in: from memory, or opened once and kept there as long as the session lives. */
export async function staffName(
  tx: Transaction,
  signedIn: Pick<SignedInStaff, "staff" | "session" | "expiresAt">,
  parts: Pick<StaffParts, "gate" | "vault" | "names">,
): Promise<string | null> {
  const { staff, session, expiresAt } = signedIn;
  const known = parts.names.of(session, tx.at);
  if (known !== null) return known;
  const name = await openName(tx, staff, parts);
  if (name !== null) tx.afterCommit(() => parts.names.keep(session, name, expiresAt));
  return name;
}
