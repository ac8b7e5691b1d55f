import { defineSection, type FactsOf } from "upheld/policy";
import type { promise } from "../promise.ts";

export const grounds = defineSection<FactsOf<typeof promise>>({
  id: "5",
  title: {
    en: "When personal data are processed at all",
    ru: "При каких условиях обрабатываются персональные данные",
  },
  clauses: [
    {
      id: "5.1.channel",
      text: {
        en: ({ channels, form, list }) =>
          `Personal data are processed only if the User has personally filled them in and sent them. The place for that is ${list(channels)}: ${form("materials").link}. The Operator buys no data, takes no lists from others, and its staff enter no new persons. What a person sends in exercise of a right, by e-mail, through the Site or by letter, is taken as well, and changes only that person’s own data.`,
        ru: ({ channels, form, list }) =>
          `Персональные данные обрабатываются, только если Пользователь сам указал их и отправил. Для этого предназначена ${list(channels)}: ${form("materials").link}. Оператор не покупает данные и не получает списки от других лиц, а его сотрудники не вносят сведения о новых лицах. Принимается также то, что человек направляет, осуществляя свои права: по электронной почте, через Сайт или письмом; это может изменить только его собственные данные.`,
      },
      says: {
        en: "We have only what you sent us yourself. We never get data about you from anyone else.",
        ru: "У нас есть только то, что вы прислали сами. От других мы данных о вас не получаем.",
      },
      kind: "collection-channel",
      enforceability: "enforceable",
      kept: { by: ["other-sources"] },
    },
    {
      id: "5.1.consent",
      text: {
        en: "By filling in the form, or by sending it, the User expresses agreement with this Policy in the version shown beside the form. That agreement is no consent to processing: where consent is required it is asked for by a mark of its own with a text of its own, and may be refused.",
        ru: "Заполняя форму или отправляя её, Пользователь выражает согласие с Политикой в показанной рядом с формой редакции. Это не согласие на обработку персональных данных: если требуется оно, его запрашивают отдельной отметкой с отдельным текстом, и Пользователь вправе отказаться.",
      },
      says: {
        en: "To send the form is to accept this policy. Consent is another matter: we ask for it separately, and you may say no.",
        ru: "Отправляя форму, вы принимаете политику. Согласие на обработку — другое: о нём мы спросим отдельно, и можно отказаться.",
      },
      kind: "consent",
      enforceability: "enforceable",
      kept: { pending: "accounts" },
    },
    {
      id: "5.2",
      text: {
        en: "Anonymous data are processed if the settings of the User’s browser allow it: if cookies and JavaScript are switched on, and the User has chosen to allow such data. A setting that came with the browser is no choice; a signal of the browser against tracking is a refusal.",
        ru: "Анонимные данные обрабатываются, если это разрешено в настройках браузера: включены файлы cookie и JavaScript, а Пользователь выбрал, что разрешает их сбор. Настройка браузера по умолчанию выбором не считается, а сигнал браузера против отслеживания считается отказом.",
      },
      says: {
        en: "With cookies or scripts off, or a browser that says “do not track”, nothing is counted. Otherwise we ask first.",
        ru: "Если файлы cookie или сценарии выключены либо браузер просит не отслеживать, мы ничего не считаем. Иначе сначала спросим.",
      },
      kind: "consent",
      enforceability: "enforceable",
      kept: { pending: "visits" },
    },
  ],
});
