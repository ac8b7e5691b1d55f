import { defineSection, type FactsOf } from "upheld/policy";
import type { promise } from "../promise.ts";

export const terms = defineSection<FactsOf<typeof promise>>({
  id: "1",
  title: { en: "Terms", ru: "Термины" },
  clauses: [
    {
      id: "1.1.1",
      kind: "definition",
      enforceability: "enforceable",
      kept: { pending: "accounts" },
      says: {
        en: "Only people whom we have authorised by name work with data, and each of them only within set limits.",
        ru: "С данными работают только поимённо уполномоченные сотрудники, и каждый — в отведённых ему пределах.",
      },
      text: {
        en: ({ host }) =>
          `“Administration” means those staff of the Operator who are authorised to run the Site ${host} and act on the Operator’s behalf. The Administration organises and carries out the processing of personal data. It determines what personal data are processed, for what purposes, and which operations are performed on them.`,
        ru: ({ host }) =>
          `«Администрация» — уполномоченные на управление Сайтом ${host} сотрудники, действующие от имени Оператора. Администрация организует и осуществляет обработку персональных данных, определяет её цели, состав обрабатываемых персональных данных и действия (операции), совершаемые с ними.`,
      },
      keptBy: {
        en: "Staff act under their own names, each authorised for particular purposes and operations; every opening of data is journalled. To publish a version of this Policy takes a right of its own.",
        ru: "Сотрудники действуют под своими именами, каждый — в пределах разрешённых ему целей и операций; каждое открытие данных записывается в журнал. Для публикации редакции Политики нужно отдельное право.",
      },
    },
    {
      id: "1.1.2",
      kind: "definition",
      enforceability: "enforceable",
      kept: { by: ["declared-attributes", "sealed-at-rest"] },
      says: {
        en: "Personal data is anything about a person who can be recognised by it, at once or in a roundabout way.",
        ru: "Персональные данные — всё, что относится к человеку, которого по ним прямо или косвенно можно узнать.",
      },
      text: {
        en: "“Personal data” means any information that relates, directly or indirectly, to a natural person who is or can be identified (the data subject).",
        ru: "«Персональные данные» — любая информация, относящаяся прямо или косвенно к определённому или определяемому физическому лицу (субъекту персональных данных).",
      },
      keptBy: {
        en: "Only declared items can be stored at all, each encrypted by itself.",
        ru: "Сохранить можно только заявленные сведения, и каждое из них шифруется отдельно.",
      },
    },
    {
      id: "1.1.3",
      kind: "definition",
      enforceability: "enforceable",
      kept: { by: ["closed-operations"] },
      says: {
        en: "Whatever is done with data, from collecting to destroying it, is on a closed list.",
        ru: "Всё, что делают с данными, от сбора до уничтожения, входит в закрытый перечень.",
      },
      text: {
        en: ({ operations, bullets }) =>
          `“Processing of personal data” means any operation, or set of operations, performed on personal data with or without automated means. The operations are:
${bullets(operations)}`,
        ru: ({ operations, bullets }) =>
          `«Обработка персональных данных» — любое действие (операция) или совокупность действий (операций), совершаемых с персональными данными с использованием средств автоматизации или без их использования. К таким действиям относятся:
${bullets(operations)}`,
      },
      keptBy: {
        en: "The gate and the journal know these operations and no others.",
        ru: "Контроль операций и журнал знают только эти операции.",
      },
    },
    {
      id: "1.1.4",
      kind: "disclosure-gate",
      enforceability: "enforceable",
      kept: { pending: "leaves" },
      says: {
        en: "Whoever has access to your data must keep it secret, unless you have agreed or the law provides otherwise.",
        ru: "Каждый, кто получил доступ к вашим данным, обязан хранить их в тайне, если вы не согласились на иное или иное не предусмотрено законом.",
      },
      text: {
        en: "“Confidentiality of personal data” means a requirement that binds the Operator and every other person who has been given access: not to disclose personal data to third parties and not to distribute them without the consent of the data subject or another ground in law.",
        ru: "«Конфиденциальность персональных данных» — обязательное для Оператора и любого иного лица, получившего доступ к персональным данным, требование не раскрывать их третьим лицам и не распространять без согласия субъекта персональных данных или иного законного основания.",
      },
      keptBy: null,
    },
    {
      id: "1.1.5",
      kind: "definition",
      enforceability: "enforceable",
      kept: { pending: "accounts" },
      says: {
        en: "Everyone who opens the site and uses it is a user, with an account or without.",
        ru: "Пользователь — каждый, кто открыл сайт и пользуется им, с учётной записью или без неё.",
      },
      text: {
        en: ({ host }) =>
          `“User of the Site ${host}” (the User) means a person who has access to the Site through the Internet and uses it, whether or not that person has an account.`,
        ru: ({ host }) =>
          `«Пользователь Сайта ${host}» (далее — Пользователь) — лицо, имеющее доступ к Сайту посредством сети Интернет и использующее его, независимо от наличия учётной записи.`,
      },
      keptBy: null,
    },
    {
      id: "1.1.6",
      kind: "definition",
      enforceability: "enforceable",
      kept: { pending: "visits" },
      says: {
        en: "A cookie is a small note that a site leaves in your browser and gets back with every page.",
        ru: "Файл cookie — небольшая запись, которую сайт оставляет в вашем браузере и получает обратно с каждой страницей.",
      },
      text: {
        en: "“Cookies” means small pieces of data that a web server sends and that are kept on the User’s device. The browser sends them back to the server each time it opens a page of the Site concerned.",
        ru: "«Файлы cookie» — небольшие фрагменты данных, отправленные веб-сервером и хранимые на устройстве Пользователя. Браузер пересылает их веб-серверу каждый раз при попытке открыть страницу соответствующего Сайта.",
      },
      keptBy: null,
    },
    {
      id: "1.1.7",
      kind: "definition",
      enforceability: "enforceable",
      kept: { by: ["network-address"] },
      says: {
        en: "An IP address tells one machine on the network from another.",
        ru: "По IP-адресу в сети отличают одно устройство от другого.",
      },
      text: {
        en: "“IP address” means the network address by which one node is told from another in a computer network that runs on the Internet Protocol.",
        ru: "«IP-адрес» — сетевой адрес, по которому один узел отличают от другого в компьютерной сети, построенной по протоколу IP.",
      },
      keptBy: null,
    },
  ],
});
