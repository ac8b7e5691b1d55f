import { formatDate, formatMoment } from "../../platform/i18n/index.ts";
import type { Consent } from "../../policy/index.ts";
import { followLink } from "./follow-link.ts";
import { messagesWords } from "./messages.messages.ts";
import { fact, factIfAny, type Filling, paragraphs, type Template } from "./template.ts";

/** What the Message-ID of an enquiry's acknowledgement is made of: answers name it, and so stand under it. */
export const acknowledgementId = (reference: string): string => `acknowledged-${reference}`;

/**
 * Tells who wrote that it has arrived, asks them to confirm their address, and gives them their receipt. To an address
 * that nobody has confirmed, so without anything that was written (clause itsectr-privacy/3.2.3).
 */
export const acknowledgeEnquiry: Template = {
  automatic: true,
  withReceipt: true,
  write(filling) {
    const { language, facts, policy, link, sign, receipt } = filling;
    const words = messagesWords(language);
    const operator = policy.operator.shortName[language];
    const reference = fact(facts, "reference");
    const confirmation = factIfAny(facts, "confirmation");
    const toConfirm =
      confirmation === null ? null : { link: link(`/confirm/${sign("confirm", confirmation)}/`) };
    const confirm = facts.held === true ? words.confirmHeld : words.confirm;
    const consents = toConfirm === null ? [] : consentsOf(filling);
    return {
      subject: words.acknowledgedSubject({ reference }),
      text: paragraphs(
        words.greeting,
        words.acknowledged({
          operator,
          moment: formatMoment(Number(facts.receivedAt), language, policy.operator.timeZone),
          reference,
        }),
        owedBy(filling),
        toConfirm === null ? null : confirm(toConfirm),
        consents.length === 0 ? null : words.consents({ list: consents.map(named(filling)).join("\n") }),
        words.privacy({ link: link(fact(facts, "policyPath")) }),
        words.follow({ link: followLink(filling) }),
        receipt === null ? null : words.receipt({ link: link("/receipt/") }),
        words.mistake,
        words.signature({ operator, contact: policy.operator.email }),
      ),
      id: acknowledgementId(reference),
      ...(receipt === null ? {} : { attachments: [{ name: "receipt.txt", text: receipt }] }),
    };
  },
};

/** By when an answer is owed, where it is: the date that is announced by this. */
function owedBy({ language, facts }: Filling): string | null {
  const on = factIfAny(facts, "answerBy");
  if (on === null) return null;
  const words = messagesWords(language);
  const owed = words.answerBy({ day: formatDate(Date.parse(on), language, "UTC") });
  return facts.provisional === true ? `${owed}\n${words.answerByProvisional}` : owed;
}

/** What was ticked and the policy still has. */
function consentsOf({ facts, policy }: Filling): Consent[] {
  const ticked = (factIfAny(facts, "consents") ?? "").split(" ");
  return policy.consents.filter(({ code }) => ticked.includes(code));
}

function named({ language, policy, link }: Filling) {
  return ({ label, document }: Consent): string => {
    const path = policy.documents.find(({ code }) => code === document)?.path;
    return `– ${label[language]}${path === undefined ? "" : `\n  ${link(path)}`}`;
  };
}
