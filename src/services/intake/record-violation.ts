import { type Random, uuidv7 } from "../../platform/random/index.ts";
import {
  prepare,
  type Pseudonym,
  type Reader,
  type Tables,
  type Transaction,
} from "../../platform/store/index.ts";
import { attributesFor, clauseOf, type CompiledPolicy, registeredClause } from "../../policy/index.ts";
import type { Gate, Refusal } from "../../trust/gate/index.ts";
import type { Journal } from "../../trust/journal/index.ts";
import type { Worker } from "./answer-enquiry.ts";
import { violationTable, type ViolationReason } from "./enquiry.table.ts";
import { findEnquiry } from "./find-enquiry.ts";
import { IntakeError } from "./intake.errors.ts";

export interface RecordedViolation {
  /** As the register names it: `itsectr-agreement/4.3.1`. */
  readonly clause: string;
  readonly reason: ViolationReason;
  readonly recordedAt: number;
  readonly recordedBy: Pseudonym;
}

const ofEnquiry = prepare<Tables<typeof violationTable>, { enquiry: string }>()((db, param) =>
  db
    .selectFrom("violation")
    .select(["clause", "reason", "recorded_at", "recorded_by"])
    .where("enquiry", "=", param("enquiry"))
    .orderBy("id"),
);

/** References to the clauses that forbid something to whoever uses the site; those a violation can be of. */
export function prohibitionsOf({ documents }: CompiledPolicy): string[] {
  return documents.flatMap(({ code, sections }) =>
    sections.flatMap(({ clauses }) =>
      clauses
        .filter(({ kind, invalidated }) => kind === "prohibition-on-user" && invalidated === null)
        .map(({ id }) => `${code}/${id}`),
    ),
  );
}

/**
 * Records that a person broke a clause that forbids it, knowingly false data for one (clauses itsectr-agreement/4.3.1,
 * itsectr-privacy/6.1.1). It changes nothing for them by itself; whoever decides about a suspension reads it. Once for
 * each clause of an enquiry. Needs an authorisation to `record`. Journalled.
 * @throws IntakeError `enquiry-unknown`, `clause-forbids-nothing`
 */
export async function recordViolation(
  tx: Transaction,
  staff: Worker,
  found: { readonly reference: string; readonly clause: string; readonly reason: ViolationReason },
  parts: {
    readonly gate: Gate;
    readonly journal: Pick<Journal, "append">;
    readonly policy: CompiledPolicy;
    readonly random: Random;
  },
): Promise<{ readonly repeated: boolean } | { readonly refusal: Refusal }> {
  const { policy, gate, journal, random } = parts;
  const row = await findEnquiry(tx, found.reference);
  const { subject, purpose, reference } = row;
  const known = prohibitionsOf(policy).includes(found.clause) && clauseOf(policy, found.clause) !== null;
  if (!known) throw new IntakeError("clause-forbids-nothing");
  const clause = registeredClause(policy, found.clause);
  const act = {
    actor: staff,
    purpose,
    operation: "record",
    subjects: [subject],
    attributes: attributesFor(purpose, policy),
    details: { reference, clause, reason: found.reason },
  } as const;
  const ruling = await gate.ask(tx, act);
  if (!ruling.allowed) return { refusal: ruling.refusal };
  const recorded = await tx.all(ofEnquiry, { enquiry: row.id });
  if (recorded.some((one) => one.clause === clause)) return { repeated: true };
  await tx.insert(violationTable, [
    {
      id: uuidv7(tx.at, random),
      shard_key: row.shard_key,
      subject,
      enquiry: row.id,
      clause,
      reason: found.reason,
      recorded_by: staff.id,
      recorded_at: tx.at,
    },
  ]);
  await journal.append(tx, { event: "violation-recorded", ...act });
  return { repeated: false };
}

/** What was recorded of an enquiry, oldest first. */
export async function violationsOf(reader: Reader, enquiry: string): Promise<RecordedViolation[]> {
  return (await reader.all(ofEnquiry, { enquiry })).map(({ clause, reason, recorded_at, recorded_by }) => ({
    clause,
    reason,
    recordedAt: recorded_at,
    recordedBy: recorded_by,
  }));
}
