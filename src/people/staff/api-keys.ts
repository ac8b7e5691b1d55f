import { sha256, toBase64Url } from "../../platform/crypto/index.ts";
import { type Random, uuidv7 } from "../../platform/random/index.ts";
import { prepare, type Reader, type Tables, type Transaction } from "../../platform/store/index.ts";
import type { Actor } from "../../trust/gate/index.ts";
import { requireKnownPurposes } from "./known-purposes.ts";
import { requireActorRight } from "./require-right.ts";
import { authorisationsOf } from "./staff-facts.ts";
import { StaffError } from "./staff.errors.ts";
import { journalActor, nameOf, type StaffParts } from "./staff-parts.ts";
import { apiKeyTable, type KeyAuthorisation } from "./staff.table.ts";

type KeyTables = Tables<typeof apiKeyTable>;

/** How long a key is good when nothing else is said, ms: a key without an end is a key that is forgotten. */
export const KEY_LIFE = 365 * 24 * 3_600_000;
/** How long the secret before a rotation stays good, ms. */
export const KEY_OVERLAP = 24 * 3_600_000;

export interface NewApiKey {
  /** For people: what program it is for. */
  readonly label: string;
  readonly authorisations: readonly KeyAuthorisation[];
  /** Until when, ms; left out, a year. */
  readonly expiresAt?: number;
}

/** A key with its secret, `upheld_<operator>_<256 random bits>`. It is shown now, and nobody can look it up later. */
export interface MadeApiKey {
  readonly id: string;
  readonly secret: string;
}

type KeyParts = Pick<StaffParts, "journal" | "publication" | "statutory" | "random"> & {
  /** The operator's id, which the secret begins with. */
  readonly id: string;
};

const LABEL = /^[\p{L}\p{N}][\p{L}\p{N} .-]{0,59}$/u;

/**
 * Makes a key for a program (clauses itsectr-privacy/1.1.1, 6.2.1). Whoever makes it gives it no more than they have.
 * @throws StaffError `right-missing`, `label-malformed`, `key-nothing`, `period-malformed`, `purpose-unknown`,
 * `operation-unknown`, `beyond-own`
 */
export async function createApiKey(
  tx: Transaction,
  by: Actor,
  made: NewApiKey,
  parts: KeyParts,
): Promise<MadeApiKey> {
  const { authorisations, expiresAt = tx.at + KEY_LIFE } = made;
  const label = made.label.trim();
  await requireActorRight(tx, by, "manage-keys", tx.at);
  if (!LABEL.test(label)) throw new StaffError("label-malformed");
  if (authorisations.length === 0) throw new StaffError("key-nothing");
  if (!(expiresAt > tx.at)) throw new StaffError("period-malformed");
  await requireKnownPurposes(tx, authorisations, parts);
  await requireOwn(tx, by, authorisations);

  const id = uuidv7(tx.at, parts.random);
  const secret = newSecret(parts);
  await tx.insert(apiKeyTable, [
    {
      id,
      label,
      secret_hash: sha256(secret),
      secret_of: nameOf(by),
      earlier_hash: null,
      earlier_of: null,
      earlier_until: null,
      authorisations,
      created_by: nameOf(by),
      since: tx.at,
      expires_at: expiresAt,
      last_used_at: null,
      rotated_at: null,
      revoked_at: null,
    },
  ]);
  const granted = authorisations.map(({ purpose, operations }) => [purpose, operations.join(" ")]);
  await parts.journal.append(tx, {
    event: "api-key-created",
    actor: journalActor(by),
    details: { ...Object.fromEntries(granted), key: id, expiresAt },
  });
  return { id, secret };
}

/** @throws StaffError `beyond-own` */
async function requireOwn(tx: Transaction, by: Actor, wanted: readonly KeyAuthorisation[]): Promise<void> {
  const own = by.kind === "staff" ? await authorisationsOf(tx, by.id, tx.at) : [];
  const has = (purpose: string, operation: string) =>
    own.some((held) => held.purpose === purpose && held.operations.some((item) => item === operation));
  if (!wanted.every(({ purpose, operations }) => operations.every((item) => has(purpose, item)))) {
    throw new StaffError("beyond-own");
  }
}

function newSecret({ id, random }: { readonly id: string; readonly random: Random }): string {
  return `upheld_${id}_${toBase64Url(random.bytes(32))}`;
}

const findGood = prepare<KeyTables, { id: string; at: number }>()((db, param) =>
  db
    .selectFrom("api_key")
    .select(["id", "authorisations"])
    .where("id", "=", param("id"))
    .where("revoked_at", "is", null)
    .where("expires_at", ">", param("at")),
);

