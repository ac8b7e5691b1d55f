import type { Language } from "../../../platform/i18n/index.ts";

/** What becomes of an invented enquiry, so that every screen has something to show. */
export type Fate =
  /** Waits for an answer. */
  | "open"
  /** Came without a proof of work and waits for its address to be confirmed. */
  | "held"
  | "answered"
  | "closed"
  /** Its sender consented to what the form asks for, and confirmed it. */
  | "consented"
  /** The same, and took it back. */
  | "withdrawn";

export interface InventedEnquiry {
  readonly language: Language;
  readonly fate: Fate;
  readonly topic: "general" | "my-data";
  readonly name: string;
  readonly email: string;
  readonly phone: string;
  readonly company: string;
  readonly message: string;
  readonly answer: string;
}

const NOBODY = { phone: "", company: "", answer: "", topic: "general" } as const;

/**
 * Nobody. The domains are reserved for examples (RFC 2606), the dialling code 200 is nobody's, and the card number is
 * the one that payment services publish for trials.
 */
export const INVENTED: readonly InventedEnquiry[] = [
  {
    ...NOBODY,
    language: "ru",
    fate: "open",
    name: "Мария Примерова",
    email: "maria@example.org",
    company: "ООО «Пример»",
    message: "Нужна страница записи для трёх филиалов. Когда вы могли бы начать?",
  },
  {
    ...NOBODY,
    language: "en",
    fate: "open",
    name: "John Sample",
    email: "john.sample@example.com",
    phone: "+7 200 555-01-77",
    company: "Sample & Sons",
    message: "We have an old warehouse program without documentation. Can you look after it?",
  },
  {
    ...NOBODY,
    language: "ru",
    fate: "open",
    topic: "my-data",
    name: "Пётр Образцов",
    email: "petr@example.org",
    message: "Прошу сообщить, какие мои данные у вас хранятся, и удалить номер телефона.",
  },
  {
    ...NOBODY,
    language: "en",
    fate: "open",
    name: "Ada Specimen",
    email: "ada@example.net",
    message:
      "I was ill for two weeks, my doctor signed me off. Please bill card 4111 1111 1111 1111 for the review.",
  },
  {
    ...NOBODY,
    language: "ru",
    fate: "held",
    name: "Без Скриптов",
    email: "noscript@example.org",
    message: "Пишу из браузера без скриптов. Подскажите, сколько стоит экспертиза кода?",
  },
  {
    ...NOBODY,
    language: "en",
    fate: "answered",
    name: "Grace Template",
    email: "grace@example.com",
    company: "Template Ltd",
    message: "Do you also review hosting contracts?",
    answer:
      "Good day!\n\nYes: we read the contract, and write down what it means for your data. It takes a week.\n\nKind regards",
  },
  {
    ...NOBODY,
    language: "ru",
    fate: "answered",
    name: "Анна Шаблонова",
    email: "anna@example.net",
    message: "Возьмёте ли вы на сопровождение интернет-магазин?",
    answer:
      "Здравствуйте!\n\nДа. Расскажите, пожалуйста, на чём он написан и сколько в нём заказов в день.\n\nС уважением",
  },
  {
    ...NOBODY,
    language: "en",
    fate: "closed",
    name: "Max Placeholder",
    email: "max@example.org",
    message: "The link in your footer was broken last week. It works now, thank you.",
    answer: "Thank you for telling us.",
  },
  {
    ...NOBODY,
    language: "ru",
    fate: "consented",
    name: "Ольга Макетова",
    email: "olga@example.com",
    message: "Расскажите о ваших услугах. На письма с предложениями согласна.",
  },
  {
    ...NOBODY,
    language: "en",
    fate: "withdrawn",
    name: "Iris Mockup",
    email: "iris@example.net",
    message: "Please keep me informed about your offers.",
  },
];

/** Addresses that are reserved for documentation (RFC 5737), one a sender. */
export const clientOf = (place: number): string => `192.0.2.${place + 1}`;

export interface InventedStaff {
  readonly login: string;
  readonly name: string;
  /** `all`: every purpose and right; otherwise enquiries, or publishing. */
  readonly part: "all" | "enquiries" | "publishing";
}

export const INVENTED_STAFF: readonly InventedStaff[] = [
  { login: "vera", name: "Vera Example", part: "all" },
  { login: "boris", name: "Boris Example", part: "enquiries" },
  { login: "clara", name: "Clara Example", part: "publishing" },
];
