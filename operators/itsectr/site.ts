import type { Site } from "upheld/policy";

export const site: Site = {
  home: {
    title: { en: "Software that somebody looks after", ru: "Программы, за которыми следят" },
    lead: {
      en: "ITSECTR is a small studio. We design, build and maintain web services for companies that would rather not employ a department for it.",
      ru: "ИТСЕКТР — небольшая студия. Мы проектируем, пишем и сопровождаем веб-сервисы для компаний, которым не нужен для этого целый отдел.",
    },
    body: {
      en: `## What we do

- **Development.** Web applications, internal tools and integrations, from the first sketch to the day they go live.
- **Maintenance.** Updates, monitoring and repairs of systems that we wrote, and of systems that we did not.
- **Review.** A written opinion on code, hosting and the handling of data, with the repairs in order of urgency.

## How we work

One engineer answers for your project from beginning to end. You see the work every week, and you keep the source code, the documentation and the keys.

## What happens to what you write

Our feedback form asks for no more than an answer needs. The privacy policy says what we do with it, and beside each clause stands how that clause is kept.`,
      ru: `## Чем мы занимаемся

- **Разработка.** Веб-приложения, внутренние инструменты и интеграции: от первого наброска до запуска.
- **Сопровождение.** Обновления, наблюдение и ремонт систем — тех, что написали мы, и тех, что написали не мы.
- **Экспертиза.** Письменное заключение о коде, размещении и обращении с данными, с перечнем исправлений по срочности.

## Как мы работаем

За ваш проект от начала до конца отвечает один инженер. Результат вы видите каждую неделю, а исходный код, документация и ключи остаются у вас.

## Что будет с тем, что вы напишете

Форма обратной связи спрашивает не больше, чем нужно для ответа. В политике конфиденциальности сказано, что мы делаем с этими данными, а рядом с каждым пунктом — как он соблюдается.`,
    },
  },
};
