import { defineSection, type FactsOf } from "upheld/policy";
import type { promise } from "../promise.ts";

export const information = defineSection<FactsOf<typeof promise>>({
  id: "2",
  title: { en: "What information is processed", ru: "Какая информация обрабатывается" },
  clauses: [
    {
      id: "2.1.1",
      text: {
        en: ({ attribute, list }) =>
          `Information that the User provides on registering, on signing in and while using the Service, and in the application beforehand: ${list([attribute("name").label, attribute("email").label, attribute("phone").label, attribute("task").label])}.`,
        ru: ({ attribute, list }) =>
          `Информация, которую Пользователь предоставляет при регистрации, при входе и в процессе использования Сервиса, а также в предварительной заявке: ${list([attribute("name").label, attribute("email").label, attribute("phone").label, attribute("task").label])}.`,
      },
      says: {
        en: "What you type when you apply, sign up, sign in or work in the service.",
        ru: "То, что вы пишете в заявке, при регистрации, при входе и в самом сервисе.",
      },
      kind: "collection-channel",
      enforceability: "enforceable",
      kept: { pending: "accounts" },
    },
    {
      id: "2.1.2",
      text: {
        en: ({ automatic, list }) =>
          `Data that the User’s software sends by itself while the Service is used, and no others: ${list(automatic)}.`,
        ru: ({ automatic, list }) =>
          `Данные, которые программы Пользователя передают автоматически при использовании Сервиса, и только следующие: ${list(automatic)}.`,
      },
      says: {
        en: "What your browser sends by itself. The list is complete.",
        ru: "То, что ваш браузер отправляет сам. Перечень исчерпывающий.",
      },
      kind: "data-category",
      enforceability: "enforceable",
      kept: { pending: "visits" },
    },
    {
      id: "2.2.attrs",
      text: {
        en: ({ attribute, list }) =>
          `Depersonalised information, which by itself does not point at a person: ${list([attribute("region").label, attribute("interests").label, attribute("profession").label, attribute("sex").label, attribute("age").label])}. It is kept in broad groups and apart from whomever it once concerned. Further information of this kind is not kept until this list names it.`,
        ru: ({ attribute, list }) =>
          `Обезличенная информация, которая сама по себе не указывает на человека: ${list([attribute("region").label, attribute("interests").label, attribute("profession").label, attribute("sex").label, attribute("age").label])}. Она хранится крупными группами и отдельно от того, к кому когда-то относилась. Иная подобная информация не хранится, пока не названа в этом перечне.`,
      },
      says: {
        en: "Broad facts about users, such as region or age band, kept so that they lead back to nobody.",
        ru: "Общие сведения о пользователях, например регион или возрастная группа. К человеку они не ведут.",
      },
      kind: "data-category",
      enforceability: "enforceable",
      kept: { pending: "visits" },
    },
    {
      id: "2.2.notpersonal",
      text: {
        en: "The User agrees that such information, taken by itself, does not identify the User, and that the Administration may use it for statistics in order to develop the Service. Where the law counts it as personal data none the less, it is protected and registered as the law demands.",
        ru: "Пользователь согласен, что такая информация сама по себе его не определяет и что Администрация может использовать её в статистических целях для развития Сервиса. Если закон всё же относит её к персональным данным, она защищается и учитывается так, как требует закон.",
      },
      says: {
        en: "By themselves such facts don’t name you, and may feed our statistics. Where the law calls them personal, so do we.",
        ru: "Сами по себе такие сведения вас не называют и годятся для статистики. Если закон считает их персональными, считаем и мы.",
      },
      kind: "depersonalisation",
      enforceability: "enforceable",
      kept: { pending: "visits" },
    },
    {
      id: "2.2.combination",
      text: {
        en: "If depersonalised information is combined with personal data of the User, the whole is treated as personal data for as long as it stays combined.",
        ru: "Если обезличенная информация объединена с персональными данными Пользователя, всё вместе считается персональными данными, пока остаётся объединённым.",
      },
      says: {
        en: "Once joined with your name, such facts are personal again, for as long as they stay joined.",
        ru: "Соединённые с вашим именем, такие сведения снова становятся персональными — пока соединены.",
      },
      kind: "depersonalisation",
      enforceability: "enforceable",
      kept: { pending: "visits" },
    },
    {
      id: "2.3.noverify",
      text: {
        en: "The Administration is not obliged to verify whether the information that the User provides is correct, nor to assess the User’s legal capacity, and asks for no proof of age. It does correct what turns out to be wrong.",
        ru: "Администрация не обязана проверять достоверность предоставляемой Пользователем информации и оценивать его дееспособность и не запрашивает подтверждения возраста. Оказавшееся неверным она исправляет.",
      },
      says: {
        en: "We take your word: neither your data nor your age is checked. What proves wrong is put right.",
        ru: "Мы верим на слово: ни данные, ни возраст не проверяем. Ошибку, если она найдётся, исправим.",
      },
      kind: "liability/declarative",
      enforceability: "enforceable",
      kept: { by: ["unverified-by-default"] },
    },
    {
      id: "2.3.guarantee",
      text: {
        en: "The Administration proceeds from the User’s providing reliable and sufficient information and keeping it up to date; this is what the User guarantees.",
        ru: "Администрация исходит из того, что Пользователь предоставляет достоверную и достаточную информацию и поддерживает её в актуальном состоянии; Пользователь это гарантирует.",
      },
      says: {
        en: "You promise that what you tell us is true, and that you keep it up to date.",
        ru: "Вы обещаете сообщать верные данные и вовремя их обновлять.",
      },
      kind: "prohibition-on-user",
      enforceability: "enforceable",
      kept: { pending: "accounts" },
    },
    {
      id: "2.3.consequences",
      text: {
        en: ({ cite }) =>
          `What follows if information is unreliable is laid down in the agreement: ${cite("service-agreement/4.2")}.`,
        ru: ({ cite }) =>
          `Последствия предоставления недостоверной информации определены в соглашении: ${cite("service-agreement/4.2")}.`,
      },
      says: {
        en: "If something proves untrue, the service agreement says what happens: you are asked first, and have time to put it right.",
        ru: "Если что-то окажется неверным, действует соглашение: сначала вас спросят и дадут время исправить.",
      },
      kind: "liability/declarative",
      enforceability: "enforceable",
      kept: { pending: "accounts" },
    },
    {
      id: "2.4",
      text: {
        en: "The User gives third persons none of the personal information by which the Service is entered and used. For what follows from giving it away the Administration does not answer. A representative is given access of their own.",
        ru: "Пользователь не передаёт третьим лицам личную информацию, с помощью которой используется Сервис. За последствия такой передачи Администрация не отвечает. Представителю открывают отдельный доступ.",
      },
      says: {
        en: "Don’t share your login. If somebody works for you, they get one of their own.",
        ru: "Не передавайте свои данные для входа. Если за вас работает другой человек, у него будет свой вход.",
      },
      kind: "prohibition-on-user",
      enforceability: "enforceable",
      kept: { pending: "accounts" },
    },
  ],
});
