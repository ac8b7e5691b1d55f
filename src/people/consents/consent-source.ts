import type { Publication } from "../../trust/publication/index.ts";
import type { ConsentSource } from "../subjects/index.ts";
import { consentsInForce } from "./read-consents.ts";

/**
 * Tells the gate, through people/subjects, what a person has consented to. Consents are read only where the purpose
 * that is asked about rests on consent; everything else pays nothing for it.
 */
export function consentSource(publication: Pick<Publication, "inForce">): ConsentSource {
  return async (tx, subject, purpose) => {
    const policy = await publication.inForce(tx, tx.at);
    const asked = policy?.compiled.purposes.find(({ code }) => code === purpose);
    if (policy === null || asked?.basis !== "consent") return [];
    return consentsInForce(tx, subject, policy.compiled);
  };
}
