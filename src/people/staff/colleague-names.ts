import type { Pseudonym, Transaction } from "../../platform/store/index.ts";
import { readSubject } from "../subjects/index.ts";
import { requireActorRight } from "./require-right.ts";
import type { StaffParts } from "./staff-parts.ts";
import type { SignedInStaff } from "./staff-session.ts";

/**
 * The names of colleagues who stand beside somebody's work, for who may see the list of staff as well: they manage staff
 * and may extract under `security`. Nobody else is asked about, so that looking at an enquiry leaves no refusal behind;
 * they get no name, and nothing is opened. Each name that is opened is journalled. Those who cannot be shown are left
 * out.
 */
export async function colleagueNames(
  tx: Transaction,
  { staff: id, rights, authorisations }: Pick<SignedInStaff, "staff" | "rights" | "authorisations">,
  colleagues: readonly Pseudonym[],
  { gate, vault }: Pick<StaffParts, "gate" | "vault">,
): Promise<ReadonlyMap<Pseudonym, string>> {
  const names = new Map<Pseudonym, string>();
  const mayOpen = authorisations.some(
    ({ purpose, operations }) => purpose === "security" && operations.includes("extract"),
  );
  const wanted = new Set(colleagues);
  wanted.delete(id);
  if (!mayOpen || !rights.includes("manage-staff") || wanted.size === 0) return names;
  const actor = { kind: "staff", id } as const;
  await requireActorRight(tx, actor, "manage-staff", tx.at);
  for (const staff of wanted) {
    const ruling = await gate.ask(tx, {
      actor,
      purpose: "security",
      operation: "extract",
      subjects: [staff],
      attributes: ["name"],
    });
    if (!ruling.allowed) continue;
    const [name] = await readSubject(tx, ruling.permit, staff, ["name"], vault);
    if (name !== undefined) names.set(staff, name.value);
  }
  return names;
}
