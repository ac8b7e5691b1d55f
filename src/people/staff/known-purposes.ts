import type { Transaction } from "../../platform/store/index.ts";
import type { ProcessingOperation } from "../../policy/index.ts";
import { StaffError } from "./staff.errors.ts";
import type { StaffParts } from "./staff-parts.ts";

/** A purpose of the policy in force or of the law, and the operations that it allows. */
interface KnownPurpose {
  readonly code: string;
  readonly operations: readonly ProcessingOperation[];
}

/** Every purpose for which somebody may be authorised now. */
export async function knownPurposes(
  tx: Transaction,
  parts: Pick<StaffParts, "publication" | "statutory">,
): Promise<KnownPurpose[]> {
  const policy = await parts.publication.inForce(tx, tx.at);
  return [...(policy?.compiled.purposes ?? []), ...parts.statutory];
}

/**
 * An authorisation for a purpose that nobody has declared would lie in wait for whoever declares it.
 * @throws StaffError `purpose-unknown`, `operation-unknown`
 */
export async function requireKnownPurposes(
  tx: Transaction,
  authorisations: readonly {
    readonly purpose: string;
    readonly operations: readonly ProcessingOperation[];
  }[],
  parts: Pick<StaffParts, "publication" | "statutory">,
): Promise<void> {
  const known = await knownPurposes(tx, parts);
  for (const { purpose, operations } of authorisations) {
    const declared = known.find(({ code }) => code === purpose);
    if (declared === undefined) throw new StaffError("purpose-unknown");
    if (operations.length === 0 || !operations.every((item) => declared.operations.includes(item))) {
      throw new StaffError("operation-unknown");
    }
  }
}
