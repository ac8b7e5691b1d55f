import { defineSection, type FactsOf } from "upheld/policy";
import type { promise } from "../promise.ts";

export const subject = defineSection<FactsOf<typeof promise>>({
  id: "3",
  title: { en: "Subject of the Policy", ru: "Предмет Политики" },
  clauses: [
    {
      id: "3.1",
      kind: "security-measure",
      enforceability: "enforceable",
      kept: { by: ["sealed-at-rest", "closed-purposes"] },
      says: {
        en: "What you give us through a form we keep to ourselves and protect, whichever form it is.",
        ru: "Всё, что вы передали через любую нашу форму, мы не разглашаем и защищаем.",
      },
      text: {
        en: ({ channels, list }) =>
          `This Policy lays down the Operator’s duties not to disclose the personal data that the User provides, and to keep them confidential. The User provides personal data through: ${list(channels)}.`,
        ru: ({ channels, list }) =>
          `Настоящая Политика устанавливает обязательства Оператора не разглашать персональные данные, которые предоставляет Пользователь, и обеспечивать режим защиты их конфиденциальности. Пользователь предоставляет персональные данные через: ${list(channels)}.`,
      },
      keptBy: {
        en: "Each value is encrypted as it arrives; it opens only for a declared purpose, and each opening is journalled.",
        ru: "Каждое значение шифруется при поступлении, открывается только для заявленной цели, и каждое открытие записывается в журнал.",
      },
    },
    {
      id: "3.1.feedback",
      kind: "collection-channel",
      enforceability: "enforceable",
      kept: { by: ["feedback-channel"] },
      says: {
        en: "You can write to us through a feedback form.",
        ru: "Написать нам можно через форму обратной связи.",
      },
      text: {
        en: ({ form, list }) => {
          const { link, required, optional } = form("feedback");
          return `Feedback forms: the User may write to the Operator at ${link}. The form requires ${list(required)}; it also takes, if the User wishes, ${list(optional)}.`;
        },
        ru: ({ form, list }) => {
          const { link, required, optional } = form("feedback");
          return `Формы обратной связи: Пользователь может обратиться к Оператору по адресу ${link}. Обязательны для заполнения: ${list(required)}; по желанию Пользователя: ${list(optional)}.`;
        },
      },
      keptBy: {
        en: "Each message is stored with the form and the version of this Policy that was shown with it.",
        ru: "Каждое сообщение хранится вместе с указанием формы и показанной при ней редакции Политики.",
      },
    },
    {
      id: "3.1.order",
      kind: "collection-channel",
      enforceability: "enforceable",
      kept: { pending: "services" },
      says: {
        en: "You can give us data when you order a service.",
        ru: "Данные можно передать, заказывая услугу.",
      },
      text: {
        en: ({ channel, form, sentence, list }) => {
          const { link, required, optional } = form("order");
          return `${sentence(channel("order"))}: the User may provide personal data when ordering a service of the Operator, at ${link}. The form requires ${list(required)}; it also takes, if the User wishes, ${list(optional)}.`;
        },
        ru: ({ channel, form, sentence, list }) => {
          const { link, required, optional } = form("order");
          return `${sentence(channel("order"))}: Пользователь может предоставить персональные данные при заказе услуги Оператора по адресу ${link}. Обязательны для заполнения: ${list(required)}; по желанию Пользователя: ${list(optional)}.`;
        },
      },
      keptBy: null,
    },
    {
      id: "3.1.newsletter",
      kind: "collection-channel",
      enforceability: "enforceable",
      kept: { pending: "services" },
      says: {
        en: "You can give us data when you subscribe to a newsletter. It starts once you have confirmed your address.",
        ru: "Данные можно передать, подписываясь на рассылку. Она начнётся после того, как вы подтвердите адрес.",
      },
      text: {
        en: ({ channel, sentence }) =>
          `${sentence(channel("newsletter"))}: the User may provide personal data when subscribing to mailings. A subscription takes effect once the User has confirmed the address.`,
        ru: ({ channel, sentence }) =>
          `${sentence(channel("newsletter"))}: Пользователь может предоставить персональные данные при подписке на рассылку. Подписка действует после подтверждения адреса.`,
      },
      keptBy: null,
    },
    {
      id: "3.1.registration",
      kind: "collection-channel",
      enforceability: "enforceable",
      kept: { pending: "accounts" },
      says: { en: "You can give us data when you register.", ru: "Данные можно передать при регистрации." },
      text: {
        en: ({ channel, sentence }) =>
          `${sentence(channel("registration"))}: the User may provide personal data when registering on the Site.`,
        ru: ({ channel, sentence }) =>
          `${sentence(channel("registration"))}: Пользователь может предоставить персональные данные при регистрации на Сайте.`,
      },
      keptBy: null,
    },
    {
      id: "3.2",
      kind: "data-category",
      enforceability: "enforceable",
      kept: { by: ["permitted-fields"] },
      says: {
        en: "We process only what you typed into our forms yourself, and of that only what is on this list.",
        ru: "Мы обрабатываем только то, что вы сами ввели в наши формы, и только названное в этом перечне.",
      },
      text: {
        en: ({ attributes, list }) =>
          `The personal data that may be processed under this Policy are those that the User types into the forms of the Site, and of these only the following: ${list(attributes)}.`,
        ru: ({ attributes, list }) =>
          `Персональные данные, разрешённые к обработке в рамках настоящей Политики, предоставляются Пользователем путём заполнения форм на Сайте и включают только следующее: ${list(attributes)}.`,
      },
      keptBy: {
        en: "A form takes the items listed here; with any other nothing of what was sent is stored.",
        ru: "Форма принимает только перечисленное; если прислано что-либо иное, не сохраняется ничего.",
      },
    },
    {
      id: "3.2.1",
      kind: "data-category",
      enforceability: "enforceable",
      kept: { by: ["name-as-written"] },
      says: { en: "Your name, spelled as you spell it.", ru: "Ваше имя — в вашем собственном написании." },
      text: {
        en: ({ attribute, sentence }) =>
          `${sentence(attribute("name").label)}: as the User writes it, up to ${attribute("name").maxLength} characters.`,
        ru: ({ attribute, sentence }) =>
          `${sentence(attribute("name").label)}: в том написании, которое выбрал Пользователь; не длиннее следующего числа знаков: ${attribute("name").maxLength}.`,
      },
      keptBy: {
        en: "Taken in any script and kept unchanged, encrypted.",
        ru: "Принимается на любом языке и хранится без изменений, в зашифрованном виде.",
      },
    },
    {
      id: "3.2.2",
      kind: "data-category",
      enforceability: "enforceable",
      kept: { by: ["phone-normal-form"] },
      says: {
        en: "A telephone number at which you can be reached.",
        ru: "Телефон, по которому с вами можно связаться.",
      },
      text: {
        en: ({ attribute, sentence }) => `${sentence(attribute("phone").label)} of the User.`,
        ru: ({ attribute, sentence }) => `${sentence(attribute("phone").label)} Пользователя.`,
      },
      keptBy: {
        en: "No form requires it. Brought to one way of writing, and kept encrypted.",
        ru: "Ни одна форма его не требует. Приводится к единому виду и хранится зашифрованным.",
      },
    },
    {
      id: "3.2.3",
      kind: "data-category",
      enforceability: "enforceable",
      kept: { by: ["address-confirmation"] },
      says: { en: "Your e-mail address.", ru: "Адрес вашей электронной почты." },
      text: {
        en: ({ attribute, sentence }) => `${sentence(attribute("email").label)} of the User.`,
        ru: ({ attribute, sentence }) => `${sentence(attribute("email").label)} Пользователя.`,
      },
      keptBy: {
        en: "Kept encrypted; an address that nobody has confirmed gets an acknowledgement without content at most.",
        ru: "Хранится в зашифрованном виде; на неподтверждённый адрес уходит разве что уведомление без содержания.",
      },
    },
    {
      id: "3.2.4",
      kind: "data-category",
      enforceability: "enforceable",
      kept: { by: ["optional-fields"] },
      says: {
        en: "The name of your company, if you write on behalf of one.",
        ru: "Название компании, если вы пишете от её имени.",
      },
      text: {
        en: ({ attribute, sentence }) =>
          `${sentence(attribute("company").label)}: the name of the organisation on whose behalf the User writes, where there is one.`,
        ru: ({ attribute, sentence }) =>
          `${sentence(attribute("company").label)}: название организации, от имени которой обращается Пользователь, — если применимо.`,
      },
      keptBy: { en: "May be left empty.", ru: "Поле можно не заполнять." },
    },
    {
      id: "3.2.5",
      kind: "data-category",
      enforceability: "enforceable",
      kept: { by: ["free-text-scan"] },
      says: {
        en: "Anything else that you choose to write. Please leave out identity documents and your health.",
        ru: "Всё остальное, что вы решите написать. Пожалуйста, без реквизитов документов и сведений о здоровье.",
      },
      text: {
        en: ({ attribute, sentence }) =>
          `${sentence(attribute("message").label)}, and any other information that the User chooses to give in it. The Operator does not ask for special categories of personal data or for details of identity documents, and asks the User not to give them.`,
        ru: ({ attribute, sentence }) =>
          `${sentence(attribute("message").label)} и любая иная информация, которую Пользователь пожелает в нём указать. Оператор не запрашивает специальные категории персональных данных и реквизиты документов, удостоверяющих личность, и просит их не указывать.`,
      },
      keptBy: {
        en: "Free text is encrypted whole and enters no index. On receipt it is searched for document numbers and special categories, and staff are warned of what is found.",
        ru: "Свободный текст шифруется целиком и не попадает ни в какой указатель. При получении в нём ищутся номера документов и специальные категории, и сотрудники предупреждаются о найденном.",
      },
    },
    {
      id: "3.3.ip",
      kind: "data-category",
      enforceability: "enforceable",
      kept: { pending: "visits" },
      says: {
        en: "When you visit the site, your IP address may be recorded.",
        ru: "Когда вы заходите на сайт, может записываться ваш IP-адрес.",
      },
      text: {
        en: ({ automaticItem }) =>
          `When the Site is visited, the Operator may record automatically ${automaticItem("ip")}.`,
        ru: ({ automaticItem }) =>
          `При посещении Сайта Оператор может автоматически записывать ${automaticItem("ip")}.`,
      },
      keptBy: null,
    },
    {
      id: "3.3.cookie",
      kind: "data-category",
      enforceability: "enforceable",
      kept: { pending: "visits" },
      says: {
        en: "What the site’s cookies contain may be recorded too.",
        ru: "Может записываться и содержимое файлов cookie сайта.",
      },
      text: {
        en: ({ automaticItem }) => `Likewise recorded automatically: ${automaticItem("cookie")}.`,
        ru: ({ automaticItem }) => `Также автоматически записывается: ${automaticItem("cookie")}.`,
      },
      keptBy: null,
    },
    {
      id: "3.3.ua",
      kind: "data-category",
      enforceability: "enforceable",
      kept: { pending: "visits" },
      says: {
        en: "So may what your browser says about itself and your device.",
        ru: "Могут записываться и сведения, которые браузер сообщает о себе и об устройстве.",
      },
      text: {
        en: ({ automaticItem }) =>
          `Likewise recorded automatically: ${automaticItem("userAgent")}, as the browser itself states it.`,
        ru: ({ automaticItem }) =>
          `Также автоматически записываются: ${automaticItem("userAgent")}, которые сообщает сам браузер.`,
      },
      keptBy: null,
    },
    {
      id: "3.3.time",
      kind: "data-category",
      enforceability: "enforceable",
      kept: { pending: "visits" },
      says: { en: "So may the time of your visit.", ru: "Может записываться и время посещения." },
      text: {
        en: ({ automaticItem }) => `Likewise recorded automatically: ${automaticItem("time")}.`,
        ru: ({ automaticItem }) => `Также автоматически записывается: ${automaticItem("time")}.`,
      },
      keptBy: null,
    },
    {
      id: "3.3.page",
      kind: "data-category",
      enforceability: "enforceable",
      kept: { pending: "visits" },
      says: {
        en: "So may the address of the page that you opened.",
        ru: "Может записываться и адрес страницы, которую вы открыли.",
      },
      text: {
        en: ({ automaticItem }) => `Likewise recorded automatically: ${automaticItem("page")}.`,
        ru: ({ automaticItem }) => `Также автоматически записывается: ${automaticItem("page")}.`,
      },
      keptBy: null,
    },
    {
      id: "3.3.referrer",
      kind: "data-category",
      enforceability: "enforceable",
      kept: { pending: "visits" },
      says: {
        en: "So may the page from which you came, if your browser tells it.",
        ru: "Может записываться и страница, с которой вы пришли, если браузер её сообщает.",
      },
      text: {
        en: ({ automaticItem }) =>
          `Likewise recorded automatically, where the browser states it: ${automaticItem("referrer")}.`,
        ru: ({ automaticItem }) =>
          `Также автоматически записывается, если браузер его сообщает: ${automaticItem("referrer")}.`,
      },
      keptBy: null,
    },
    {
      id: "3.3.1",
      kind: "service-feature",
      enforceability: "enforceable",
      kept: { pending: "visits" },
      says: {
        en: "Without cookies some parts of the site may not work. Reading the documents and sending requests always does.",
        ru: "Без файлов cookie часть сайта может не работать. Читать документы и отправлять запросы можно всегда.",
      },
      text: {
        en: "If the User switches cookies off, parts of the Site that depend on them may be unavailable or limited. The documents of the Site and the sending of requests do not depend on cookies that the User may refuse.",
        ru: "Отключение файлов cookie может повлечь недоступность или ограничение тех частей Сайта, которые от них зависят. Документы Сайта и отправка запросов не зависят от файлов cookie, от которых Пользователь вправе отказаться.",
      },
      keptBy: null,
    },
    {
      id: "3.3.2.providers",
      kind: "collection-channel",
      enforceability: "enforceable",
      kept: { pending: "leaves" },
      says: {
        en: ({ statistics, list }) =>
          `For statistics of visitors’ addresses we name these services: ${list(statistics.providers)}. None gets anything unless it is connected and both the law and you allow it.`,
        ru: ({ statistics, list }) =>
          `Для статистики по адресам посетителей названы сервисы: ${list(statistics.providers)}. Ни один из них ничего не получит, пока он не подключён и пока этого не допускают закон и вы.`,
      },
      text: {
        en: ({ statistics, list }) =>
          `For statistics on the IP addresses of its visitors the Operator provides for these services: ${list(statistics.providers)}. A service receives data only while it is connected and only where the law and the visitor’s choice allow it. Connected under this version of the Policy: ${list(statistics.connected) || "none"}.`,
        ru: ({ statistics, list }) =>
          `Для статистики об IP-адресах посетителей Оператор предусматривает использование сервисов: ${list(statistics.providers)}. Сервис получает данные, только пока он подключён и только если это допускают закон и выбор посетителя. Подключённые сервисы в настоящей редакции Политики: ${list(statistics.connected) || "отсутствуют"}.`,
      },
      keptBy: null,
    },
    {
      id: "3.3.2.purpose",
      kind: "purpose",
      enforceability: "enforceable",
      kept: { pending: "visits" },
      says: {
        en: "These statistics are for seeing how the site is used, making it work better and finding faults.",
        ru: "Эта статистика нужна, чтобы видеть, как пользуются сайтом, улучшать его работу и находить неисправности.",
      },
      text: {
        en: ({ statistics, list }) => `These statistics serve: ${list(statistics.purposes)}.`,
        ru: ({ statistics, list }) => `Цели сбора такой статистики: ${list(statistics.purposes)}.`,
      },
      keptBy: null,
    },
    {
      id: "3.4",
      kind: "security-measure",
      enforceability: "enforceable",
      kept: { pending: "leaves" },
      says: {
        en: "Anything personal that is not on the list is kept safe and not passed on either, save where the law says so.",
        ru: "Всё личное, чего нет в перечне, тоже надёжно хранится и не передаётся, кроме случаев, предусмотренных законом.",
      },
      text: {
        en: "Any other personal information that is not named above is to be kept safely and not distributed, save in the cases provided for by the law that governs this Policy.",
        ru: "Любая иная персональная информация, не названная выше, подлежит надёжному хранению и нераспространению, за исключением случаев, предусмотренных законодательством, применимым к настоящей Политике.",
      },
      keptBy: null,
    },
  ],
});
