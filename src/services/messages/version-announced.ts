import { formatMoment } from "../../platform/i18n/index.ts";
import { messagesWords } from "./messages.messages.ts";
import { paragraphs, type Template } from "./template.ts";

/** That a newer version of the documents holds, to who accepted an earlier one (tension T13). Names nobody. */
export const versionAnnounced: Template = {
  automatic: true,
  toProvenAddress: true,
  write({ language, facts, policy, link }) {
    const words = messagesWords(language);
    const operator = policy.operator.shortName[language];
    const codes = String(facts["documents"]).split(" ");
    const documents = policy.documents
      .filter(({ code }) => codes.includes(code))
      .map(({ title, path }) => `${title[language]}\n${link(path)}\n${link(`${path}changes/`)}`);
    return {
      subject: words.announcedSubject({ operator }),
      text: paragraphs(
        words.greeting,
        words.announced({
          moment: formatMoment(Number(facts["since"]), language, policy.operator.timeZone),
          version: String(facts["version"]),
        }),
        documents.join("\n\n"),
        words.announcedMeans,
        words.signature({ operator, contact: policy.operator.email }),
      ),
    };
  },
};
