import { prepare, type Pseudonym, type Tables, type Transaction } from "../../platform/store/index.ts";
import type { Permit } from "../../trust/gate/index.ts";
import type { Vault } from "../../trust/vault/index.ts";
import type { subjectCollectionTable, subjectValueTable } from "./subjects.table.ts";

/** One value of a person, opened, with where it came from. */
export interface OpenedValue {
  readonly attribute: string;
  readonly value: string;
  readonly verificationStatus: "unverified" | "verified";
  readonly purpose: string;
  readonly channel: string;
  readonly receivedAt: number;
}

const findValues = prepare<
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
      "value.verification_status",
      "value.value",
      "collection.purpose",
      "collection.channel",
      "collection.received_at",
    ])
    .where("value.subject", "=", param("subject"))
    .orderBy("value.id"),
);

/** Opens the named attributes of a person under the permit. Attributes that are not held are left out. */
export async function readSubject(
  tx: Transaction,
  permit: Permit,
  subject: Pseudonym,
  attributes: readonly string[],
  vault: Vault,
): Promise<OpenedValue[]> {
  const rows = (await tx.all(findValues, { subject })).filter((row) => attributes.includes(row.attribute));
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
    value: opened[place] as string,
    verificationStatus: row.verification_status,
    purpose: row.purpose,
    channel: row.channel,
    receivedAt: row.received_at,
  }));
}
