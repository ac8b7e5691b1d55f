import { defineSection, type FactsOf } from "upheld/policy";
import type { promise } from "../promise.ts";

export const handling = defineSection<FactsOf<typeof promise>>({
  id: "4",
  title: {
    en: "How information is protected, kept and passed on",
    ru: "Защита, хранение и передача информации",
  },
  clauses: [
    {
      id: "4.1",
      text: {
        en: ({ measures, operator, bullets }) =>
          `The Administration protects the information of users properly, by organisational and technical measures that are necessary and sufficient. The post that answers for this: ${operator.responsible}. Among the measures are:
${bullets(measures)}`,
        ru: ({ measures, operator, bullets }) =>
          `Администрация обеспечивает надлежащую защиту информации пользователей необходимыми и достаточными организационными и техническими мерами. Должность лица, которое за это отвечает: ${operator.responsible}. В числе мер:
${bullets(measures)}`,
      },
      says: {
        en: "Your data are guarded by people and by technology, as well as the law asks and the risk demands.",
        ru: "Ваши данные защищают люди и техника — так, как требуют закон и риск.",
      },
      kind: "security-measure",
      enforceability: "evidencable",
      kept: { pending: "leaves" },
    },
    {
      id: "4.2",
      text: {
        en: ({ retentionTerms, retentionReviews, endEvents, bullets }) =>
          `Information is processed for as long as the User keeps it placed in the Service, or for the period that the law sets, or for the one and then the other; a period in law that ends earlier prevails. When information is taken away its use ends at once. If the law has it kept, the law and the last day are named to the User, and then it is destroyed. Processing ends at the first of these events that applies:
${bullets(endEvents)}

Independently of them, these terms apply:
${bullets(retentionTerms)}

What has no term is looked through, and destroyed where it is not needed any more:
${bullets(retentionReviews)}`,
        ru: ({ retentionTerms, retentionReviews, endEvents, bullets }) =>
          `Информация обрабатывается, пока Пользователь держит её размещённой в Сервисе, и (или) в течение срока, установленного законом; если установленный законом срок заканчивается раньше, применяется он. Как только информация удалена, её использование прекращается. Если закон велит её хранить, Пользователю называют этот закон и последний день хранения, после чего информация уничтожается. Обработка прекращается при наступлении первого из применимых событий:
${bullets(endEvents)}

Независимо от них действуют следующие сроки:
${bullets(retentionTerms)}

То, для чего срок не установлен, пересматривается; ненужное уничтожается:
${bullets(retentionReviews)}`,
      },
      says: {
        en: "We keep what you place for as long as you keep it there. Then it goes, unless a law makes us wait, and we name that law.",
        ru: "Размещённое вами хранится, пока вы его держите. Потом удаляется — если только закон не велит подождать, и этот закон мы назовём.",
      },
      kind: "retention",
      enforceability: "enforceable",
      kept: { pending: "rights" },
    },
    {
      id: "4.3.required",
      text: {
        en: ({ form, list }) =>
          `The Administration may determine which information must be given in order to get access to the Service. The application requires ${list(form("application").required)}. Without these no workspace can be prepared; nothing else follows from not giving them.`,
        ru: ({ form, list }) =>
          `Администрация вправе определять, какую информацию нужно предоставить для доступа к Сервису. В заявке обязательны: ${list(form("application").required)}. Без них нельзя подготовить рабочее место; иных последствий отказ их указать не имеет.`,
      },
      says: {
        en: "We may require a few things for access. Each form marks them, and says what happens without them.",
        ru: "Для доступа кое-что может быть обязательным. Форма это отмечает и говорит, что будет без этого.",
      },
      kind: "data-category",
      enforceability: "enforceable",
      kept: { pending: "accounts" },
    },
    {
      id: "4.3.optional",
      text: {
        en: ({ form, list }) =>
          `Information that is not marked as required the User gives at will. In the application that is ${list(form("application").optional)}.`,
        ru: ({ form, list }) =>
          `Информацию, не отмеченную как обязательная, Пользователь предоставляет по своему усмотрению. В заявке это ${list(form("application").optional)}.`,
      },
      says: {
        en: "What is not marked as required is up to you.",
        ru: "Всё, что не отмечено как обязательное, — по вашему желанию.",
      },
      kind: "data-category",
      enforceability: "enforceable",
      kept: { pending: "accounts" },
    },
    {
      id: "4.4",
      text: {
        en: ({ regimes, assessments, home, list, bullets, rights }) =>
          `Personal data are processed in accordance with the law on personal data that applies to them: ${list(regimes)}. Where several apply, the User has the rights under each. The data are in this country: ${home}. On what it rests that people from elsewhere give their data there:
${bullets(assessments)}

Under that law the User may demand of the Administration, or of an authority:
${bullets(rights)}`,
        ru: ({ regimes, assessments, home, list, bullets, rights }) =>
          `Персональные данные обрабатываются в соответствии с применимым к ним законодательством о персональных данных: ${list(regimes)}. Если применимы несколько законов, Пользователь имеет права по каждому. Страна, в которой находятся данные: ${home}. На чём основано предоставление данных туда людьми из других стран:
${bullets(assessments)}

По этому законодательству Пользователь вправе, обратившись к Администрации или в орган власти:
${bullets(rights)}`,
      },
      says: {
        en: "We keep to the data law that protects you: Russia’s, and the European Union’s if you live there.",
        ru: "Мы соблюдаем закон о данных, который защищает вас: российский, а если вы живёте в Европейском союзе — и его закон.",
      },
      kind: "liability/declarative",
      enforceability: "evidencable",
      kept: { evidence: ["regimes"] },
    },
    {
      id: "4.5",
      text: {
        en: "The Administration may give third parties information of users, personal information included, in the cases of this clause and in no others. The User is told of each transfer and of its case, unless the law forbids it.",
        ru: "Администрация вправе передавать информацию пользователей, в том числе персональную, третьим лицам в случаях, перечисленных в этом пункте, и ни в каких иных. О каждой передаче и её основании Пользователю сообщают, если закон этого не запрещает.",
      },
      says: {
        en: "Others get your data only in the cases listed here. You are told which of them it was.",
        ru: "Другие получают ваши данные только в перечисленных здесь случаях. Вы узнаете, в каком именно.",
      },
      kind: "disclosure-gate",
      enforceability: "enforceable",
      kept: { pending: "leaves" },
    },
    {
      id: "4.5.1",
      text: {
        en: ({ recipients, list }) =>
          `With the User’s consent, given beforehand, to ${list(recipients("consent"))}, and of the data that it names. It may be withdrawn at any time; what is still shared then is called back.`,
        ru: ({ recipients, list }) =>
          `С предварительного согласия Пользователя. Получатели: ${list(recipients("consent"))}; передаются только названные в согласии данные. Его можно отозвать в любое время; тогда доступ, который ещё открыт, прекращается.`,
      },
      says: {
        en: "If you said yes beforehand: to whom you named, of what you named.",
        ru: "Если вы заранее согласились: тому и то, что вы назвали.",
      },
      kind: "disclosure-gate",
      enforceability: "enforceable",
      kept: { pending: "leaves" },
    },
    {
      id: "4.5.2",
      text: {
        en: ({ recipients, list }) =>
          `Where it is necessary for the User’s use of a function of the Service, or for the performance of an agreement with the User, to ${list(recipients("contract"))}, and only what this takes. When the function is switched off or the agreement ends, so does the transfer.`,
        ru: ({ recipients, list }) =>
          `Если это необходимо, чтобы Пользователь мог пользоваться той или иной возможностью Сервиса, либо для исполнения соглашения с ним. Получатели: ${list(recipients("contract"))}; передаётся только нужное для этого. Когда возможность отключена или соглашение закончилось, передача прекращается.`,
      },
      says: {
        en: "If what you ordered or use cannot work without it, and no longer than that.",
        ru: "Если без этого не работает то, чем вы пользуетесь или что заказали. И не дольше.",
      },
      kind: "disclosure-gate",
      enforceability: "enforceable",
      kept: { pending: "leaves" },
    },
    {
      id: "4.5.3",
      text: {
        en: ({ recipients, authorities, list }) =>
          `Where it is laid down, and by the procedure that is laid down: to ${list(recipients("law"))}. Those that may ask are: ${list(authorities)}. Of the place where the User stays only what the User has stated counts; it is not guessed.`,
        ru: ({ recipients, authorities, list }) =>
          `Если передача предусмотрена законом или международным правом и происходит в установленном ими порядке. Получатели: ${list(recipients("law"))}. Чьи требования исполняются: ${list(authorities)}. Место пребывания Пользователя учитывается, только если он сам его указал; догадки не допускаются.`,
      },
      says: {
        en: "If the law of Russia, of the place where you live, or a treaty demands it, and by the proper procedure.",
        ru: "Если этого в должном порядке требует закон России, закон места, где вы живёте, или международный договор.",
      },
      kind: "disclosure-gate",
      enforceability: "enforceable",
      kept: { pending: "leaves" },
    },
    {
      id: "4.5.4",
      text: {
        en: ({ recipients, cite, list }) =>
          `In order to protect the rights and lawful interests of the Service or of other persons when a User breaks the service agreement (${cite("service-agreement/4.3")}): to ${list(recipients("rights-defence"))}. It is recorded whose right is defended and why it outweighs the User’s, and somebody other than who asked for the transfer approves it.`,
        ru: ({ recipients, cite, list }) =>
          `Для защиты прав и законных интересов Сервиса или иных лиц, если Пользователь нарушает соглашение об использовании сервиса (${cite("service-agreement/4.3")}). Получатели: ${list(recipients("rights-defence"))}. Записывается, чьё право защищают и почему оно перевешивает интересы Пользователя; передачу одобряет не тот, кто о ней попросил.`,
      },
      says: {
        en: "If you break the agreement and somebody’s rights have to be defended. Two people decide, and it is recorded why.",
        ru: "Если вы нарушили соглашение и нужно защитить чьи-то права. Решают двое, и причина записывается.",
      },
      kind: "disclosure-gate",
      enforceability: "enforceable",
      kept: { pending: "leaves" },
    },
    {
      id: "4.5.5",
      text: {
        en: ({ recipients, list }) =>
          `In a sale or other transfer of the Service, wholly or in part: to ${list(recipients("succession"))}, who takes over all duties under this Policy in writing. Only the data of the part that is transferred go; where the Administration keeps no ground of its own, its copies are destroyed.`,
        ru: ({ recipients, list }) =>
          `При продаже или иной передаче Сервиса полностью или в части. Получатель: ${list(recipients("succession"))}, к которому по письменному обязательству переходят все обязанности по настоящей Политике. Передаются только данные, относящиеся к передаваемой части; если у Администрации не остаётся собственного основания, её копии уничтожаются.`,
      },
      says: {
        en: "If the service changes hands. The new owner is bound by the same policy.",
        ru: "Если у сервиса сменится владелец. Новый связан той же политикой.",
      },
      kind: "disclosure-gate",
      enforceability: "enforceable",
      kept: { pending: "leaves" },
    },
    {
      id: "4.5.6",
      text: {
        en: ({ recipients, list }) =>
          `As depersonalised statistics, for research or other work that the Service has ordered: to ${list(recipients("depersonalised"))}. Neither the keys nor the rules by which the data were depersonalised are given away.`,
        ru: ({ recipients, list }) =>
          `В виде обезличенных статистических данных, для исследований или иных работ по заказу Сервиса. Получатели: ${list(recipients("depersonalised"))}. Ни ключи, ни правила, по которым данные обезличены, не передаются.`,
      },
      says: {
        en: "If we order research: figures without persons, and never the key to them.",
        ru: "Если мы заказываем исследование: цифры без людей — и никогда ключ к ним.",
      },
      kind: "depersonalisation",
      enforceability: "enforceable",
      kept: { pending: "visits" },
    },
  ],
});
