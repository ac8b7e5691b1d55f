import { formatMoment, type Language } from "../../platform/i18n/index.ts";
import type { CompiledPolicy } from "../../policy/index.ts";
import type { MessageFacts } from "./messages.table.ts";
import { messagesWords } from "./messages.messages.ts";

/** What every template may draw on besides its own facts. */
export interface TemplateSurroundings {
  readonly policy: CompiledPolicy;
  /** Absolute link to a page of the operator's site, by path. */
  readonly link: (path: string) => string;
  /** The journal's newest checkpoint, as a signed note. */
  readonly checkpoint: string;
}

export interface FilledTemplate {
  readonly subject: string;
  readonly text: string;
}

type Fill = (language: Language, facts: MessageFacts, around: TemplateSurroundings) => FilledTemplate;

/** Every mail that the product can write. Closed: a message names one of these. */
export const TEMPLATES = {
  /** To an unconfirmed address, so without anything that was written (clause itsectr-privacy/3.2.3). */
  "enquiry-acknowledged": (language, facts, { policy, link, checkpoint }) => {
    const words = messagesWords(language);
    const { operator } = policy;
    const reference = String(facts.reference);
    return {
      subject: words.enquiryAcknowledgedSubject({ reference }),
      text: words.enquiryAcknowledgedBody({
        operator: operator.shortName[language],
        moment: formatMoment(Number(facts.receivedAt), language, operator.timeZone),
        reference,
        policyLink: link(String(facts.policyPath)),
        checkpoint,
        contact: operator.email,
      }),
    };
  },
} as const satisfies Record<string, Fill>;

export type TemplateCode = keyof typeof TEMPLATES;

export function isTemplate(code: string): code is TemplateCode {
  return Object.hasOwn(TEMPLATES, code);
}