interface Replacing extends Record<string, unknown> {
  readonly id: string;
  readonly hash: Uint8Array;
  readonly of: string;
  readonly at: number;
  readonly until: number;
}

const replaceSecret = prepare<KeyTables, Replacing>()((db, param) =>
  db
    .updateTable("api_key")
    .set((column) => ({
      earlier_hash: column.ref("secret_hash"),
      earlier_of: column.ref("secret_of"),
      earlier_until: param("until"),
      secret_hash: param("hash"),
      secret_of: param("of"),
      rotated_at: param("at"),
    }))
    .where("id", "=", param("id"))
    .where("revoked_at", "is", null),
);

/**
 * Gives a key a new secret. The one before stays good for 24 hours, and one before that dies at once. Whoever rotates
 * gets to hold the secret, so they need all that the key may do themselves.
 * @throws StaffError `right-missing`, `key-absent`, `beyond-own`
 */
export async function rotateApiKey(
  tx: Transaction,
  by: Actor,
  id: string,
  parts: KeyParts,
): Promise<MadeApiKey & { readonly earlierUntil: number }> {
  await requireActorRight(tx, by, "manage-keys", tx.at);
  const key = await tx.first(findGood, { id, at: tx.at });
  if (key === undefined) throw new StaffError("key-absent");
  await requireOwn(tx, by, key.authorisations);
  const secret = newSecret(parts);
  const earlierUntil = tx.at + KEY_OVERLAP;
  const changed = await tx.change(replaceSecret, {
    id,
    hash: sha256(secret),
    of: nameOf(by),
    at: tx.at,
    until: earlierUntil,
  });
  if (changed === 0) throw new StaffError("key-absent");
  await parts.journal.append(tx, {
    event: "api-key-rotated",
    actor: journalActor(by),
    details: { key: id, earlierUntil },
  });
  return { id, secret, earlierUntil };
}

const revoke = prepare<KeyTables, { id: string; at: number }>()((db, param) =>
  db
    .updateTable("api_key")
    .set({ revoked_at: param("at") })
    .where("id", "=", param("id"))
    .where("revoked_at", "is", null),
);

/**
 * Ends a key with both its secrets, from the next request on.
 * @throws StaffError `right-missing`, `key-absent`
 */
export async function revokeApiKey(
  tx: Transaction,
  by: Actor,
  id: string,
  parts: Pick<StaffParts, "journal">,
): Promise<void> {
  await requireActorRight(tx, by, "manage-keys", tx.at);
  await endKey(tx, by, id, parts);
}

/**
 * Ends a key for somebody who has been found to be allowed to, and writes its entry in the journal.
 * @throws StaffError `key-absent`
 */
export async function endKey(
  tx: Transaction,
  by: Actor,
  id: string,
  parts: Pick<StaffParts, "journal">,
): Promise<void> {
  if ((await tx.change(revoke, { id, at: tx.at })) === 0) throw new StaffError("key-absent");
  await parts.journal.append(tx, {
    event: "api-key-revoked",
    actor: journalActor(by),
    details: { key: id },
  });
}

/** A key as a list shows it: nothing by which it could be used. */
export interface ListedApiKey {
  readonly id: string;
  readonly label: string;
  readonly authorisations: readonly KeyAuthorisation[];
  /** Pseudonym of who made it. */
  readonly createdBy: string;
  readonly since: number;
  readonly expiresAt: number;
  readonly lastUsedAt: number | null;
  readonly rotatedAt: number | null;
  /** Until when the secret before the last rotation is good. */
  readonly earlierUntil: number | null;
  readonly revokedAt: number | null;
}

/**
 * Every key of this operator, the newest first.
 * @throws StaffError `right-missing`
 */
export async function listApiKeys(reader: Reader, by: Actor, at: number): Promise<ListedApiKey[]> {
  await requireActorRight(reader, by, "manage-keys", at);
  const rows = await reader
    .query<KeyTables>()
    .selectFrom("api_key")
    .select([
      "id",
      "label",
      "authorisations",
      "created_by",
      "since",
      "expires_at",
      "last_used_at",
      "rotated_at",
      "earlier_until",
      "revoked_at",
    ])
    .orderBy("id", "desc")
    .execute();
  return rows.map((row) => ({
    id: row.id,
    label: row.label,
    authorisations: row.authorisations,
    createdBy: row.created_by,
    since: row.since,
    expiresAt: row.expires_at,
    lastUsedAt: row.last_used_at,
    rotatedAt: row.rotated_at,
    earlierUntil: row.earlier_until,
    revokedAt: row.revoked_at,
  }));
}
