import { expect, test } from "vitest";
import { keeps } from "../../test/keeps.ts";
import { smallPolicy, smallRules } from "../../test/small-policy.ts";
import { checkPolicy, type CompiledPolicy, type FindingCode } from "./index.ts";

const NAMES: readonly FindingCode[] = ["another-company", "another-host", "blank-address"];

/** What is found of names in a policy whose home page says this, in one language. */
function foundIn(text: string, changes: Partial<CompiledPolicy> = {}): string[] {
  const { site } = smallPolicy();
  const body = /[а-яё]/iu.test(text) ? { en: "Small.", ru: text } : { en: text, ru: "Малое." };
  const policy = smallPolicy({ site: { ...site, home: { ...site.home, body } }, ...changes });
  return checkPolicy(policy, smallRules)
    .filter(({ code, where }) => NAMES.includes(code) && where.startsWith("site."))
    .map(({ code }) => code);
}

test.each([
  ["another-company", "Great Works Ltd answers for the processing."],
  ["another-company", "The processing is that of Vendor Software GmbH."],
  ["another-company", "ООО «Великие дела» обрабатывает данные по закону."],
  ["another-company", "Обработку ведёт Общество с ограниченной ответственностью «Великие дела»."],
  ["another-company", "Оператор: ИНН 7700000000."],
  ["another-company", "The operator has INN: 7700000000."],
  ["another-host", "Write to privacy@great.example."],
  ["another-host", "It is at https://great.example/policy/."],
  ["blank-address", "Write to us by e-mail: ."],
  ["blank-address", "Пишите нам по адресу: ."],
  ["blank-address", "Обращение направляют по адресу; ответ придёт письмом."],
] as const)("%s: %s", (code, text) => {
  expect(foundIn(text)).toEqual([code]);
});

test.each([
  "Small Ltd answers for it, and the Small Ltd site says so.",
  "ООО «Малое» отвечает за это, ИНН 0012345673, ОГРН 1260000123459.",
  "Write to privacy@small.example or open https://small.example/feedback/.",
  "The licence is sent to the address that you named.",
  "Ключ отправляют по адресу, указанному в заказе.",
  "Электронная почта: privacy@small.example.",
  "Liability is limited. Limited warranties apply.",
  "See 12.3.4 and version 2.0.1 of the text.",
])("nothing is found in: %s", (text) => {
  expect(foundIn(text)).toEqual([]);
});

test("whom the policy declares may be named", keeps("names-in-text"), () => {
  const declared: Partial<CompiledPolicy> = {
    recipients: [
      {
        code: "courier",
        label: { en: "Great Works Ltd", ru: "ООО «Великие дела»" },
        ground: "law",
        overrides: null,
        clause: "1.1",
      },
    ],
  };
  expect(foundIn("ООО «Великие дела» доставляет заказы.", declared)).toEqual([]);
  expect(foundIn("ООО «Иные дела» доставляет заказы.", declared)).toEqual(["another-company"]);
});
