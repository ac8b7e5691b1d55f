import { prepare, type Pseudonym, type Reader, type Tables } from "../../platform/store/index.ts";
import type { subjectCollectionTable, subjectValueTable } from "./subjects.table.ts";

const collected = prepare<
  Tables<typeof subjectCollectionTable | typeof subjectValueTable>,
  { subject: Pseudonym; policy: string }
>()((db, param) =>
  db
    .selectFrom("subject_collection as collection")
    .innerJoin("subject_value as value", "value.collection", "collection.id")
    .select(["value.attribute", "collection.policy"])
    .distinct()
    .where("collection.subject", "=", param("subject"))
    .where("collection.policy", "!=", param("policy")),
);

/**
 * What is held of a person that was collected under another policy than the one with this hash: each item with the hash
 * of the policy that was shown when it came (clause itserw-privacy/2.0, tension T13). Opens nothing.
 */
export function collectedUnderOthers(
  reader: Reader,
  subject: Pseudonym,
  policy: string,
): Promise<readonly { readonly attribute: string; readonly policy: string }[]> {
  return reader.all(collected, { subject, policy });
}
