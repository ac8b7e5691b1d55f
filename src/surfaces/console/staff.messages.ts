import { defineMessages } from "../../platform/i18n/index.ts";

/** The words of staff and keys. */
export const staffWords = defineMessages({
  title: { en: "Staff", ru: "Сотрудники" },
  lead: {
    en: "Who works here, and what each may do. Opening this list is journalled for each person on it.",
    ru: "Кто здесь работает и что каждому разрешено. Открытие списка заносится в журнал по каждому человеку.",
  },
  unnamed: { en: "name not shown", ru: "имя не показано" },
  you: { en: "you", ru: "вы" },
  ended: { en: "works here no more", ru: "больше не работает" },
  lastSeen: { en: "last seen", ru: "последний вход" },
  lastSeenTerm: { en: "Last seen", ru: "Последний вход" },
  neverSeen: { en: "never signed in", ru: "ещё не входил(а)" },
  invite: { en: "Invite a colleague", ru: "Пригласить коллегу" },
  inviteLead: {
    en: "They get a link that signs them in once, by mail when there is an address, or else shown to you once, to hand over.",
    ru: "Им отправляется ссылка для одного входа — почтой, если есть адрес; если нет, она один раз показывается вам, чтобы вы её передали.",
  },
  name: { en: "Name", ru: "Имя" },
  login: { en: "Login", ru: "Логин" },
  email: { en: "Work e-mail address", ru: "Рабочий адрес электронной почты" },
  purposeCount: {
    en: "{count, plural, =0 {no purpose} one {# purpose} other {# purposes}}",
    ru: "{count, plural, =0 {ни одной цели} one {# цель} few {# цели} many {# целей} other {# цели}}",
  },
  purposes: { en: "May work for these purposes", ru: "Может работать для этих целей" },
  purposesHint: {
    en: "Each with the operations of daily work: recording, clarifying, extracting, using, providing, as far as the purpose allows them.",
    ru: "Каждая — с операциями повседневной работы: запись, уточнение, извлечение, использование, предоставление, насколько их допускает цель.",
  },
  topics: { en: "Topics", ru: "Темы" },
  topicsLead: {
    en: "Their lists begin with the enquiries of these topics. None ticked: with every topic. What nobody is set for reaches everybody. It opens nothing by itself.",
    ru: "Списки начинаются с обращений на эти темы. Ничего не отмечено — со всех. Темы, за которыми никто не закреплён, видят все. Доступа это не даёт.",
  },
  setTopics: { en: "Set the topics", ru: "Задать темы" },
  rights: { en: "Rights over the installation", ru: "Права на установку" },
  noRights: { en: "none", ru: "нет" },
  send: { en: "Invite", ru: "Пригласить" },
  invitedTitle: { en: "Invited", ru: "Приглашение создано" },
  invitedMailed: {
    en: "A link is on its way by mail, to them alone.",
    ru: "Ссылка отправлена почтой, только этому человеку.",
  },
  invitedNotMailed: {
    en: "There is no address to mail to. Hand this link over yourself, in a way that only they can read.",
    ru: "Адреса для письма нет. Передайте эту ссылку сами, так, чтобы её прочёл только этот человек.",
  },
  link: {
    en: "Sign-in link, shown this once, good for 15 minutes",
    ru: "Ссылка для входа, показана один раз, действует 15 минут",
  },
  toMember: { en: "To this member of staff", ru: "К этому сотруднику" },
  toList: { en: "To the list", ru: "К списку" },

  authorisations: { en: "Authorisations", ru: "Полномочия" },
  noAuthorisations: {
    en: "None. The gate refuses them everything about people.",
    ru: "Нет. Любая операция с данными людей им отклоняется.",
  },
  grant: { en: "Authorise for a purpose", ru: "Дать полномочия для цели" },
  ownNot: {
    en: "Nobody authorises themselves. A colleague who manages staff does it for you.",
    ru: "Никто не даёт полномочий самому себе. Это делает коллега, который управляет сотрудниками.",
  },
  purpose: { en: "Purpose", ru: "Цель" },
  operations: { en: "Operations", ru: "Операции" },
  operationsMissing: { en: "Choose at least one operation.", ru: "Выберите хотя бы одну операцию." },
  until: { en: "Until", ru: "До" },
  untilHint: {
    en: "The first moment of that day is the end. Left empty: until it is revoked.",
    ru: "Действует до первого момента этого дня. Если пусто — пока не отозвано.",
  },
  untilWrong: {
    en: "Give a day to come, or leave it empty.",
    ru: "Укажите будущий день или оставьте поле пустым.",
  },
  endsOn: { en: "until", ru: "до" },
  noEnd: { en: "until revoked", ru: "пока не отозвано" },
  revoke: { en: "Revoke", ru: "Отозвать" },
  revokeWhat: { en: "Revoke: {what}", ru: "Отозвать: {what}" },
  give: { en: "Grant", ru: "Выдать" },
  giveWhat: { en: "Grant: {what}", ru: "Выдать: {what}" },
  newLink: { en: "A sign-in link for them", ru: "Ссылка для входа" },
  end: { en: "They leave", ru: "Сотрудник уходит" },
  endLead: {
    en: "Ends every session, link, right and authorisation at once. What they did stays on record.",
    ru: "Сразу завершает все сеансы, ссылки, права и полномочия. Записи о сделанном остаются.",
  },
  endKeys: {
    en: "Revoke the API keys that they made or renewed: {keys}",
    ru: "Отозвать ключи API, которые создал или заменил этот сотрудник: {keys}",
  },
  endKeysHint: {
    en: "They were shown these secrets and may have kept them. Programs that use them stop at once. Untick to keep the keys, and renew them today.",
    ru: "Этому сотруднику были показаны их секреты, и они могли у него остаться. Программы с этими ключами сразу остановятся. Снимите отметку, чтобы ключи остались, и замените их сегодня.",
  },
  endPress: { en: "End all access", ru: "Закрыть весь доступ" },

  "right-publish": { en: "publish: put a policy in force", ru: "публиковать: вводить политику в действие" },
  "right-manage-staff": {
    en: "manage staff: invite, authorise, end",
    ru: "управлять сотрудниками: приглашать, давать полномочия, закрывать доступ",
  },
  "right-manage-keys": {
    en: "manage keys: make and revoke API keys",
    ru: "управлять ключами: создавать и отзывать ключи API",
  },
  "right-operate": {
    en: "operate: look after jobs and journal",
    ru: "обслуживать: следить за заданиями и журналом",
  },

  keysTitle: { en: "API keys", ru: "Ключи API" },
  keysLead: {
    en: "A program with a key acts within the purposes and operations of its key, and every act is journalled under it.",
    ru: "Программа с ключом действует в пределах целей и операций своего ключа, и каждое действие заносится в журнал под ним.",
  },
  noKeys: { en: "No keys yet", ru: "Ключей пока нет" },
  noKeysNext: {
    en: "Make one below when a program of yours has to reach Upheld.",
    ru: "Создайте ключ ниже, когда вашей программе понадобится доступ к Upheld.",
  },
  newKey: { en: "Make a key", ru: "Создать ключ" },
  label: { en: "What the key is for", ru: "Для чего этот ключ" },
  labelHint: {
    en: "1 to 60 letters, digits, spaces, dots and hyphens. No names of people.",
    ru: "От 1 до 60 букв, цифр, пробелов, точек и дефисов. Без имён людей.",
  },
  labelTaken: {
    en: "A key of this name is in use. Choose another name, or rotate that key.",
    ru: "Ключ с таким названием уже действует. Выберите другое название или смените секрет того ключа.",
  },
  keyMay: {
    en: "What it may do, no more than you may yourself:",
    ru: "Что ключу можно — не больше, чем вам самим:",
  },
  keyNothing: {
    en: "You are authorised for no purpose yourself, so there is nothing that you could give to a key. A colleague who manages staff can authorise you.",
    ru: "У вас нет полномочий ни для одной цели, поэтому передать ключу нечего. Полномочия может дать коллега, который управляет сотрудниками.",
  },
  keyUntilHint: {
    en: "The first moment of that day is the end. Left empty: a year from now.",
    ru: "Действует до первого момента этого дня. Если пусто — год.",
  },
  make: { en: "Make the key", ru: "Создать ключ" },
  madeTitle: { en: "The key is made", ru: "Ключ создан" },
  rotatedTitle: { en: "The key has a new secret", ru: "У ключа новый секрет" },
  secret: { en: "Secret, shown this once", ru: "Секрет, показан один раз" },
  secretKeep: {
    en: "Copy it into the program now. It is stored hashed, so nobody can look it up later.",
    ru: "Скопируйте его в программу сейчас. Хранится только хеш, посмотреть секрет потом нельзя.",
  },
  earlierUntil: {
    en: "The secret before it stays good for 24 hours.",
    ru: "Прежний секрет действует ещё 24 часа.",
  },
  toKeys: { en: "To the keys", ru: "К ключам" },
  good: { en: "in use", ru: "действует" },
  expired: { en: "expired", ru: "истёк" },
  revoked: { en: "revoked", ru: "отозван" },
  lastUsed: { en: "last used", ru: "последнее использование" },
  neverUsed: { en: "never used", ru: "ещё не использовался" },
  rotate: { en: "New secret", ru: "Новый секрет" },
  rotateWhat: { en: "New secret: {what}", ru: "Новый секрет: {what}" },
  rotatedMeanwhile: {
    en: "The secret of this key has been replaced since this page was opened; nothing was changed now. If the new secret was lost, ask for another.",
    ru: "Секрет этого ключа заменён после того, как страница была открыта; сейчас ничего не изменилось. Если новый секрет потерян, запросите ещё один.",
  },
});
