import type { Language } from "../platform/i18n/index.ts";
import type { CompiledPolicy } from "../policy/index.ts";

/** What a sending names beside its topic, in words: `privacy-policy/3` is a section, `websites` a service. */
export function aboutInWords(
  about: string,
  { documents, services }: CompiledPolicy,
  language: Language,
): string {
  const [code, id] = about.split("/");
  if (id === undefined) return services.find((service) => service.code === code)?.title[language] ?? about;
  const document = documents.find((one) => one.code === code);
  const section = document?.sections.find((one) => one.id === id);
  if (document === undefined || section === undefined) return about;
  return `${document.title[language]}, ${section.title[language]}`;
}
