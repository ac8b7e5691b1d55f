import { acknowledgementId } from "./acknowledge-enquiry.ts";
import { followLink } from "./follow-link.ts";
import { messagesWords } from "./messages.messages.ts";
import { fact, paragraphs, type Template } from "./template.ts";

/**
 * What staff wrote in answer to an enquiry, as they wrote it. It stands under the acknowledgement in a mail program
 * (RFC 5322, section 3.6.4), and a reply to it goes to the operator.
 */
export const answerMail: Template = {
  automatic: false,
  carriesAnswer: true,
  write(filling) {
    const { language, facts, policy, answer } = filling;
    const words = messagesWords(language);
    const { operator } = policy;
    const reference = fact(facts, "reference");
    const acknowledgement = `<${acknowledgementId(reference)}@${operator.email.split("@").at(-1) ?? ""}>`;
    return {
      subject: words.answeredSubject({ reference }),
      text: paragraphs(
        answer.trimEnd(),
        words.signature({ operator: operator.shortName[language], contact: operator.email }),
        words.answeredReference({ reference }),
        words.follow({ link: followLink(filling) }),
      ),
      id: `answered-${fact(facts, "answer")}`,
      headers: { "In-Reply-To": acknowledgement, References: acknowledgement },
    };
  },
};
