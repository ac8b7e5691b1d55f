import { type CompiledPolicy, renderDocument } from "../../policy/index.ts";
import type { RenderedDocument } from "./publication.ts";

/** Every document of a policy in each language that the operator offers. */
export function renderDocuments({ documents, operator }: CompiledPolicy): RenderedDocument[] {
  return documents.flatMap((document) =>
    operator.languages.map((language) => ({
      code: document.code,
      language,
      bytes: renderDocument(document, language),
    })),
  );
}
