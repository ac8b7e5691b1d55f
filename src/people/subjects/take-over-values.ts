import { type Random, uuidv7 } from "../../platform/random/index.ts";
import type { Pseudonym, Transaction } from "../../platform/store/index.ts";
import type { Permit } from "../../trust/gate/index.ts";
import type { Vault } from "../../trust/vault/index.ts";
import { lockSubject } from "./lock-subject.ts";
import { findValues } from "./read-subject.ts";
import { subjectCollectionTable, subjectValueTable } from "./subjects.table.ts";

export interface TakenOver {
  readonly subject: Pseudonym;
  readonly attributes: readonly string[];
  /** The retention rule of the purpose that they are taken over for. */
  readonly rule: string;
  /** By what act: `consent-confirmed`. */
  readonly channel: string;
  readonly language: string;
}

/**
 * Takes a person's own values over for another purpose: a collection of its own with a key of its own, under that
 * purpose's rule, so that either purpose ends without touching the other (152-FZ 5(2), 21(5)). Reads under one permit
 * and records under another; each value keeps its verification status (clause itsectr-privacy/2.4). Resolves with the
 * attributes that there were.
 */
export async function takeOverValues(
  tx: Transaction,
  permits: { readonly reading: Permit; readonly recording: Permit },
  taken: TakenOver,
  { vault, random }: { readonly vault: Vault; readonly random: Random },
): Promise<string[]> {
  const { reading, recording } = permits;
  const { subject, attributes, rule, channel, language } = taken;
  const held = (await tx.all(findValues, { subject })).filter(
    ({ attribute, purpose }) => attributes.includes(attribute) && purpose !== recording.purpose,
  );
  // Of each attribute all that its newest collection has: a name's every part, each telephone number.
  const newest = new Map(held.map(({ attribute, collection }) => [attribute, collection]));
  const rows = held.filter(({ attribute, collection }) => newest.get(attribute) === collection);
  const person = rows.length === 0 ? null : await lockSubject(tx, subject);
  if (person === null) return [];

  const opened = await vault.open(
    tx,
    reading,
    rows.map(({ id, scope, attribute, value }) => ({ subject, scope, attribute, record: id, sealed: value })),
  );
  const { shardKey } = person;
  const scope = await vault.createScope(tx, recording, { kind: "subject", subject, shardKey, rule });
  const values = rows.map(({ attribute, qualifier, verification_status }, place) => ({
    subject,
    attribute,
    qualifier,
    verification_status,
    record: uuidv7(tx.at, random),
    plaintext: opened[place] as string,
  }));
  const sealed = await vault.seal(tx, recording, scope, values);
  const collection = uuidv7(tx.at, random);
  await tx.insert(subjectCollectionTable, [
    {
      id: collection,
      shard_key: shardKey,
      subject,
      scope,
      purpose: recording.purpose,
      basis: recording.permission.basis,
      channel,
      rule,
      policy: recording.permission.policy,
      language,
      received_at: tx.at,
    },
  ]);
  await tx.insert(
    subjectValueTable,
    values.map(({ record, attribute, qualifier, verification_status }, place) => ({
      id: record,
      shard_key: shardKey,
      subject,
      collection,
      scope,
      attribute,
      qualifier,
      verification_status,
      value: sealed[place] as (typeof sealed)[number],
    })),
  );
  return [...new Set(values.map(({ attribute }) => attribute))];
}
