import { sha256 } from "../../platform/crypto/index.ts";
import { keepRows, prepare, type Reader, type Tables, type Transaction } from "../../platform/store/index.ts";
import { StaffError } from "./staff.errors.ts";
import type { apiKeyTable, KeyAuthorisation } from "./staff.table.ts";

type KeyTables = Tables<typeof apiKeyTable>;

/** How often the last use of a key is written at most, ms. */
const USED_EVERY = 60_000;

/** A program that showed a good key, as an actor for the gate, and the purposes and operations that it may ask for. */
export interface ApiKeyActor {
  readonly actor: { readonly kind: "key"; readonly id: string };
  readonly authorisations: readonly KeyAuthorisation[];
  readonly lastUsedAt: number | null;
}

const findBySecret = prepare<KeyTables, { hash: Uint8Array }>()((db, param) =>
  db
    .selectFrom("api_key")
    .select([
      "id",
      "authorisations",
      "secret_hash",
      "earlier_until",
      "expires_at",
      "last_used_at",
      "revoked_at",
    ])
    .where((where) =>
      where.or([where("secret_hash", "=", param("hash")), where("earlier_hash", "=", param("hash"))]),
    ),
);

/** RFC 6750, section 2.1. */
const BEARER = /^Bearer +([A-Za-z0-9._~+/-]{1,200}=*)$/iu;

/**
 * Who a request's `Authorization` header stands for. The secret is looked up by its SHA-256; it holds 256 random bits,
 * so that neither time nor trying tells anything of it. Another operator's key is not in this operator's store.
 * @throws StaffError `key-missing`, `key-unknown`, `key-expired`, `key-revoked`
 */
export async function apiKeyActor(
  reader: Reader,
  authorization: string | null,
  at: number,
): Promise<ApiKeyActor> {
  if (authorization === null || authorization === "") throw new StaffError("key-missing");
  const secret = BEARER.exec(authorization)?.[1];
  if (secret === undefined) throw new StaffError("key-unknown");
  const hash = sha256(secret);
  const key = await reader.first(findBySecret, { hash });
  if (key === undefined) throw new StaffError("key-unknown");
  if (key.revoked_at !== null) throw new StaffError("key-revoked");
  const replaced = !hash.equals(key.secret_hash);
  if (key.expires_at <= at || (replaced && (key.earlier_until ?? 0) <= at)) {
    throw new StaffError("key-expired");
  }
  return {
    actor: { kind: "key", id: key.id },
    authorisations: key.authorisations,
    lastUsedAt: key.last_used_at,
  };
}

const used = prepare<KeyTables, { id: string; at: number }>()((db, param) =>
  db
    .updateTable("api_key")
    .set({ last_used_at: param("at") })
    .where("id", "=", param("id")),
);

/** Notes that a key is in use, once a minute at most. */
export async function noteKeyUse(
  tx: Transaction,
  { actor, lastUsedAt }: Pick<ApiKeyActor, "actor" | "lastUsedAt">,
): Promise<void> {
  if (lastUsedAt !== null && tx.at - lastUsedAt < USED_EVERY) return;
  await tx.change(used, { id: actor.id, at: tx.at });
}

const goodKey = prepare<KeyTables, { id: string; at: number }>()((db, param, engine) =>
  db
    .selectFrom("api_key")
    .select("authorisations")
    .where("id", "=", param("id"))
    .where("revoked_at", "is", null)
    .where("expires_at", ">", param("at"))
    .$call(keepRows(engine)),
);

/** What the gate believes of a key: its authorisations while it is good, and nothing else. */
export async function keyAuthorisations(tx: Transaction, id: string): Promise<readonly KeyAuthorisation[]> {
  return (await tx.first(goodKey, { id, at: tx.at }))?.authorisations ?? [];
}
