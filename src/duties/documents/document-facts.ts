import { formatDate, formatMoment, type Language } from "../../platform/i18n/index.ts";
import { addressOf, type DocumentEdition } from "./document-edition.ts";
import { paperWords } from "./documents.messages.ts";

/** What every copy of a document says of itself: version, three dates (tension T39), address, fingerprint. */
export function documentFacts(edition: DocumentEdition, language: Language): string[] {
  const { policy, document, version } = edition;
  const { timeZone } = policy.operator;
  const words = paperWords(language);
  return [
    words.version({ number: version.number }),
    words.updated({ day: dayInWords(document.updatedOn, language) }),
    words.published({ moment: formatMoment(version.publishedAt, language, timeZone) }),
    words.effective({ moment: formatMoment(version.effectiveFrom, language, timeZone) }),
    words.address({ address: addressOf(edition) }),
    words.fingerprint({ hash: version.policy }),
  ];
}

/** A calendar day, which belongs to no time zone. */
export function dayInWords(day: string, language: Language): string {
  return formatDate(Date.parse(day), language, "UTC");
}
