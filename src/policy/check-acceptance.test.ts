import { expect, test } from "vitest";
import { smallPolicy, smallRules } from "../../test/small-policy.ts";
import { checkPolicy } from "./index.ts";

/** What is found of implied consents and of marketing in a policy whose second clause says this. */
function foundIn(text: string): string[] {
  const documents = smallPolicy().documents.map((document) => ({
    ...document,
    sections: document.sections.map((section) => ({
      ...section,
      clauses: section.clauses.map((clause) =>
        clause.id === "1.2"
          ? { ...clause, text: /[а-яё]/iu.test(text) ? { en: "So.", ru: text } : { en: text, ru: "Так." } }
          : clause,
      ),
    })),
  }));
  return checkPolicy(smallPolicy({ documents }), smallRules)
    .filter(({ code }) => code === "text-implies-consent" || code === "opt-out-marketing")
    .map(({ code }) => code);
}

test.each([
  ["text-implies-consent", "By using the Site you consent to the processing of your personal data."],
  ["text-implies-consent", "By submitting the form the User gives consent to processing."],
  ["text-implies-consent", "Use of the Site means the User’s consent to this."],
  ["text-implies-consent", "Используя Сайт, Пользователь даёт согласие на обработку данных."],
  ["text-implies-consent", "Отправляя форму, вы соглашаетесь на обработку персональных данных."],
  ["text-implies-consent", "Использование Сайта означает согласие Пользователя на обработку его данных."],
  ["opt-out-marketing", "Offers are sent until you unsubscribe."],
  ["opt-out-marketing", "We send newsletters unless the User has objected."],
  ["opt-out-marketing", "Рассылка приходит, пока Пользователь не откажется от неё."],
  ["opt-out-marketing", "Рекламные предложения направляются, если вы не отказались."],
] as const)("%s: %s", (code, text) => {
  expect(foundIn(text)).toEqual([code]);
});

test.each([
  "By using the Site the User accepts this Policy.",
  "By using the Site nobody consents to the processing of data.",
  "Using the Site is acceptance; consent to processing is asked for by a box of its own.",
  "Используя Сайт, Пользователь принимает Политику.",
  "Использование Сервиса означает безоговорочное согласие Пользователя с Политикой.",
  "Отправляя форму, Пользователь не даёт согласия на обработку в иных целях.",
  "Newsletters go only to those who have asked for them; anybody may unsubscribe at any time.",
  "Рассылка направляется только с предварительного согласия; отказаться можно в любое время.",
])("nothing is found in: %s", (text) => {
  expect(foundIn(text)).toEqual([]);
});
