import {
  prepare,
  type Pseudonym,
  type SealedValue,
  type Tables,
  type Transaction,
} from "../../platform/store/index.ts";
import type { Permit } from "../../trust/gate/index.ts";
import type { Vault } from "../../trust/vault/index.ts";
import { lockSubject } from "./lock-subject.ts";
import { findValues } from "./read-subject.ts";
import type { subjectCollectionTable, subjectValueTable } from "./subjects.table.ts";

type ResealTables = Tables<typeof subjectValueTable | typeof subjectCollectionTable>;

const findCollection = prepare<ResealTables, { id: string }>()((db, param) =>
  db
    .selectFrom("subject_collection")
    .select(["id", "subject", "scope", "rule"])
    .where("id", "=", param("id")),
);

const putValue = prepare<ResealTables, { id: string; scope: Pseudonym; value: SealedValue }>()((db, param) =>
  db
    .updateTable("subject_value")
    .set({ scope: param("scope"), value: param("value") })
    .where("id", "=", param("id")),
);

const putCollection = prepare<ResealTables, { id: string; scope: Pseudonym }>()((db, param) =>
  db
    .updateTable("subject_collection")
    .set({ scope: param("scope") })
    .where("id", "=", param("id")),
);

interface Resealed {
  /** The key that sealed it before, for the caller to destroy once whatever else it sealed is sealed anew. */
  readonly before: Pseudonym;
  readonly after: Pseudonym;
}

/**
 * Seals the values of one act of collection anew under a key of their own, changed as `edit` has it (clause
 * itsectr-privacy/3.2.5): destroying the key before leaves what was taken out nowhere, in no backup either. Needs a
 * permit to clarify. Null when nothing of the collection is left.
 */
export async function resealCollection(
  tx: Transaction,
  permit: Permit,
  collection: string,
  edit: (value: { readonly attribute: string; readonly plaintext: string }) => string,
  vault: Vault,
): Promise<Resealed | null> {
  const row = await tx.first(findCollection, { id: collection });
  const person = row === undefined ? null : await lockSubject(tx, row.subject);
  if (row === undefined || person === null) return null;
  const { subject, scope: before, rule } = row;
  const rows = (await tx.all(findValues, { subject })).filter(({ scope }) => scope === before);
  const opened = await vault.open(
    tx,
    permit,
    rows.map(({ id, attribute, value }) => ({
      subject,
      attribute,
      record: id,
      scope: before,
      sealed: value,
    })),
  );
  const { shardKey } = person;
  const after = await vault.createScope(tx, permit, { kind: "subject", subject, shardKey, rule });
  const edited = rows.map(({ id, attribute }, place) => {
    const plaintext = opened[place] as string;
    return { subject, attribute, record: id, plaintext: edit({ attribute, plaintext }) };
  });
  const sealed = await vault.seal(tx, permit, after, edited);
  for (const [place, { record }] of edited.entries()) {
    await tx.change(putValue, { id: record, scope: after, value: sealed[place] as SealedValue });
  }
  await tx.change(putCollection, { id: collection, scope: after });
  return { before, after };
}
