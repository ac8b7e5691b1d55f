import type { Language } from "../../platform/i18n/index.ts";
import type { Draft } from "../../trust/publication/index.ts";

/** One document of a draft as it would be published; null when it has none of this code or language. */
export function documentOf(draft: Draft, code: string, language: Language): string | null {
  const found = draft.documents.find((one) => one.code === code && one.language === language);
  return found === undefined ? null : new TextDecoder().decode(found.bytes);
}
