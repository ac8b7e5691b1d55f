/**
 * What the studio does for others: the catalogue. Each has a page of its own, and the forms through which it is asked
 * for. The pages inform; the price and the terms of a job are agreed for each and stand in its contract (user
 * agreement, 5.1 to 5.3).
 */
export const services = {
  websites: {
    path: "/services/websites/",
    title: { en: "Websites and web services", ru: "Сайты и веб-сервисы" },
    summary: {
      en: "What your customers see and use, from the first sketch to the day it goes live.",
      ru: "То, что видят и чем пользуются ваши клиенты: от первого наброска до запуска.",
    },
    body: {
      en: `You tell us what people should be able to do on the site. We draw it, write it and put it online. Every week you have it in your hands, and say what is wrong with it while that is still cheap to change.

## What you get

- A sketch to click through, before a line of code is written.
- Pages that work on a phone, by keyboard and in a slow network.
- The source code, the documentation and the keys, from the first week on.

## What we need from you

One person who may decide, and an hour of theirs each week. Texts and pictures, or the word that we should see to them.`,
      ru: `Вы рассказываете, что люди должны делать на сайте. Мы рисуем, пишем и запускаем. Каждую неделю вы держите результат в руках и говорите, что не так, пока исправить это ещё недорого.

## Что вы получите

- Набросок, по которому можно походить, — раньше первой строки кода.
- Страницы, которые работают с телефона, с клавиатуры и при плохой связи.
- Исходный код, документацию и ключи — с первой же недели.

## Что понадобится от вас

Один человек, который вправе решать, и час его времени в неделю. Тексты и картинки — или слово, что ими займёмся мы.`,
    },
    clause: "user-agreement/2.1.5",
    forms: ["order", "feedback"],
  },
  "mobile-apps": {
    path: "/services/mobile-apps/",
    title: { en: "Mobile applications", ru: "Мобильные приложения" },
    summary: {
      en: "An application that earns its place on the phone, with the service behind it.",
      ru: "Приложение, которое не зря занимает место в телефоне, вместе с сервисом, на котором оно держится.",
    },
    body: {
      en: `Before we start we ask whether it has to be an application. Often a good page is enough, and we say so.

If it does, we write one program for both kinds of phone, and the service that it talks to. It asks for access to the camera, to contacts or to your whereabouts only where it cannot do its work otherwise, and works without a network as far as that makes sense.

## What you get

- A version to try on your own phone every two weeks.
- Publication in the shops, under your name and in your account.
- A year in which faults that we made are repaired without a bill.`,
      ru: `Сначала мы спросим, нужно ли вам именно приложение. Часто хватает хорошей страницы, и тогда мы так и скажем.

Если нужно, мы пишем одну программу для телефонов обоих видов и сервис, с которым она работает. К камере, контактам и местоположению она обращается, только когда без этого не обойтись, а без сети делает всё, что без сети возможно.

## Что вы получите

- Новую версию на своём телефоне каждые две недели.
- Публикацию в магазинах от вашего имени и в вашей учётной записи.
- Год, в течение которого наши ошибки мы исправляем бесплатно.`,
    },
    clause: "user-agreement/2.1.5",
    forms: ["order", "feedback"],
  },
  software: {
    path: "/services/software/",
    title: { en: "Internal tools and integrations", ru: "Внутренние системы и интеграции" },
    summary: {
      en: "Programs for the people who work for you, and the threads between those that you have.",
      ru: "Программы для тех, кто у вас работает, и связи между теми, что у вас уже есть.",
    },
    body: {
      en: `Much of a company’s day goes into carrying figures from one program to another. We sit beside the people who do it, see what it takes, and write what takes it off them.

## Examples

- A stock that knows what the shop has sold.
- One place for requests that now come by mail, by telephone and on paper.
- Reports that are ready in the morning without anybody having made them.

We replace nothing that works. Where a program that you already pay for can do it, we set it up and write nothing.`,
      ru: `В компании много времени уходит на то, чтобы переносить цифры из одной программы в другую. Мы садимся рядом с теми, кто это делает, смотрим, как всё устроено, и пишем то, что снимет с них эту работу.

## Например

- Склад, который знает, что продал магазин.
- Одно место для заявок, которые сейчас приходят по почте, по телефону и на бумаге.
- Отчёты, которые готовы к утру, хотя никто их не составлял.

Мы не заменяем то, что работает. Если с задачей справится программа, за которую вы уже платите, мы её настроим и ничего писать не станем.`,
    },
    clause: "user-agreement/2.1.5",
    forms: ["order", "feedback"],
  },
  care: {
    path: "/services/care/",
    title: { en: "Maintenance", ru: "Сопровождение" },
    summary: {
      en: "Updates, watching and repairs, for systems that we wrote and for systems that we did not.",
      ru: "Обновления, наблюдение и ремонт систем — и тех, что написали мы, и тех, что написали не мы.",
    },
    body: {
      en: `A program that nobody looks after breaks slowly. We look after it: one engineer, whom you know by name, knows your system and has the time for it.

## What it includes

- Updates as they appear, tried out beforehand.
- Watching around the clock; whoever is on duty is called before your customers notice.
- Backups, and once a quarter the proof that they can be restored.
- A letter each month: what happened, what was done, what is coming.

If we take over from somebody else, we begin with a [review](/services/review/), so that both of us know what there is.`,
      ru: `Программа, за которой никто не следит, ломается постепенно. Мы за ней следим: один инженер, которого вы знаете по имени, знает вашу систему, и у него есть на неё время.

## Что входит

- Обновления по мере выхода, заранее проверенные.
- Круглосуточное наблюдение: дежурного поднимут раньше, чем заметят ваши клиенты.
- Резервные копии и раз в квартал — проверка, что из них можно восстановиться.
- Письмо каждый месяц: что случилось, что сделано, что впереди.

Если мы принимаем систему от кого-то другого, начинаем с [экспертизы](/services/review/) — чтобы и вы, и мы знали, что есть.`,
    },
    clause: "user-agreement/2.1.5",
    forms: ["order", "feedback"],
  },
  review: {
    path: "/services/review/",
    title: { en: "Review of code and of data handling", ru: "Экспертиза кода и обращения с данными" },
    summary: {
      en: "A written opinion on what you have, with the repairs in order of urgency.",
      ru: "Письменное заключение о том, что у вас есть, с перечнем исправлений по срочности.",
    },
    body: {
      en: `You get a document that you can put before your board, your auditor or your next contractor. It says what we looked at, what we found, what it can lead to, and what to do first.

## What we look at

- The code: faults, dead ends, what only one person understands.
- The hosting: who has access, what a failure would cost, whether the backups are any good.
- The data: what you collect, why, for how long, and whether your policy says the same.

We work on a copy without your customers’ data wherever one can be made. What we find stays between us.`,
      ru: `Вы получите документ, который не стыдно положить перед советом директоров, проверяющим или следующим подрядчиком. В нём сказано, что мы смотрели, что нашли, чем это грозит и с чего начать.

## Что мы смотрим

- Код: ошибки, тупики и то, в чём разбирается только один человек.
- Размещение: у кого есть доступ, во что обойдётся сбой, годятся ли резервные копии.
- Данные: что вы собираете, зачем и надолго ли и то же ли сказано в вашей политике.

Везде, где возможно, мы работаем с копией без данных ваших клиентов. Найденное остаётся между нами.`,
    },
    clause: "user-agreement/2.1.5",
    forms: ["order", "feedback"],
  },
} as const;
