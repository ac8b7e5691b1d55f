import type { StaffErrorCode, StaffRight } from "../people/staff/index.ts";
import type { Pseudonym } from "../platform/store/index.ts";
import type { Operator } from "./operator.ts";

/**
 * Journals that a member of staff tried what they may not (clause itsectr-privacy/1.1.1: publishing, managing and
 * operating each need a right of their own). In a unit of its own, since the one that was refused is undone.
 */
export async function journalRefusedAttempt(
  { store, journal }: Pick<Operator, "store" | "journal">,
  staff: Pseudonym,
  attempt: {
    /** What it would have needed, or was an act of. */
    readonly right: StaffRight;
    readonly code: StaffErrorCode;
    readonly via: "cli" | "console";
  },
): Promise<void> {
  const { right, code, via } = attempt;
  await store.transaction((tx) =>
    journal.append(tx, {
      event: "decision",
      actor: { kind: "staff", id: staff },
      decision: { allowed: false, clause: "1.1.1", code, about: right },
      details: { via },
    }),
  );
}
