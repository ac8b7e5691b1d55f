import { prepare, type Pseudonym, type Reader, type Tables } from "../../platform/store/index.ts";
import type { Vault } from "../../trust/vault/index.ts";
import type { IdentifierKind, subjectIdentifierTable } from "./subjects.table.ts";

const findVerified = prepare<
  Tables<typeof subjectIdentifierTable>,
  { kind: IdentifierKind; index: ReturnType<Vault["lookupIndex"]> }
>()((db, param) =>
  db
    .selectFrom("subject_identifier")
    .select("subject")
    .where("kind", "=", param("kind"))
    .where("value_index", "=", param("index"))
    .where("verified_at", "is not", null),
);

/** The one person to whom a verified identifier belongs; null when there is none. `normal` is its normal form. */
export async function findSubject(
  reader: Reader,
  kind: IdentifierKind,
  normal: string,
  vault: Vault,
): Promise<Pseudonym | null> {
  const row = await reader.first(findVerified, { kind, index: vault.lookupIndex(kind, normal) });
  return row?.subject ?? null;
}
