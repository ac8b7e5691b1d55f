import { defineMessages } from "../../platform/i18n/index.ts";

/** The words of the mails that the product writes, by paragraph: a mail has those that concern it. */
export const messagesWords = defineMessages({
  greeting: { en: "Good day!", ru: "Здравствуйте!" },
  signature: { en: "{operator}\n{contact}", ru: "{operator}\n{contact}" },

  acknowledgedSubject: {
    en: "We received your message · {reference}",
    ru: "Мы получили ваше сообщение · {reference}",
  },
  acknowledged: {
    en: "{operator} received your message on {moment}.\nIts reference is {reference}. Quote it when you write to us about it.",
    ru: "{operator}: ваше сообщение получено {moment}.\nЕго номер — {reference}. Укажите его, если будете писать нам об этом обращении.",
  },
  answerBy: {
    en: "You wrote about your own data: you are owed an answer by {day} at the latest.",
    ru: "Вы написали о собственных данных: ответить вам должны не позднее {day}",
  },
  answerByProvisional: {
    en: "The calendar of working days on which this date rests is not final. If it changes, the date may come sooner, and never later.",
    ru: "Производственный календарь, от которого зависит эта дата, ещё не утверждён. Если он изменится, срок может стать короче, но не длиннее.",
  },
  confirm: {
    en: "Please confirm that this address is yours; the page has a button, and nothing happens before you press it:\n{link}",
    ru: "Подтвердите, пожалуйста, что это ваш адрес; на странице есть кнопка, и до её нажатия ничего не произойдёт:\n{link}",
  },
  confirmHeld: {
    en: "Nothing happens with your message until you confirm that this address is yours. Open the page and press its button:\n{link}",
    ru: "С вашим сообщением ничего не произойдёт, пока вы не подтвердите, что это ваш адрес. Откройте страницу и нажмите кнопку:\n{link}",
  },
  consents: {
    en: "By confirming you bring into force what you ticked. Each has its own text, and can be withdrawn at any time:\n{list}",
    ru: "Подтверждая адрес, вы вводите в действие то, что отметили. У каждого согласия свой текст, и отозвать его можно в любое время:\n{list}",
  },
  privacy: {
    en: "What you wrote is not repeated here: this address is not confirmed yet. It is kept sealed under the policy that was shown with the form:\n{link}",
    ru: "Текст сообщения здесь не повторяется: адрес ещё не подтверждён. Сообщение хранится в зашифрованном виде по политике, показанной вместе с формой:\n{link}",
  },
  receipt: {
    en: "Your receipt is attached. Keep it: it proves, without our help, what we received, when, and under which policy. Anyone can check it here:\n{link}",
    ru: "Квитанция приложена к письму. Сохраните её: она без нашего участия доказывает, что и когда мы получили и по какой политике. Проверить её может любой:\n{link}",
  },
  mistake: {
    en: "If you did not write to us, somebody gave your address by mistake. You need do nothing; without your confirmation nothing is relied upon.",
    ru: "Если вы нам не писали, кто-то указал ваш адрес по ошибке. Делать ничего не нужно: без вашего подтверждения ни на что здесь не опираются.",
  },

  follow: {
    en: "See how it stands, or add something to it:\n{link}",
    ru: "Посмотреть, что с обращением, или дополнить его:\n{link}",
  },
  linkSubject: { en: "Your link to {reference}", ru: "Ссылка на обращение {reference}" },
  linkNotYou: {
    en: "If you did not ask for this link, nothing has happened: without this letter nobody sees your enquiry.",
    ru: "Если вы не запрашивали эту ссылку, ничего не случилось: без этого письма обращение никто не увидит.",
  },

  answeredSubject: {
    en: "Re: We received your message · {reference}",
    ru: "Re: Мы получили ваше сообщение · {reference}",
  },
  answeredReference: { en: "Reference: {reference}", ru: "Номер обращения: {reference}" },

  announcedSubject: {
    en: "{operator}: our documents have changed",
    ru: "{operator}: изменились наши документы",
  },
  announced: {
    en: "Version {version} of our documents holds since {moment}. You accepted an earlier one. Each document, and what changed in it:",
    ru: "С {moment} действует версия {version} наших документов. Вы приняли более раннюю. Каждый документ и что в нём изменилось:",
  },
  announcedMeans: {
    en: "What you gave us before stays under the version under which you gave it: nothing that only the new one allows is done with it, and no consent comes of this letter. You need not do anything.",
    ru: "Полученное от вас раньше остаётся под той версией, при которой вы это передали: ничего, что разрешает только новая, с этим не делается, и согласием это письмо не становится. Делать ничего не нужно.",
  },
  signInSubject: { en: "Sign in at {operator}", ru: "Вход: {operator}" },
  signIn: {
    en: "This link signs you in once, within 15 minutes of {moment}. Open it and press the button:\n{link}",
    ru: "Эта ссылка пускает один раз в течение 15 минут, считая с {moment}. Откройте её и нажмите кнопку:\n{link}",
  },
  signInNotYou: {
    en: "If you did not ask for it, do not open it: it dies by itself. Nobody is signed in without it. If such mails keep coming, tell whoever manages staff here: somebody is trying your name.",
    ru: "Если вы её не запрашивали, не открывайте её: она перестанет действовать сама, а без неё никто не войдёт. Если такие письма повторяются, сообщите тому, кто управляет доступом сотрудников: кто-то пробует ваше имя.",
  },
});
