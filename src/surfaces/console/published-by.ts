import type { Language } from "../../platform/i18n/index.ts";
import { INSTALLATION, type PublishedVersion } from "../../trust/publication/index.ts";
import { versionWords } from "./versions.messages.ts";

/** Who published a version, without opening anybody's name. */
export function publishedByText(
  { publishedBy }: Pick<PublishedVersion, "publishedBy">,
  you: string,
  language: Language,
): string {
  const words = versionWords(language);
  if (publishedBy === INSTALLATION) return words.byInstallation;
  return publishedBy === you ? words.byYou : words.byStaff({ code: publishedBy.slice(-6) });
}
