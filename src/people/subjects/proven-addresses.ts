import { prepare, type Pseudonym, type Reader, type Tables } from "../../platform/store/index.ts";
import type { subjectIdentifierTable, subjectTable } from "./subjects.table.ts";

/** A person with a proven e-mail address, which is not opened by being listed. */
export interface Addressable {
  /** Of the identifier: where the next page goes on. */
  readonly id: string;
  readonly subject: Pseudonym;
  readonly shardKey: Pseudonym;
  readonly language: string;
  /** True when anything of theirs is blocked (152-FZ 21(1)). */
  readonly blocked: boolean;
}

const provenAfter = prepare<
  Tables<typeof subjectIdentifierTable | typeof subjectTable>,
  { after: string; limit: number }
>()((db, param) =>
  db
    .selectFrom("subject_identifier as identifier")
    .innerJoin("subject", "subject.id", "identifier.subject")
    .select([
      "identifier.id",
      "subject.id as subject",
      "subject.shard_key",
      "subject.language",
      "subject.blocked",
    ])
    .where("identifier.kind", "=", "email")
    .where("identifier.verified_at", "is not", null)
    .where("identifier.id", ">", param("after"))
    .orderBy("identifier.id")
    .limit(param("limit")),
);

/** Before every id. */
const NO_ID = "00000000-0000-0000-0000-000000000000";

/** Whose e-mail address is proven, page by page: each person once, however many sendings were linked to them. */
export async function provenAddresses(
  reader: Reader,
  { after, limit }: { readonly after: string | null; readonly limit: number },
): Promise<Addressable[]> {
  const rows = await reader.all(provenAfter, { after: after ?? NO_ID, limit });
  return rows.map(({ id, subject, shard_key, language, blocked }) => ({
    id,
    subject,
    shardKey: shard_key,
    language,
    blocked: blocked.length > 0,
  }));
}
