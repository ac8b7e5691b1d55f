import { type Frame, withQuery } from "../../platform/http/index.ts";
import type { CompiledPolicy } from "../../policy/index.ts";
import { ABOUT, LETTER_PATH, sectionSlug } from "./form-input.ts";
import { documentWords } from "./document.messages.ts";

/** Where a section of a published text begins: renderDocument writes it so, and its bytes are checked before they leave. */
const SECTION = /<section class="section" id="([^"]+)"[^]*?(?=<\/section>)/g;

/**
 * A published text with a way to ask about each of its sections at that section's end (clause itserw-privacy/
 * preamble.questions). The words are around the text, not in it: what was published stays as it is.
 */
export function withAskLinks(
  html: string,
  { documents }: CompiledPolicy,
  code: string,
  { links, language }: Frame,
): string {
  const sections = documents.find((document) => document.code === code)?.sections ?? [];
  const words = documentWords(language);
  return html.replace(SECTION, (text, anchor: string) => {
    const section = sections.find(({ id }) => anchor === id || anchor === `s${id}`);
    if (section === undefined) return text;
    const link = withQuery(links.page(LETTER_PATH), { [ABOUT]: sectionSlug(code, section.id) });
    return `${text}<p class="section-ask"><a href="${link}">${words.askSection}</a></p>\n`;
  });
}
