import { prepare, type Pseudonym, type Reader, type Tables } from "../../platform/store/index.ts";
import type { PolicyFact } from "../../trust/gate/index.ts";
import { type Publication, textKey } from "../../trust/publication/index.ts";
import { samePerson } from "../subjects/index.ts";
import type { acceptanceTable } from "./consents.table.ts";

const acceptedBy = prepare<Tables<typeof acceptanceTable>, { subject: Pseudonym }>()((db, param) =>
  db
    .selectFrom("acceptance")
    .select(["document", "text", "language", "mode"])
    .where("subject", "=", param("subject"))
    .orderBy("id"),
);

/**
 * The documents that this person accepted in an older text, and has not accepted in the one in force by an act of a
 * known person since (clause itsectr-agreement/1.4). Everybody whom a proven address made one person is that person. In
 * the order of the policy; what the policy no longer has is accepted no more.
 */
export async function acceptedBefore(
  reader: Reader,
  subject: Pseudonym,
  inForce: PolicyFact,
  publication: Pick<Publication, "texts">,
): Promise<string[]> {
  const texts = await publication.texts(reader, inForce.version);
  const older = new Set<string>();
  const renewed = new Set<string>();
  for (const member of await samePerson(reader, subject)) {
    for (const { document, text, language, mode } of await reader.all(acceptedBy, { subject: member })) {
      if (texts.get(textKey(document, language)) !== text) older.add(document);
      else if (mode === "continued-use" || mode === "re-accept") renewed.add(document);
    }
  }
  return inForce.compiled.documents
    .map(({ code }) => code)
    .filter((code) => older.has(code) && !renewed.has(code));
}
