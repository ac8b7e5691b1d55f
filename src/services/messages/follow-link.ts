import { messagesWords } from "./messages.messages.ts";
import { fact, type Filling, paragraphs, type Template } from "./template.ts";

/** What the link's token is signed as, over the enquiry's id; `services/intake` reads it. */
export const FOLLOW_LINK = "follow-enquiry";

/** Where the sender of an enquiry sees how it stands, and adds to it. */
export function followLink({ facts, link, sign }: Filling): string {
  return link(`/enquiry/${sign(FOLLOW_LINK, fact(facts, "enquiry"))}/`);
}

/** A fresh link to an enquiry, for whoever asked for one by its reference and their address. */
export const followLinkMail: Template = {
  automatic: true,
  write(filling) {
    const { language, facts, policy } = filling;
    const words = messagesWords(language);
    const { operator } = policy;
    const reference = fact(facts, "reference");
    return {
      subject: words.linkSubject({ reference }),
      text: paragraphs(
        words.greeting,
        words.follow({ link: followLink(filling) }),
        words.linkNotYou,
        words.signature({ operator: operator.shortName[language], contact: operator.email }),
      ),
    };
  },
};
