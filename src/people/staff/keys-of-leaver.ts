import {
  lockRows,
  prepare,
  type Pseudonym,
  type Tables,
  type Transaction,
} from "../../platform/store/index.ts";
import type { Actor } from "../../trust/gate/index.ts";
import { endKey } from "./api-keys.ts";
import { requireActorRight } from "./require-right.ts";
import type { StaffParts } from "./staff-parts.ts";
import type { apiKeyTable } from "./staff.table.ts";

type KeyTables = Tables<typeof apiKeyTable>;
interface Holder extends Record<string, unknown> {
  readonly staff: string;
  readonly at: number;
}

/** A key that is good, by what people call it. */
export interface NamedKey {
  readonly id: string;
  readonly label: string;
}

const heldBy = prepare<KeyTables, Holder>()((db, param, engine) =>
  db
    .selectFrom("api_key")
    .select(["id", "label"])
    .where("secret_of", "=", param("staff"))
    .where("revoked_at", "is", null)
    .where("expires_at", ">", param("at"))
    .orderBy("id")
    .$call(lockRows(engine)),
);

/** Secrets before a rotation by somebody else, which the one who leaves was shown. */
const endEarlier = prepare<KeyTables, Holder>()((db, param) =>
  db
    .updateTable("api_key")
    .set({ earlier_until: param("at") })
    .where("earlier_of", "=", param("staff"))
    .where("earlier_until", ">", param("at")),
);

/**
 * The good keys whose present secret was shown to a member of staff: those that they made or renewed, and nobody since.
 * @throws StaffError `right-missing`
 */
export async function keysHeldBy(tx: Transaction, by: Actor, staff: Pseudonym): Promise<NamedKey[]> {
  await requireActorRight(tx, by, "manage-staff", tx.at);
  return tx.all(heldBy, { staff, at: tx.at });
}

/**
 * Revokes the keys whose secret goes with who leaves, each journalled, and ends at once the secrets that they knew of
 * keys which somebody else has renewed since. Resolves with those that it revoked.
 */
export async function revokeKeysOf(
  tx: Transaction,
  by: Actor,
  staff: Pseudonym,
  parts: Pick<StaffParts, "journal">,
): Promise<NamedKey[]> {
  const keys = await tx.all(heldBy, { staff, at: tx.at });
  for (const { id } of keys) await endKey(tx, by, id, parts);
  await tx.change(endEarlier, { staff, at: tx.at });
  return keys;
}
