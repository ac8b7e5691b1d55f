import { defineSection, type FactsOf } from "upheld/policy";
import type { promise } from "../promise.ts";

export const data = defineSection<FactsOf<typeof promise>>({
  id: "3",
  title: {
    en: "What personal data of the User may be processed",
    ru: "Какие персональные данные Пользователя могут обрабатываться",
  },
  clauses: [
    {
      id: "3.0",
      text: {
        en: ({ attributes, statutory, list, bullets, cite }) =>
          `The Operator may process only the following: ${list(attributes)}, and the data of visits that are named in ${cite("3.4")}. What must be kept by law stands apart from this list, is marked as such, and serves none of the purposes of this Policy, but these alone:
${bullets(statutory)}`,
        ru: ({ attributes, statutory, list, bullets, cite }) =>
          `Оператор может обрабатывать только следующее: ${list(attributes)}, а также данные о посещениях (${cite("3.4")}). То, что Оператор обязан хранить по закону, в этот перечень не входит: оно помечено особо и не служит ни одной из целей Политики, а только следующим:
${bullets(statutory)}`,
      },
      says: {
        en: "Name, e-mail, telephone, and figures about visits. We ask for nothing else and take nothing else.",
        ru: "Имя, почта, телефон и статистика посещений. Ничего другого мы не спрашиваем и не берём.",
      },
      kind: "data-category",
      enforceability: "enforceable",
      kept: { by: ["permitted-fields", "listed-attributes"] },
    },
    {
      id: "3.1",
      text: {
        en: ({ attribute, sentence }) =>
          `${sentence(attribute("name").label)}: ${attribute("name").parts}, each in a field of its own. Any of them may be left empty.`,
        ru: ({ attribute, sentence }) =>
          `${sentence(attribute("name").label)}: ${attribute("name").parts} — каждое в своём поле. Любое из них можно оставить пустым.`,
      },
      says: {
        en: "We may keep your name. You write its parts yourself, and only those that you have.",
        ru: "Мы можем хранить ваше имя. Его части вы пишете сами и только те, что у вас есть.",
      },
      kind: "data-category",
      enforceability: "enforceable",
      kept: { by: ["name-parts"] },
    },
    {
      id: "3.2",
      text: {
        en: ({ attribute, sentence }) =>
          `${sentence(attribute("email").label)} of the User. A consent that is given with an address, and anything that is to be sent to it, counts once the User has confirmed the address; a refusal counts at once.`,
        ru: ({ attribute, sentence }) =>
          `${sentence(attribute("email").label)} Пользователя. Согласие, данное с указанием адреса, и всё, что должно на него приходить, имеют силу после того, как Пользователь подтвердит адрес. Отказ имеет силу сразу.`,
      },
      says: {
        en: "We may keep your e-mail address. Until you confirm it, nothing of substance goes there.",
        ru: "Мы можем хранить адрес вашей почты. Пока вы его не подтвердите, ничего содержательного на него не уйдёт.",
      },
      kind: "data-category",
      enforceability: "enforceable",
      kept: { by: ["address-confirmation"] },
    },
    {
      id: "3.3",
      text: {
        en: ({ attribute, sentence }) =>
          `${sentence(attribute("phone").label)} of the User, or several numbers, up to ${attribute("phone").many}. Each is kept by itself: correcting or deleting one leaves the others as they are.`,
        ru: ({ attribute, sentence }) =>
          `${sentence(attribute("phone").label)} Пользователя или несколько номеров; наибольшее их число: ${attribute("phone").many}. Каждый хранится отдельно: исправление или удаление одного не затрагивает остальные.`,
      },
      says: {
        en: "You may give several telephone numbers. Each can be changed or removed without the others.",
        ru: "Телефонов можно указать несколько. Каждый меняется и удаляется отдельно от других.",
      },
      kind: "data-category",
      enforceability: "enforceable",
      kept: { by: ["several-phones", "phone-normal-form"] },
    },
    {
      id: "3.4",
      text: {
        en: ({ automatic, connectors, list }) =>
          `The Site may also collect anonymous data about its visitors: ${list(automatic)}. The Operator provides for these Internet statistics services: ${list(connectors.all)}. A service receives such data only as one that acts on the Operator’s instruction, only while it is connected, and only with the visitor’s choice. Connected under this version of the Policy: ${list(connectors.live) || "none"}.`,
        ru: ({ automatic, connectors, list }) =>
          `На Сайте могут собираться также анонимные данные о посетителях: ${list(automatic)}. Оператор предусматривает использование следующих сервисов интернет-статистики: ${list(connectors.all)}. Сервис получает такие данные только по поручению Оператора, только пока он подключён и только если так выбрал посетитель. Подключённые сервисы в настоящей редакции Политики: ${list(connectors.live) || "отсутствуют"}.`,
      },
      says: {
        en: "Figures about visits may be gathered, if you allow it. An outside service may be used for that only on our instruction.",
        ru: "О посещениях может собираться статистика, если вы разрешите. Чужой сервис для этого — только по нашему поручению.",
      },
      kind: "collection-channel",
      enforceability: "enforceable",
      kept: { pending: "leaves" },
    },
    {
      id: "3.post",
      text: {
        en: "All the data named above are “personal data” in this Policy, those that are called anonymous included.",
        ru: "Все перечисленные выше данные, включая названные анонимными, далее в Политике именуются персональными данными.",
      },
      says: {
        en: "Data without a name are protected here as if they had one.",
        ru: "Данные без имени защищены здесь так же, как данные с именем.",
      },
      kind: "definition",
      enforceability: "enforceable",
      kept: { pending: "visits" },
    },
  ],
});
