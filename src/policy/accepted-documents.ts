import type { CompiledPolicy, Form, PolicyDocument } from "./compiled.ts";
import { LETTER } from "./letter.ts";

/**
 * What sending a form accepts (clauses itsectr-privacy/2.1, itsectr-agreement/1.3, proit-privacy/1.5; tension T03): the
 * operator's privacy policy and user agreement, the document under which the form stands, on a form that starts a
 * contract also the agreement about the service; and whatever these incorporate. In the order of the policy. Never a
 * consent's text, which only its own box gives, and nothing that merely informs. Who writes a letter, about their own
 * data or about the documents, agrees to nothing by it.
 */
export function acceptedDocuments(
  policy: Pick<CompiledPolicy, "documents">,
  form: Pick<Form, "document" | "kind">,
): PolicyDocument[] {
  if (form.kind === LETTER) return [];
  const startsContract = form.kind === "registration" || form.kind === "order";
  const accepted = new Set<string>();
  const accept = (document: PolicyDocument) => {
    const { code, kind, incorporates } = document;
    if (accepted.has(code) || kind === "consent" || kind === "information") return;
    accepted.add(code);
    for (const part of policy.documents.filter((other) => incorporates.includes(other.code))) accept(part);
  };
  for (const document of policy.documents) {
    const { code, kind } = document;
    const byUse = kind === "privacy-policy" || kind === "user-agreement";
    const byContract = kind === "service-agreement" && startsContract;
    if (byUse || byContract || code === form.document) accept(document);
  }
  return policy.documents.filter(({ code }) => accepted.has(code));
}
