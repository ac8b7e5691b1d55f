import { defineMessages } from "../../platform/i18n/index.ts";

/** The words of the mails that the product writes by itself. */
export const messagesWords = defineMessages({
  enquiryAcknowledgedSubject: {
    en: "We received your message · {reference}",
    ru: "Мы получили ваше сообщение · {reference}",
  },
  enquiryAcknowledgedBody: {
    en: `Good day!

{operator} received your message on {moment}.
Its reference is {reference}. Quote it when you write to us about it.

What you wrote is not repeated here: your address is not confirmed yet. It is kept sealed under the privacy policy that was shown with the form:
{policyLink}

This is the state of our processing journal when this mail was written. Keep it: it proves that what was recorded by then has not been changed since.

{checkpoint}
If you did not write to us, somebody gave your address by mistake. You need do nothing.

{operator}
{contact}
`,
    ru: `Здравствуйте!

{operator}: ваше сообщение получено {moment}.
Его номер — {reference}. Укажите его, если будете писать нам об этом обращении.

Текст сообщения здесь не повторяется: ваш адрес ещё не подтверждён. Сообщение хранится в зашифрованном виде по политике, показанной вместе с формой:
{policyLink}

Ниже — состояние журнала обработки на момент отправки этого письма. Сохраните его: оно доказывает, что записанное к этому моменту с тех пор не изменено.

{checkpoint}
Если вы нам не писали, кто-то указал ваш адрес по ошибке. Делать ничего не нужно.

{operator}
{contact}
`,
  },
});
