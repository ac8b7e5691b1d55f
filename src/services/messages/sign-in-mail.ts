import { LINK_LIFE, SIGN_IN, signInPath } from "../../people/staff/index.ts";
import { formatMoment } from "../../platform/i18n/index.ts";
import { messagesWords } from "./messages.messages.ts";
import { fact, paragraphs, type Template } from "./template.ts";

/** A link with which a member of staff signs in once. A mail that comes too late to be of use is not sent. */
export const signInMail: Template = {
  automatic: true,
  goodFor: LINK_LIFE,
  write({ language, facts, policy, queuedAt, link, sign }) {
    const words = messagesWords(language);
    const operator = policy.operator.shortName[language];
    return {
      subject: words.signInSubject({ operator }),
      text: paragraphs(
        words.greeting,
        words.signIn({
          moment: formatMoment(queuedAt, language, policy.operator.timeZone),
          link: link(signInPath(sign(SIGN_IN, fact(facts, "link")))),
        }),
        words.signInNotYou,
        words.signature({ operator, contact: policy.operator.email }),
      ),
    };
  },
};
