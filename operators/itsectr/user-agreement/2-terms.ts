import { defineSection, type FactsOf } from "upheld/policy";
import type { promise } from "../promise.ts";

export const terms = defineSection<FactsOf<typeof promise>>({
  id: "2",
  title: { en: "Terms", ru: "Термины" },
  clauses: [
    {
      id: "2.1.1",
      kind: "definition",
      enforceability: "enforceable",
      kept: { by: ["declared-scope"] },
      says: {
        en: ({ host }) => `The site is everything under ${host}: pages, subdomains, services and functions.`,
        ru: ({ host }) =>
          `Сайт — это всё, что находится в домене ${host}: страницы, поддомены, сервисы и функции.`,
      },
      text: {
        en: ({ host, hosts, list }) =>
          `“The Site” means all pages, subdomains, services and functions of the domain ${host}. It is reached under these names: ${list(hosts)}. A name that merely resembles them is not the Site.`,
        ru: ({ host, hosts, list }) =>
          `«Сайт» — все страницы, поддомены, сервисы и функции домена ${host}. Сайт доступен под именами: ${list(hosts)}. Имя, лишь похожее на них, Сайтом не является.`,
      },
    },
    {
      id: "2.1.2",
      kind: "definition",
      enforceability: "enforceable",
      kept: { pending: "accounts" },
      says: {
        en: "The administration is those whom we have authorised to run the site and to act for us.",
        ru: "Администрация — те, кого мы уполномочили управлять сайтом и действовать от нашего имени.",
      },
      text: {
        en: "“The Administration” means the persons who are authorised to manage the Site and to represent the Operator. It takes an authorisation of its own to conclude a contract, to answer a claim or to permit the use of materials on the Operator’s behalf.",
        ru: "«Администрация» — лица, уполномоченные управлять Сайтом и представлять Оператора. Чтобы от имени Оператора заключить договор, ответить на претензию или разрешить использование материалов, требуется отдельное полномочие.",
      },
    },
    {
      id: "2.1.3",
      kind: "definition",
      enforceability: "enforceable",
      kept: { pending: "accounts" },
      says: {
        en: "A user is anyone with access to the site, whether a person or an organisation.",
        ru: "Пользователь — любой, у кого есть доступ к сайту, будь то человек или организация.",
      },
      text: {
        en: "“The User” means any natural person or legal entity that has access to the Site and uses it. A natural person through whom a legal entity acts states in what capacity; the rights of a data subject belong to that natural person.",
        ru: "«Пользователь» — любое физическое или юридическое лицо, имеющее доступ к Сайту и использующее его. Физическое лицо, через которое действует юридическое лицо, указывает своё полномочие; права субъекта персональных данных принадлежат этому физическому лицу.",
      },
    },
    {
      id: "2.1.4",
      kind: "definition",
      enforceability: "evidencable",
      kept: { pending: "services" },
      says: {
        en: "Whatever is posted on the site, from texts to databases, is somebody’s intellectual property and protected.",
        ru: "Всё размещённое на сайте, от текстов до баз данных, — чья-то интеллектуальная собственность, и она охраняется.",
      },
      text: {
        en: "“The Content” means everything on the Site that the law protects as intellectual property: texts, pictures, photographs, sound and video; trade marks and logos; programs and databases; interfaces and design; and the way in which all this has been chosen and put together. The rights in it belong to the Operator or to the holder who is named beside it.",
        ru: "«Контент» — всё имеющееся на Сайте, что закон охраняет как интеллектуальную собственность: тексты, изображения, фотографии, звук и видео; товарные знаки и логотипы; программы и базы данных; интерфейсы и дизайн, а также то, как всё это подобрано и расположено. Права на Контент принадлежат Оператору или тому правообладателю, который при нём назван.",
      },
    },
    {
      id: "2.1.5",
      kind: "definition",
      enforceability: "enforceable",
      kept: { pending: "services" },
      says: {
        en: "Services are what we do for you: sites, applications, software, and what goes with them.",
        ru: "Услуги — то, что мы для вас делаем: сайты, приложения, программы и всё, что с ними связано.",
      },
      text: {
        en: ({ services, list }) =>
          `“The Services” means the development of websites, of applications and of other software by the Operator, and related services. They are: ${list(services)}.`,
        ru: ({ services, list }) =>
          `«Услуги» — разработка Оператором сайтов, приложений и иного программного обеспечения, а также сопутствующие услуги. К ним относятся: ${list(services)}.`,
      },
    },
  ],
});
