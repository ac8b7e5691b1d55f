import { defineSection, type FactsOf } from "upheld/policy";
import type { promise } from "../promise.ts";

export const generalProvisions = defineSection<FactsOf<typeof promise>>({
  id: "1",
  title: { en: "General provisions", ru: "Общие положения" },
  clauses: [
    {
      id: "1.0",
      text: {
        en: ({ operator, regimes, list }) =>
          `This Policy states how ${operator.legalName}, taxpayer number (INN) ${operator.inn}, registration number (OGRN) ${operator.ogrn}, ${operator.address} (the Operator), processes personal data, and by what measures it protects them. It is made under: ${list(regimes)}.`,
        ru: ({ operator, regimes, list }) =>
          `Настоящая политика (далее — Политика) определяет порядок обработки персональных данных и меры по их защите. Оператор персональных данных (далее — Оператор): ${operator.legalName}, ИНН ${operator.inn}, ОГРН ${operator.ogrn}, ${operator.address}. Правовая основа Политики: ${list(regimes)}.`,
      },
      says: {
        en: "This document says how we handle your data and protect them. The law demands that we have it.",
        ru: "Здесь сказано, как мы обращаемся с вашими данными и как их защищаем. Такой документ обязателен по закону.",
      },
      kind: "definition",
      enforceability: "enforceable",
      kept: { by: ["required-sections"] },
    },
    {
      id: "1.1",
      text: {
        en: "Respect for the rights and freedoms of every person whose data are processed, and above all for private life and for personal and family secrets, is the foremost aim of the Operator. It works on no other condition.",
        ru: "Важнейшая цель Оператора и условие, на котором он ведёт свою деятельность, — соблюдение прав и свобод человека и гражданина при обработке его персональных данных, прежде всего права на неприкосновенность частной жизни, личную и семейную тайну.",
      },
      says: {
        en: "Your private life comes first. If we cannot respect it, we should not be in business.",
        ru: "Ваша частная жизнь — на первом месте. Не умея её уважать, нельзя и работать.",
      },
      kind: "liability/declarative",
      enforceability: "declarative",
      kept: { declared: true },
    },
    {
      id: "1.2",
      text: {
        en: ({ host, hosts, list }) =>
          `This Policy applies to all information that the Operator can receive about visitors of the website ${host} (the Site), through its forms or through the statistics of its visits. The Site is reached under these names: ${list(hosts)}. To any other website this Policy does not apply.`,
        ru: ({ host, hosts, list }) =>
          `Политика применяется ко всей информации, которую Оператор может получить о посетителях сайта ${host} (далее — Сайт) через его формы или через статистику его посещений. Имена, под которыми доступен Сайт: ${list(hosts)}. На другие сайты Политика не распространяется.`,
      },
      says: {
        en: "Everything we can learn about you on this site falls under this policy. Other sites do not.",
        ru: "Под эту политику подпадает всё, что мы можем узнать о вас на этом сайте. Чужие сайты — нет.",
      },
      kind: "definition",
      enforceability: "enforceable",
      kept: { by: ["declared-scope"] },
    },
  ],
});
