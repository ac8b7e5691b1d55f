import { defineSection, type FactsOf } from "upheld/policy";
import type { promise } from "../promise.ts";

export const duties = defineSection<FactsOf<typeof promise>>({
  id: "6",
  title: { en: "Duties of the parties", ru: "Обязательства сторон" },
  clauses: [
    {
      id: "6.1.1",
      kind: "liability/declarative",
      enforceability: "evidencable",
      kept: { evidence: ["attestation", "shown-version"] },
      says: {
        en: "You are to give data that is current, as far as the site and what you order need it.",
        ru: "Вы обязаны указывать актуальные данные — в той мере, в какой они нужны для сайта и ваших заказов.",
      },
      text: {
        en: "The User must give current personal data to the extent that the use of the Site and the services ordered on it require.",
        ru: "Пользователь обязан предоставлять актуальные персональные данные в объёме, необходимом для пользования Сайтом и получения заказанных на нём услуг.",
      },
      keptBy: {
        en: "The form asks for current data, and each message keeps the version of this Policy that was shown with it.",
        ru: "Форма просит указывать актуальные данные; с каждым обращением хранится показанная при нём редакция Политики.",
      },
    },
    {
      id: "6.1.2",
      kind: "subject-right",
      enforceability: "enforceable",
      kept: { pending: "rights" },
      says: {
        en: "You are to tell us when your data changes. You may ask to see it, correct it, block it or have it deleted.",
        ru: "Если данные изменились, вы обязаны их обновить. Вы можете попросить показать их, исправить, заблокировать или удалить.",
      },
      text: {
        en: ({ rights, bullets }) =>
          `The User must update and complete the personal data provided when they change. For this, and whenever the law gives the right, the User may ask the Administration for:
${bullets(rights)}`,
        ru: ({ rights, bullets }) =>
          `Пользователь обязан обновлять и дополнять предоставленные персональные данные в случае их изменения. Для этого и во всех случаях, предусмотренных законом, Пользователь вправе обратиться к Администрации. Предметом обращения может быть:
${bullets(rights)}`,
      },
      keptBy: null,
    },
    {
      id: "6.2.1",
      kind: "purpose",
      enforceability: "enforceable",
      kept: { by: ["closed-purposes", "statutory-purposes"] },
      says: {
        en: "We use data only for the purposes that are listed here, and for those that the law itself lays on us.",
        ru: "Мы используем данные только для перечисленных здесь целей и для тех, которые возлагает на нас сам закон.",
      },
      text: {
        en: ({ statutory, bullets }) =>
          `The Administration must use the personal data it has received solely for the purposes stated in section 4 of this Policy. Beside them stand only the purposes that the law itself lays on the Operator:
${bullets(statutory)}`,
        ru: ({ statutory, bullets }) =>
          `Администрация обязана использовать полученные персональные данные исключительно для целей, указанных в разделе 4 настоящей Политики. Наряду с ними действуют только цели, возложенные на Оператора законом:
${bullets(statutory)}`,
      },
      keptBy: {
        en: "No operation happens without a decision that names its purpose; every other purpose is refused.",
        ru: "Ни одна операция не происходит без решения, в котором названа её цель; иная цель отклоняется.",
      },
    },
    {
      id: "6.2.2",
      kind: "disclosure-gate",
      enforceability: "enforceable",
      kept: { pending: "leaves" },
      says: {
        en: "We keep your data secret. We do not sell, exchange or publish it, and we disclose it only with your written permission or where this policy and the law provide for it.",
        ru: "Мы храним ваши данные в тайне: не продаём, не обмениваем и не публикуем. Раскрыть их можно только с вашего письменного разрешения или в случаях, названных в этой политике и законе.",
      },
      text: {
        en: ({ cite }) =>
          `The Administration must keep the User’s personal data secret, not disclose them without the User’s prior written permission, and not sell, exchange, publish or otherwise disclose them, save as this Policy (${cite("5.2")}, ${cite("5.3")}) and the law provide.`,
        ru: ({ cite }) =>
          `Администрация обязана хранить персональные данные Пользователя в тайне, не разглашать их без его предварительного письменного разрешения, не продавать, не обменивать, не публиковать и не разглашать иными способами, за исключением случаев, предусмотренных настоящей Политикой (${cite("5.2")}, ${cite("5.3")}) и законом.`,
      },
      keptBy: null,
    },
    {
      id: "6.2.3",
      kind: "security-measure",
      enforceability: "evidencable",
      kept: { pending: "leaves" },
      says: {
        en: "We take the precautions that are customary in business for such information.",
        ru: "Мы принимаем меры предосторожности, обычные в деловом обороте для таких сведений.",
      },
      text: {
        en: "The Administration must take precautions to protect the confidentiality of the User’s personal data in the manner that is customary in business for the protection of such information.",
        ru: "Администрация обязана принимать меры предосторожности для защиты конфиденциальности персональных данных Пользователя согласно порядку, обычно используемому в деловом обороте для защиты такой информации.",
      },
      keptBy: null,
    },
    {
      id: "6.2.4.block",
      kind: "subject-right",
      enforceability: "enforceable",
      kept: { pending: "rights" },
      says: {
        en: "If you report that data is wrong or unlawfully used, it is blocked from that moment until we have checked.",
        ru: "Если вы сообщите, что данные неверны или используются незаконно, они блокируются с этого момента до конца проверки.",
      },
      text: {
        en: "If a request reports inaccurate personal data or unlawful actions with them, the Administration must block the personal data of the User concerned from the moment of the request until the check has ended.",
        ru: "При обращении, в котором сообщается о недостоверных персональных данных или неправомерных действиях с ними, Администрация обязана заблокировать персональные данные соответствующего Пользователя с момента обращения на период проверки.",
      },
      keptBy: null,
    },
    {
      id: "6.2.4.representative",
      kind: "subject-right",
      enforceability: "enforceable",
      kept: { pending: "rights" },
      says: {
        en: "Your legal representative or the supervisory authority may report it as well.",
        ru: "Сообщить об этом может и ваш законный представитель, и надзорный орган.",
      },
      text: {
        en: "Such a request may be made by the User, by the User’s legal representative, or by the authority for the protection of the rights of data subjects.",
        ru: "Такое обращение вправе направить Пользователь, его законный представитель либо уполномоченный орган по защите прав субъектов персональных данных.",
      },
      keptBy: null,
    },
  ],
});
