import { isInn, isOgrn, placeholderIn } from "../../../policy/index.ts";

/** What has been answered so far, as text, by the question's key. */
export type GivenAnswers = Readonly<Record<string, string>>;

export interface Question {
  /** Its name in a file of answers: `legalName.ru` is `{ "legalName": { "ru": … } }`. */
  readonly key: string;
  readonly ask: string;
  /** What the answer is for, in one line. */
  readonly why: string;
  /** What an empty answer means; without one, an answer is needed. */
  readonly otherwise?: (given: GivenAnswers) => string;
  /** Whether it is asked at all after what was answered before. */
  readonly applies?: (given: GivenAnswers) => boolean;
  /** What is wrong with an answer; null when it can be used. */
  readonly wrong: (answer: string) => string | null;
}

const LANGUAGES = /^(?:en|ru|en ru|ru en)$/u;
const HOST = /^(?:[a-z0-9](?:[a-z0-9-]*[a-z0-9])?\.)+[a-z](?:[a-z0-9-]*[a-z0-9])?$/u;
const YES_OR_NO = /^(?:yes|no)$/u;
const LONGEST_TERM = 3650;

const offers = (language: string) => (given: GivenAnswers) =>
  (given["languages"] ?? "").split(" ").includes(language);

function text(answer: string): string | null {
  if (answer.length > 300) return "must not be longer than 300 characters";
  if (/[\p{Cc}\p{Cf}]/u.test(answer)) return "must be one line of plain text";
  return placeholderIn(answer) === null ? null : "still has a placeholder in it";
}

const matching = (pattern: RegExp, demand: string) => (answer: string) =>
  pattern.test(answer) ? null : demand;
const yesOrNo = matching(YES_OR_NO, "must be yes or no");

/** In the order in which they are asked; later ones take their defaults from earlier ones. */
export const QUESTIONS: readonly Question[] = [
  {
    key: "name",
    ask: "Short name of the operator",
    why: "The folder, the database and the journal are called by it for ever: acme",
    wrong: matching(/^[a-z][a-z0-9-]{0,62}$/u, "must be small letters, digits and hyphens, a letter first"),
  },
  {
    key: "languages",
    ask: "Languages of the site",
    why: "ru, en, or both; the first is spoken when a browser names neither",
    otherwise: () => "ru en",
    wrong: matching(LANGUAGES, "must be ru, en, ru en or en ru"),
  },
  ...inEachLanguage({
    key: "shortName",
    ask: "Name as people know it",
    why: "Stands at the top of every page and under every mail",
    otherwise: ({ name = "" }) => `${name.slice(0, 1).toUpperCase()}${name.slice(1)}`,
    wrong: text,
  }),
  ...inEachLanguage({
    key: "legalName",
    ask: "Full name as registered",
    why: "Says in the policy who is responsible for the data",
    wrong: text,
  }),
  ...inEachLanguage({
    key: "address",
    ask: "Registered address",
    why: "Stands in the policy and in every consent (152-FZ 9, 18.1)",
    wrong: text,
  }),
  {
    key: "inn",
    ask: "Taxpayer number (INN)",
    why: "Stands among the contacts; its control digits are checked. To try out: 0012345673 is nobody's",
    wrong: (answer) => (isInn(answer) ? null : "has a control digit that does not agree"),
  },
  {
    key: "ogrn",
    ask: "Registration number (OGRN)",
    why: "Stands among the contacts; its control digit is checked. To try out: 1260000123459 is nobody's",
    wrong: (answer) => (isOgrn(answer) ? null : "has a control digit that does not agree"),
  },
  {
    key: "host",
    ask: "Host name of the site",
    why: "The site answers under this name and no other; on this machine also under NAME.localhost",
    otherwise: ({ name = "" }) => `${name}.example`,
    wrong: matching(HOST, "must be a host name without https:// and port: acme.example"),
  },
  {
    key: "email",
    ask: "E-mail address for people who write about their data",
    why: "Stands in the policy and is the sender of mail",
    otherwise: ({ host = "" }) => `privacy@${host}`,
    wrong: matching(
      /^[a-z0-9_+-]+(?:\.[a-z0-9_+-]+)*@(?:[a-z0-9](?:[a-z0-9-]*[a-z0-9])?\.)+[a-z]{2,}$/iu,
      "must be an e-mail address",
    ),
  },
  {
    key: "phone",
    ask: "Telephone number",
    why: "Stands among the contacts",
    wrong: matching(/^\+?[0-9 ().-]{5,30}$/u, "must be a telephone number: +7 200 555-01-00"),
  },
  {
    key: "timeZone",
    ask: "Time zone",
    why: "Every date and deadline is counted in it",
    otherwise: () => "Europe/Moscow",
    wrong: (answer) => (isTimeZone(answer) ? null : "must be a name such as Europe/Moscow"),
  },
  {
    key: "takesPhone",
    ask: "Does the form take a telephone number?",
    why: "yes or no; ask only for what an answer needs. It is optional on the form",
    otherwise: () => "no",
    wrong: yesOrNo,
  },
  {
    key: "takesCompany",
    ask: "Does the form take the name of a company?",
    why: "yes or no; optional on the form as well",
    otherwise: () => "no",
    wrong: yesOrNo,
  },
  {
    key: "retentionDays",
    ask: "Days that an enquiry is kept after it is closed",
    why: "Then its data are destroyed; the policy says so with this number",
    otherwise: () => "30",
    wrong: (answer) =>
      /^[1-9]\d{0,3}$/u.test(answer) && Number(answer) <= LONGEST_TERM
        ? null
        : `must be a number of days, 1 to ${LONGEST_TERM}`,
  },
  {
    key: "asksForOffers",
    ask: "Does the form ask for consent to offers by e-mail?",
    why: "yes or no; a box of its own with a text of its own, never needed to send the form",
    otherwise: () => "no",
    wrong: yesOrNo,
  },
];

function inEachLanguage(question: Question): Question[] {
  const names = { en: "in English", ru: "in Russian" } as const;
  return (["en", "ru"] as const).map((language) => ({
    ...question,
    key: `${question.key}.${language}`,
    ask: `${question.ask}, ${names[language]}`,
    applies: offers(language),
  }));
}

function isTimeZone(name: string): boolean {
  try {
    return new Intl.DateTimeFormat("en", { timeZone: name }).resolvedOptions().timeZone !== "";
  } catch {
    return false;
  }
}
