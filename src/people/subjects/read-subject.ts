import {
  type Prepared,
  prepare,
  type Pseudonym,
  type Tables,
  type Transaction,
} from "../../platform/store/index.ts";
import type { Permit } from "../../trust/gate/index.ts";
import type { Vault } from "../../trust/vault/index.ts";
import type { subjectCollectionTable, subjectTable, subjectValueTable } from "./subjects.table.ts";

/** One value of a person, opened, with where it came from. */
export interface OpenedValue {
  readonly attribute: string;
  /** Which of several of one attribute: a part of a name, the kind of a telephone; null where there is but one. */
  readonly qualifier: string | null;
  readonly value: string;
  readonly verificationStatus: "unverified" | "verified";
  readonly purpose: string;
  readonly channel: string;
  readonly receivedAt: number;
  /** Hash of the policy version that was shown, and in which language. */
  readonly policy: string;
  readonly language: string;
}

/** Every value of a person with its collection, oldest first. For this room alone. */
export const findValues = prepare<
  Tables<typeof subjectValueTable | typeof subjectCollectionTable>,
  { subject: string }
>()((db, param) =>
  db
    .selectFrom("subject_value as value")
    .innerJoin("subject_collection as collection", "collection.id", "value.collection")
    .select([
      "value.id",
      "value.scope",
      "value.attribute",
      "value.qualifier",
      "value.collection",
      "value.verification_status",
      "value.value",
      "collection.purpose",
      "collection.channel",
      "collection.received_at",
      "collection.policy",
      "collection.language",
    ])
    .where("value.subject", "=", param("subject"))
    .orderBy("value.id"),
);

/**
 * Opens the named attributes of a person, in the order in which they are named, as far as they were collected for the
 * permit's purpose (152-FZ 5(2); clause itsectr-privacy/6.2.1). What is not held, or was given for another purpose, is
 * left out.
 */
export async function readSubject(
  tx: Transaction,
  permit: Permit,
  subject: Pseudonym,
  attributes: readonly string[],
  vault: Vault,
): Promise<OpenedValue[]> {
  const rows = (await tx.all(findValues, { subject }))
    .filter((row) => attributes.includes(row.attribute) && row.purpose === permit.purpose)
    .sort((a, b) => attributes.indexOf(a.attribute) - attributes.indexOf(b.attribute));
  return openRows(tx, permit, subject, rows, vault);
}

/**
 * Opens the e-mail address that a person has proven, whatever it was collected for, for a notice that is the operator's
 * duty and for nothing else (152-FZ 6(1)(2)). Null when there is none, and while anything of theirs is blocked.
 */
export async function readProvenEmail(
  tx: Transaction,
  permit: Permit,
  subject: Pseudonym,
  vault: Vault,
): Promise<string | null> {
  permit.require(tx, { operation: "use", subject, attribute: "email", purpose: "legal-compliance" });
  const row = (await tx.all(findValues, { subject })).find(
    ({ attribute, verification_status }) => attribute === "email" && verification_status === "verified",
  );
  const blocked = (await tx.first(findBlocked, { subject }))?.blocked ?? ["*"];
  if (row === undefined || blocked.length > 0) return null;
  const [opened] = await openRows(tx, permit, subject, [row], vault);
  return opened?.value ?? null;
}

const findBlocked = prepare<Tables<typeof subjectTable>, { subject: string }>()((db, param) =>
  db.selectFrom("subject").select("blocked").where("id", "=", param("subject")),
);

/** Opens everything that is held of a person, whatever it was collected for: for the person's own rights alone. */
export async function readWholeSubject(
  tx: Transaction,
  permit: Permit,
  subject: Pseudonym,
  vault: Vault,
): Promise<OpenedValue[]> {
  permit.require(tx, { operation: "provide", subject, purpose: "rights" });
  return openRows(tx, permit, subject, await tx.all(findValues, { subject }), vault);
}

type HeldRow = typeof findValues extends Prepared<{ subject: string }, infer R> ? R : never;

async function openRows(
  tx: Transaction,
  permit: Permit,
  subject: Pseudonym,
  rows: readonly HeldRow[],
  vault: Vault,
): Promise<OpenedValue[]> {
  const opened = await vault.open(
    tx,
    permit,
    rows.map((row) => ({
      scope: row.scope,
      subject,
      attribute: row.attribute,
      record: row.id,
      sealed: row.value,
    })),
  );
  return rows.map((row, place) => ({
    attribute: row.attribute,
    qualifier: row.qualifier,
    value: opened[place] as string,
    verificationStatus: row.verification_status,
    purpose: row.purpose,
    channel: row.channel,
    receivedAt: row.received_at,
    policy: row.policy,
    language: row.language,
  }));
}
