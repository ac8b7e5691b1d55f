import type { Language } from "../../platform/i18n/index.ts";
import { type CompiledPolicy, LETTER } from "../../policy/index.ts";
import type { EnquirySummary } from "../../services/intake/index.ts";
import { aboutInWords } from "../about-in-words.ts";
import { enquiryWords } from "./enquiry.messages.ts";

/**
 * What an enquiry is about, in words: its topic, and the section or service that it names. Null where it names nothing.
 * Topics stand apart for staff (clause itsectr-agreement/4.2.3); a question says which section it is about (itserw-privacy/
 * preamble.questions).
 */
export function subjectOf(
  { form, topic, about }: Pick<EnquirySummary, "form" | "topic" | "about">,
  policy: CompiledPolicy,
  language: Language,
): string | null {
  const words = enquiryWords(language);
  const parts = [form === LETTER ? letterTopic(topic, words) : topicLabel(topic, policy, language)];
  if (about !== null) parts.push(aboutInWords(about, policy, language));
  const said = parts.filter((part) => part !== null);
  return said.length === 0 ? null : said.join(": ");
}

/** What a topic is called, for lists of topics. */
export function topicText(topic: string, policy: CompiledPolicy, language: Language): string {
  const words = enquiryWords(language);
  if (topic === "my-data") return words.myData;
  if (topic === "policy") return words.aboutDocument;
  return topicLabel(topic, policy, language) ?? words.generalTopic;
}

function letterTopic(topic: string, words: ReturnType<typeof enquiryWords>): string {
  return topic === "policy" ? words.aboutDocument : words.myData;
}

function topicLabel(topic: string, { topics }: CompiledPolicy, language: Language): string | null {
  return topics.find(({ code }) => code === topic)?.label[language] ?? null;
}
