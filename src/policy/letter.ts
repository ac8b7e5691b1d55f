import type { Attribute, CompiledPolicy, Form } from "./compiled.ts";

/**
 * The letter: a form that every operator has, whatever its policy, by which anybody asks about a document, says what
 * they think of it, or writes about their own data. The law lays it on the operator (152-FZ 14, 20; GDPR 12), so it is
 * collected for the statutory purpose `rights`, accepts nothing, is open to whoever declined, and what it holds is
 * closed to every purpose of the policy (clauses itsectr-privacy/9.2, 10.1, itserw-privacy/preamble.questions,
 * img-privacy/3.0, proit-privacy/6.3; tension T41).
 */
export const LETTER = "letter";
export const LETTER_PATH = "/letter/";

/** The statutory purpose that a letter is for. */
export const LETTER_PURPOSE = "rights";

/** What a letter is about: one's own data, or a document of the operator's. */
export const LETTER_TOPICS = ["my-data", "policy"] as const;
export type LetterTopic = (typeof LETTER_TOPICS)[number];

const NEEDED = { en: "to answer a letter", ru: "чтобы ответить на письмо" };

/** What a letter asks for, where the policy does not declare it itself. */
const ATTRIBUTES: readonly Attribute[] = [
  {
    code: "email",
    category: "email",
    identifiability: "direct",
    kind: "email",
    maxLength: 254,
    necessity: NEEDED,
    parts: [],
    many: 1,
    label: { en: "E-mail address", ru: "Адрес электронной почты" },
    clause: "",
  },
  {
    code: LETTER,
    category: "message",
    identifiability: "indirect",
    kind: "free-text",
    maxLength: 4000,
    necessity: NEEDED,
    parts: [],
    many: 1,
    label: { en: "What you want to say or ask", ru: "Что вы хотите сказать или спросить" },
    clause: "",
  },
];

type Known = Pick<CompiledPolicy, "attributes" | "forms" | "documents">;

/** Every attribute that may be held under a policy: its own, and those of a letter. */
export function attributesOf({ attributes }: Pick<CompiledPolicy, "attributes">): readonly Attribute[] {
  const own = new Set(attributes.map(({ code }) => code));
  return [...attributes, ...ATTRIBUTES.filter(({ code }) => !own.has(code))];
}

/** Every form that may be sent under a policy: its own, and the letter. */
export function formsOf(policy: Known): readonly Form[] {
  const form: Form = {
    code: LETTER,
    kind: LETTER,
    path: LETTER_PATH,
    title: { en: "Your data and our documents", ru: "Ваши данные и наши документы" },
    intro: {
      en: "Ask about a document, propose a change to it, or write about the data that we hold about you.",
      ru: "Задайте вопрос о документе, предложите поправку к нему или напишите о данных, которые мы о вас храним.",
    },
    clause: "",
    purpose: LETTER_PURPOSE,
    furtherPurposes: [],
    fields: ATTRIBUTES.map(({ code }) => ({ attribute: code, required: true, hint: null })),
    document: policy.documents[0]?.code ?? "",
    consents: [],
    whenDeclined: "open",
  };
  return [...policy.forms, form];
}

/** The attributes that work for a purpose may open: the policy's purpose's, or those of a letter. */
export function attributesFor(
  purpose: string,
  { purposes }: Pick<CompiledPolicy, "purposes">,
): readonly string[] {
  if (purpose === LETTER_PURPOSE) return ATTRIBUTES.map(({ code }) => code);
  return purposes.find(({ code }) => code === purpose)?.attributes ?? [];
}
