import { sql } from "kysely";
import {
  type BlindIndex,
  prepare,
  type Pseudonym,
  type Reader,
  type Tables,
  type Transaction,
} from "../../platform/store/index.ts";
import type { Permit } from "../../trust/gate/index.ts";
import type { Vault } from "../../trust/vault/index.ts";
import type { IdentifierKind, subjectIdentifierTable, subjectValueTable } from "./subjects.table.ts";

type AddressTables = Tables<typeof subjectIdentifierTable | typeof subjectValueTable>;

/** What may be proven by a letter that came there. */
export type AddressKind = Extract<IdentifierKind, "email" | "staff-email">;

const findHeld = prepare<AddressTables, { id: string; subject: Pseudonym }>()((db, param) =>
  db
    .selectFrom("subject_identifier")
    .select(["kind", "value_index", "verified_at"])
    .where("id", "=", param("id"))
    .where("subject", "=", param("subject")),
);

const findHolder = prepare<AddressTables, { kind: IdentifierKind; index: BlindIndex }>()((db, param) =>
  db
    .selectFrom("subject_identifier")
    .select("subject")
    .where("kind", "=", param("kind"))
    .where("value_index", "=", param("index"))
    .where("verified_at", "is not", null),
);

const verifyIdentifier = prepare<AddressTables, { id: string; at: number }>()((db, param) =>
  db
    .updateTable("subject_identifier")
    .set({ verified_at: param("at") })
    .where("id", "=", param("id")),
);

const verifyValues = prepare<AddressTables, { subject: Pseudonym; attribute: string }>()((db, param) =>
  db
    .updateTable("subject_value")
    .set({ verification_status: "verified" })
    .where("subject", "=", param("subject"))
    .where("attribute", "=", param("attribute")),
);

const staffMailbox = prepare<AddressTables, { subject: Pseudonym }>()((db, param) =>
  db
    .selectFrom("subject_identifier")
    .select("id")
    .where("subject", "=", param("subject"))
    .where("kind", "=", "staff-email"),
);

const staffToldOf = prepare<AddressTables, { index: BlindIndex }>()((db, param) =>
  db
    .selectFrom("subject_identifier")
    .select(["subject", "verified_at"])
    // As a literal: the index of these alone is used by no parameter.
    .where("kind", "=", sql.lit("staff-email" as const))
    .where("value_index", "=", param("index"))
    .orderBy("id", "desc")
    .limit(20),
);

/** An identifier as it is held of this person; null when it is not theirs, or is gone. */
export async function heldAddress(
  reader: Reader,
  id: string,
  subject: Pseudonym,
): Promise<{ readonly kind: IdentifierKind; readonly index: BlindIndex; readonly proven: boolean } | null> {
  const row = await reader.first(findHeld, { id, subject });
  if (row === undefined) return null;
  return { kind: row.kind, index: row.value_index, proven: row.verified_at !== null };
}

/** Who has proven an address. */
export async function addressHolder(
  reader: Reader,
  kind: AddressKind,
  index: BlindIndex,
): Promise<Pseudonym | null> {
  return (await reader.first(findHolder, { kind, index }))?.subject ?? null;
}

/** Makes an identifier that person's alone. Whoever proves the same at the same instant meets `conflict`. */
export async function markIdentifierProven(tx: Transaction, id: string): Promise<void> {
  await tx.change(verifyIdentifier, { id, at: tx.at });
}

/** Clause itsectr-privacy/2.4: from here on what this person gave as this attribute counts as verified. */
export async function markValuesProven(
  tx: Transaction,
  subject: Pseudonym,
  attribute: string,
): Promise<void> {
  await tx.change(verifyValues, { subject, attribute });
}

/** The row of a staff member's mailbox, proven or not; null when none is held. */
export async function staffMailboxOf(reader: Reader, staff: Pseudonym): Promise<string | null> {
  return (await reader.first(staffMailbox, { subject: staff }))?.id ?? null;
}

/**
 * Who of the staff gets what is mailed to this mailbox: who has proven it, or else who was last invited with it.
 * Nothing else may be concluded from an address that is not proven.
 */
export async function staffWrittenTo(
  reader: Reader,
  normal: string,
  vault: Pick<Vault, "lookupIndex">,
): Promise<Pseudonym | null> {
  const rows = await reader.all(staffToldOf, { index: vault.lookupIndex("staff-email", normal) });
  return (rows.find(({ verified_at }) => verified_at !== null) ?? rows[0])?.subject ?? null;
}

/**
 * A letter to a staff member's mailbox was answered: it is theirs. It stays unproven where another has proven it
 * before, and nobody is linked to anybody by it. Resolves with whether it is proven now and was not before.
 */
export async function proveStaffMailbox(
  tx: Transaction,
  permit: Permit,
  { staff, mailbox }: { readonly staff: Pseudonym; readonly mailbox: string },
): Promise<boolean> {
  permit.require(tx, { operation: "clarify", subject: staff, attribute: "email" });
  const held = await heldAddress(tx, mailbox, staff);
  if (held === null || held.proven || held.kind !== "staff-email") return false;
  if ((await addressHolder(tx, held.kind, held.index)) !== null) return false;
  await markIdentifierProven(tx, mailbox);
  await markValuesProven(tx, staff, "email");
  return true;
}
