import { defineSection, type FactsOf } from "upheld/policy";
import type { promise } from "../promise.ts";

export const keepingAndDisclosure = defineSection<FactsOf<typeof promise>>({
  id: "3",
  title: {
    en: "How information is kept, and to whom it is disclosed",
    ru: "Как информация хранится и кому передаётся",
  },
  clauses: [
    {
      id: "3.1",
      text: {
        en: ({ document, retention, endEvents, rights, letterLink, emailLink, cite, bullets }) => {
          const kept = (["registrations", "support", "preferences", "depersonalised"] as const).map(
            (code) => `${retention(code).label}: ${retention(code).term}`,
          );
          const shorter = [
            ["licence-support", "licence-agreement/6.4"],
            ["archive-registrations", "product-terms/3.1"],
            ["relay-registrations", "product-terms/3.2"],
          ] as const;
          return `The User’s information is stored, changed and deleted as the function of the product requires and as its documentation (“${document("product-terms").title}”, ${document("product-terms").link}) and the licence agreement (${document("licence-agreement").link}) say. Where these say nothing, the data are destroyed on the following terms, unless the law requires them to be kept for longer:
${bullets(kept)}

They are destroyed earlier if one of the events that apply to them occurs earlier:
${bullets(endEvents)}

For some of these data shorter terms are set, which prevail:
${bullets(shorter.map(([code, clause]) => `${retention(code).label}: ${retention(code).term} (${cite(clause)})`))}

At the User’s request, sent through the form ${letterLink} or by e-mail to ${emailLink}, the Operator sees to the following whenever the law gives the right to it:
${bullets(rights)}`;
        },
        ru: ({ document, retention, endEvents, rights, letterLink, emailLink, cite, bullets }) => {
          const kept = (["registrations", "support", "preferences", "depersonalised"] as const).map(
            (code) => `${retention(code).label}: ${retention(code).term}`,
          );
          const shorter = [
            ["licence-support", "licence-agreement/6.4"],
            ["archive-registrations", "product-terms/3.1"],
            ["relay-registrations", "product-terms/3.2"],
          ] as const;
          return `Информация о Пользователе хранится, изменяется и удаляется так, как этого требует назначение продукта и как установлено документацией на него («${document("product-terms").title}», ${document("product-terms").link}) и лицензионным договором (${document("licence-agreement").link}). Там, где в них ничего не установлено, данные уничтожаются в следующие сроки, если закон не требует хранить их дольше:
${bullets(kept)}

Они уничтожаются раньше, если раньше наступит одно из применимых к ним событий:
${bullets(endEvents)}

Для некоторых из этих данных установлены более короткие сроки, и тогда действуют они:
${bullets(shorter.map(([code, clause]) => `${retention(code).label}: ${retention(code).term} (${cite(clause)})`))}

По обращению Пользователя, направленному через форму ${letterLink} или по электронной почте ${emailLink}, Оператор во всех случаях, когда закон даёт на это право, обеспечивает:
${bullets(rights)}`;
        },
      },
      says: {
        en: "How long we keep data depends on the product. The terms are written down, and you may ask for deletion earlier.",
        ru: "Срок хранения зависит от продукта. Все сроки записаны, и удаления можно потребовать раньше.",
      },
      kind: "retention",
      enforceability: "enforceable",
      kept: { pending: "rights" },
    },
    {
      id: "3.2",
      text: {
        en: "The Operator passes personal information to third parties in the four situations that follow, and in no other. In each of them only the data that it takes are passed.",
        ru: "Оператор передаёт персональную информацию третьим лицам только в четырёх перечисленных далее случаях и ни в каких иных. В каждом из них передаются лишь те данные, которые для этого необходимы.",
      },
      says: {
        en: "We pass your data on in four situations only. They are listed below.",
        ru: "Мы передаём ваши данные другим только в четырёх случаях. Они перечислены ниже.",
      },
      kind: "disclosure-gate",
      enforceability: "enforceable",
      kept: { pending: "leaves" },
    },
    {
      id: "3.2.1",
      text: {
        en: ({ recipients, list }) =>
          `The User has agreed to it beforehand, by a consent given separately and not withdrawn. The data may go to: ${list(recipients("consent"))}.`,
        ru: ({ recipients, list }) =>
          `Пользователь заранее согласился на это отдельным согласием и не отозвал его. Данные могут получить: ${list(recipients("consent"))}.`,
      },
      says: {
        en: "When you agreed to it beforehand, and have not changed your mind.",
        ru: "Если вы заранее согласились и не передумали.",
      },
      kind: "disclosure-gate",
      enforceability: "enforceable",
      kept: { pending: "leaves" },
    },
    {
      id: "3.2.2",
      text: {
        en: ({ recipients, cite, list }) =>
          `It is needed in order to perform a contract to which the User is a party, or under which the User is a beneficiary or a guarantor, or to conclude a contract at the User’s initiative. The data may go to: ${list(recipients("contract"))}. For resellers the licence agreement asks more (${cite("licence-agreement/6.3")}).`,
        ru: ({ recipients, cite, list }) =>
          `Это необходимо для исполнения договора, стороной, выгодоприобретателем или поручителем по которому является Пользователь, либо для заключения договора по инициативе Пользователя. Данные могут получить: ${list(recipients("contract"))}. Для продавцов лицензий лицензионный договор устанавливает более строгое правило (${cite("licence-agreement/6.3")}).`,
      },
      says: {
        en: "When your contract cannot be concluded or carried out without it.",
        ru: "Если без этого нельзя заключить или исполнить ваш договор.",
      },
      kind: "disclosure-gate",
      enforceability: "enforceable",
      kept: { pending: "leaves" },
    },
    {
      id: "3.2.3",
      text: {
        en: ({ recipients, list }) =>
          `It is needed to protect rights and lawful interests of the Operator or of third parties when the User breaches copyright or the licence. Before that the breach is recorded, and it is weighed in writing whether the disclosure is necessary and does not do the User disproportionate harm. The data may go to: ${list(recipients("rights-defence"))}.`,
        ru: ({ recipients, list }) =>
          `Это необходимо для защиты прав и законных интересов Оператора или третьих лиц, когда Пользователь нарушает авторские права или лицензию. Перед этим нарушение фиксируется, и письменно оценивается, необходима ли передача и не причинит ли она Пользователю несоразмерный вред. Данные могут получить: ${list(recipients("rights-defence"))}.`,
      },
      says: {
        en: "When we must defend rights against a breach of copyright or licence, after weighing it in writing.",
        ru: "Если нужно защитить права при нарушении авторских прав или лицензии — после письменной оценки.",
      },
      kind: "disclosure-gate",
      enforceability: "enforceable",
      kept: { pending: "leaves" },
    },
    {
      id: "3.2.4",
      text: {
        en: ({ recipients, authorities, operator, list }) =>
          `It serves the administration of justice, the execution of an act of a court or of another body or official, or another case provided for by ${operator.law}. The data may go to: ${list(recipients("law"))}. Requests are answered of these alone: ${list(authorities)}.`,
        ru: ({ recipients, authorities, operator, list }) =>
          `Это необходимо для осуществления правосудия, исполнения судебного акта, акта другого органа или должностного лица либо в иных случаях, которые предусматривает ${operator.law}. Данные могут получить: ${list(recipients("law"))}. Ответы даются на запросы только таких лиц: ${list(authorities)}.`,
      },
      says: {
        en: "When a court or the law of Russia demands it.",
        ru: "Если этого требует суд или закон.",
      },
      kind: "disclosure-gate",
      enforceability: "enforceable",
      kept: { pending: "leaves" },
    },
    {
      id: "3.3",
      text: {
        en: ({ operator, regimes, list }) =>
          `When it processes personal data of Users, ${operator.legalName} is bound by ${list(regimes)}. In all else ${operator.law} applies to this Policy.`,
        ru: ({ operator, regimes, list }) =>
          `При обработке персональных данных Пользователей ${operator.legalName} руководствуется следующими актами: ${list(regimes)}. В остальном к настоящей Политике применяется ${operator.law}.`,
      },
      says: {
        en: ({ operator }) =>
          `Russian personal data law binds us, ${operator.shortName}, and nobody in our stead.`,
        ru: ({ operator }) =>
          `Российский закон о персональных данных обязывает именно нас, ${operator.shortName}, а не кого-то другого.`,
      },
      kind: "liability/declarative",
      enforceability: "enforceable",
      kept: { by: ["names-in-text", "regimes"] },
    },
  ],
});
