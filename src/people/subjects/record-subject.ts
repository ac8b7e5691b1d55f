import type { LegalBasis } from "../../policy/index.ts";
import { type Random, uuidv4, uuidv7 } from "../../platform/random/index.ts";
import type { Pseudonym, Transaction } from "../../platform/store/index.ts";
import type { Permit } from "../../trust/gate/index.ts";
import type { Vault } from "../../trust/vault/index.ts";
import {
  type IdentifierKind,
  subjectCollectionTable,
  subjectIdentifierTable,
  subjectTable,
  subjectValueTable,
} from "./subjects.table.ts";

/** What one sending gave, checked against its form already. */
export interface Collected {
  readonly subject: Pseudonym;
  readonly purpose: string;
  readonly basis: LegalBasis;
  readonly channel: string;
  readonly rule: string;
  readonly policy: string;
  readonly language: string;
  /** `provisional` for whoever nobody has proven yet; whom the operator records itself, it knows. */
  readonly standing: "provisional" | "verified";
  readonly values: readonly {
    readonly attribute: string;
    /** Which of several of one attribute: a part of a name, the kind of a telephone. */
    readonly qualifier?: string | null;
    readonly plaintext: string;
  }[];
  /**
   * Normal forms by which the person can be found again. Proven is what the operator gave out itself, as a login; that
   * an address is somebody's, nobody's word proves but a letter's that came there.
   */
  readonly identifiers: readonly {
    readonly kind: IdentifierKind;
    readonly normal: string;
    readonly proven?: boolean;
  }[];
}

export interface RecordedSubject {
  readonly shardKey: Pseudonym;
  readonly collection: string;
  /** The record of each value, by attribute. */
  readonly records: ReadonlyMap<string, string>;
  /** The row of each identifier, by kind; what an address confirmation proves. */
  readonly identifiers: ReadonlyMap<IdentifierKind, string>;
}

/** A random identifier for a person not yet held; the gate is asked about it before anything is stored. */
export function newSubject(at: number, random: Random): Pseudonym {
  return uuidv7(at, random);
}

/**
 * Stores a person with a key of their own: values sealed and unverified (clause itsectr-privacy/2.4), identifiers as
 * blind indexes. Needs a permit to collect or to record.
 */
export async function recordSubject(
  tx: Transaction,
  permit: Permit,
  collected: Collected,
  parts: { readonly vault: Vault; readonly random: Random },
): Promise<RecordedSubject> {
  const { vault, random } = parts;
  const { subject } = collected;
  const shardKey = uuidv4(random);
  const collection = uuidv7(tx.at, random);
  const scope = await vault.createScope(tx, permit, {
    kind: "subject",
    subject,
    shardKey,
    rule: collected.rule,
  });
  const values = collected.values.map((value) => ({ ...value, subject, record: uuidv7(tx.at, random) }));
  const sealed = await vault.seal(tx, permit, scope, values);

  await tx.insert(subjectTable, [
    {
      id: subject,
      shard_key: shardKey,
      standing: collected.standing,
      language: collected.language,
      created_at: tx.at,
      blocked: [],
    },
  ]);
  await tx.insert(subjectCollectionTable, [
    {
      id: collection,
      shard_key: shardKey,
      subject,
      scope,
      purpose: collected.purpose,
      basis: collected.basis,
      channel: collected.channel,
      rule: collected.rule,
      policy: collected.policy,
      language: collected.language,
      received_at: tx.at,
    },
  ]);
  await tx.insert(
    subjectValueTable,
    values.map((value, place) => ({
      id: value.record,
      shard_key: shardKey,
      subject,
      collection,
      scope,
      attribute: value.attribute,
      qualifier: value.qualifier ?? null,
      verification_status: "unverified" as const,
      value: sealed[place] as (typeof sealed)[number],
    })),
  );
  const identifiers = collected.identifiers.map((found) => ({ ...found, id: uuidv7(tx.at, random) }));
  await tx.insert(
    subjectIdentifierTable,
    identifiers.map(({ id, kind, normal, proven = false }) => ({
      id,
      shard_key: shardKey,
      subject,
      kind,
      value_index: vault.blindIndex(tx, permit, subject, kind, normal),
      verified_at: proven ? tx.at : null,
    })),
  );
  return {
    shardKey,
    collection,
    records: new Map(values.map((value) => [value.attribute, value.record])),
    identifiers: new Map(identifiers.map(({ kind, id }) => [kind, id])),
  };
}
