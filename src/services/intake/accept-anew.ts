import { acceptedBefore, ConsentsError } from "../../people/consents/index.ts";
import { readAddressConfirmation, SubjectsError } from "../../people/subjects/index.ts";
import type { Pseudonym, Reader } from "../../platform/store/index.ts";
import type { CompiledPolicy } from "../../policy/index.ts";
import type { Refusal } from "../../trust/gate/index.ts";
import { type Publication, textKey } from "../../trust/publication/index.ts";
import { acceptByLink } from "./accept-by-link.ts";
import type { ConfirmingSubmissionParts, PendingConfirmation } from "./confirm-submission.ts";

/** What the token of a mailed confirmation is signed as. */
export const CONFIRM = "confirm";

/** What was on the page whose control was used. */
export interface AcceptingAnew {
  readonly token: string;
  /** Hash of the policy version, hex. */
  readonly policy: string;
  /** Hashes of the texts, by document code. */
  readonly texts: ReadonlyMap<string, string>;
  readonly language: string;
}

/** What is asked for again of who accepted an older text, where the operator asks at all. */
export async function toAcceptAnew(
  reader: Reader,
  subject: Pseudonym,
  {
    at,
    language,
    policy,
  }: { readonly at: number; readonly language: string; readonly policy: CompiledPolicy },
  publication: Pick<Publication, "inForce" | "texts">,
): Promise<PendingConfirmation["anew"]> {
  const inForce = await publication.inForce(reader, at);
  if (inForce === null || policy.settings.versioning.notice !== "re-accept") return [];
  const texts = await publication.texts(reader, inForce.version);
  const documents = await acceptedBefore(reader, subject, inForce, publication);
  return documents.map((document) => ({ document, text: texts.get(textKey(document, language)) ?? "" }));
}

/**
 * Accepts anew what the operator asks for, by its own control (tension T13): the texts that the page named, and no
 * others. Where nothing is asked for any more, nothing is written. Clauses itsectr-agreement/1.4, 7.3.
 * @throws SubjectsError `confirm-link-unknown`; ConsentsError `accepted-superseded`, `accepted-otherwise`
 */
export async function acceptAnew(
  sent: AcceptingAnew,
  parts: ConfirmingSubmissionParts,
): Promise<{ readonly outcome: "accepted" } | { readonly outcome: "refused"; readonly refusal: Refusal }> {
  const { policy, texts, language } = sent;
  const id = parts.links.read(CONFIRM, sent.token);
  if (id === null) throw new SubjectsError("confirm-link-unknown");
  return parts.store.transaction(async (tx) => {
    const link = await readAddressConfirmation(tx, id);
    if (link === null || link.usedAt === null) throw new SubjectsError("confirm-link-unknown");
    const inForce = await parts.publication.inForce(tx, tx.at);
    if (inForce === null || inForce.hash !== policy) throw new ConsentsError("accepted-superseded");
    const documents = await acceptedBefore(tx, link.subject, inForce, parts.publication);
    // Used twice, it accepts once; but never anything beside what was asked.
    const known = new Set(inForce.compiled.documents.map(({ code }) => code));
    const beside = [...texts.keys()].some((code) =>
      documents.length === 0 ? !known.has(code) : !documents.includes(code),
    );
    if (beside) throw new ConsentsError("accepted-otherwise");
    const act = { subject: link.subject, inForce, documents, mode: "re-accept", texts, language } as const;
    const refusal = await acceptByLink(tx, act, parts);
    return refusal === null ? { outcome: "accepted" } : { outcome: "refused", refusal };
  });
}
