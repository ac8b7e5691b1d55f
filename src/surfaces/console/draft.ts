import type { Language } from "../../platform/i18n/index.ts";
import { CompileError, type Draft, type Publication } from "../../trust/publication/index.ts";

/** A draft, or why the policy file gives none. */
export type DraftOutcome = { readonly draft: Draft } | { readonly broken: string };

/** Compiles the draft; a file that does not compile is something to show, not a failure of ours. */
export async function readDraft(publication: Pick<Publication, "draft">): Promise<DraftOutcome> {
  try {
    return { draft: await publication.draft() };
  } catch (error) {
    if (error instanceof CompileError) return { broken: error.message };
    throw error;
  }
}

/** One document of a draft as it would be published; null when it has none of this code or language. */
export function documentOf(draft: Draft, code: string, language: Language): string | null {
  const found = draft.documents.find((one) => one.code === code && one.language === language);
  return found === undefined ? null : new TextDecoder().decode(found.bytes);
}
