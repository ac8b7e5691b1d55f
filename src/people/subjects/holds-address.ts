import {
  type BlindIndex,
  prepare,
  type Pseudonym,
  type Reader,
  type Tables,
} from "../../platform/store/index.ts";
import type { Vault } from "../../trust/vault/index.ts";
import type { subjectIdentifierTable } from "./subjects.table.ts";

const findOwn = prepare<Tables<typeof subjectIdentifierTable>, { subject: Pseudonym; index: BlindIndex }>()(
  (db, param) =>
    db
      .selectFrom("subject_identifier")
      .select("id")
      .where("subject", "=", param("subject"))
      .where("kind", "=", "email")
      .where("value_index", "=", param("index")),
);

/** Whether a person gave this e-mail address, proven or not. `normal` is its normal form. */
export async function holdsAddress(
  reader: Reader,
  subject: Pseudonym,
  normal: string,
  vault: Pick<Vault, "lookupIndex">,
): Promise<boolean> {
  const index = vault.lookupIndex("email", normal);
  return (await reader.first(findOwn, { subject, index })) !== undefined;
}
