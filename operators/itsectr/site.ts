import type { Site } from "upheld/policy";

export const site: Site = {
  home: {
    title: { en: "Software that somebody looks after", ru: "Программы, за которыми следят" },
    lead: {
      en: "ITSECTR is a small studio. We design, build and maintain websites and mobile applications for companies that would rather not employ a department for it.",
      ru: "ИТСЕКТР — небольшая студия. Мы проектируем, пишем и сопровождаем сайты и мобильные приложения для компаний, которым не нужен для этого целый отдел.",
    },
    body: {
      en: `## How we work

One engineer answers for your project from beginning to end. You see the work every week, and you keep the source code, the documentation and the keys.

Tell us in the [order form](/order/) what you have in mind. We answer with questions, then with a price; nothing binds you until both of us have agreed to a contract.

## What happens to what you write

Our forms ask for no more than an answer needs. The [privacy policy](/privacy-policy/) says what we do with it, and beside each clause stands how that clause is kept. The [user agreement](/user-agreement/) says what you may expect of us, and we of you.`,
      ru: `## Как мы работаем

За ваш проект от начала до конца отвечает один инженер. Результат вы видите каждую неделю, а исходный код, документация и ключи остаются у вас.

Расскажите в [форме заказа](/order/), что вы задумали. Мы ответим вопросами, а потом назовём цену; вас ничто не связывает, пока обе стороны не согласовали договор.

## Что будет с тем, что вы напишете

Наши формы спрашивают не больше, чем нужно для ответа. В [политике конфиденциальности](/privacy-policy/) сказано, что мы делаем с этими данными, а рядом с каждым пунктом — как он соблюдается. В [пользовательском соглашении](/user-agreement/) сказано, чего вы вправе ждать от нас, а мы — от вас.`,
    },
  },
};
