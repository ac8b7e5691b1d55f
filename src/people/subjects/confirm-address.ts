import { type Random, uuidv7 } from "../../platform/random/index.ts";
import {
  lockRows,
  prepare,
  type Pseudonym,
  type Tables,
  type Transaction,
} from "../../platform/store/index.ts";
import type { Gate, Refusal } from "../../trust/gate/index.ts";
import type { Journal } from "../../trust/journal/index.ts";
import { addressHolder, heldAddress, markIdentifierProven, markValuesProven } from "./prove-address.ts";
import { leadingSubject } from "./same-person.ts";
import { SubjectsError } from "./subjects.errors.ts";
import { type addressConfirmationTable, subjectGroupTable, type subjectTable } from "./subjects.table.ts";

export interface ConfirmingParts {
  readonly gate: Gate;
  readonly journal: Pick<Journal, "append">;
  readonly random: Random;
}

/** A proven address. */
export interface ConfirmedAddress {
  /** Whose link it was. */
  readonly subject: Pseudonym;
  /** The person they turned out to be: themselves, or who had proven the same address before. */
  readonly person: Pseudonym;
  /** True when the link had been used before. */
  readonly repeated: boolean;
  /** True when the link's time is over: what it proved stays, and it proves nothing more. */
  readonly expired: boolean;
}

type ConfirmingTables = Tables<typeof addressConfirmationTable | typeof subjectTable>;

const findConfirmation = prepare<ConfirmingTables, { id: string }>()((db, param, engine) =>
  db
    .selectFrom("address_confirmation")
    .select(["subject", "shard_key", "kind", "identifier", "expires_at", "used_at"])
    .where("id", "=", param("id"))
    .$call(lockRows(engine)),
);

const verifyStanding = prepare<ConfirmingTables, { id: Pseudonym }>()((db, param) =>
  db.updateTable("subject").set({ standing: "verified" }).where("id", "=", param("id")),
);

const markUsed = prepare<ConfirmingTables, { id: string; at: number }>()((db, param) =>
  db
    .updateTable("address_confirmation")
    .set({ used_at: param("at") })
    .where("id", "=", param("id")),
);

/**
 * Proves an address by the link that was mailed to it: identifier, value and person are verified (clauses
 * itsectr-privacy/2.4, 3.2.3). Where somebody has proven the same address before, the two are linked instead, so that
 * a verified identifier has one person (1.1.5); nothing of either moves. Used again, it changes nothing and answers
 * the same. Two people who prove one address at the same instant meet `conflict`: run the unit again.
 * @throws SubjectsError `confirm-link-unknown`, `confirm-link-expired`
 */
export async function confirmAddress(
  tx: Transaction,
  id: string,
  parts: ConfirmingParts,
): Promise<ConfirmedAddress | { readonly refusal: Refusal }> {
  const row = await tx.first(findConfirmation, { id });
  if (row === undefined) throw new SubjectsError("confirm-link-unknown");
  const { subject, kind } = row;
  const expired = row.expires_at <= tx.at;
  if (row.used_at !== null) {
    return { subject, person: await leadingSubject(tx, subject), repeated: true, expired };
  }
  if (expired) throw new SubjectsError("confirm-link-expired");
  const identifier = await heldAddress(tx, row.identifier, subject);
  if (identifier === null) throw new SubjectsError("confirm-link-unknown");

  const actor = { kind: "subject", id: subject } as const;
  const asked = { actor, purpose: "rights", subjects: [subject], attributes: [kind] };
  const ruling = await parts.gate.ask(tx, { ...asked, operation: "clarify" });
  if (!ruling.allowed) return { refusal: ruling.refusal };

  const holder = await addressHolder(tx, kind, identifier.index);
  if (holder === null) {
    await markIdentifierProven(tx, row.identifier);
  } else if (holder !== subject) {
    const linking = await parts.gate.ask(tx, { ...asked, operation: "link" });
    if (!linking.allowed) return { refusal: linking.refusal };
    const leader = await leadingSubject(tx, holder);
    const group = { member: subject, leader, since: tx.at, until: null };
    await tx.insert(subjectGroupTable, [
      { id: uuidv7(tx.at, parts.random), shard_key: row.shard_key, ...group },
    ]);
  }
  await markValuesProven(tx, subject, kind);
  await tx.change(verifyStanding, { id: subject });
  await tx.change(markUsed, { id, at: tx.at });
  const person = await leadingSubject(tx, subject);
  await parts.journal.append(tx, {
    event: "address-verified",
    operation: person === subject ? "clarify" : "link",
    actor,
    subjects: person === subject ? [subject] : [subject, person],
    purpose: "rights",
    attributes: [kind],
    details: { confirmation: id },
  });
  return { subject, person, repeated: false, expired };
}
