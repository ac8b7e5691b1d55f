import type { Site } from "upheld/policy";

export const site: Site = {
  home: {
    title: { en: "Programs that mind their own business", ru: "Программы, которые не лезут в чужие дела" },
    lead: {
      en: "ITSERW is a workshop for programs that organisations and people run on machines of their own.",
      ru: "ИТСЕРВ — мастерская программ, которые люди и организации запускают на собственных машинах.",
    },
    body: {
      en: `## What we make

- **ITSERW Archive.** Scanned papers that can be found again, on your own computer.
- **ITSERW Relay.** Large files between offices, encrypted on the way, on your own server.

## What a product tells us

Next to nothing. To activate it sends your key, the name of the device and its version, and shows you so beforehand. What you keep in it stays with you.

## When you need us

Register a product to get a lost key back. Ask support when something does not work: an engineer reads your question. What we may do with what you write is said in the privacy policy; where the licence agreement promises you more, it prevails.`,
      ru: `## Что мы делаем

- **ИТСЕРВ Архив.** Отсканированные бумаги, которые можно найти, — на вашем компьютере.
- **ИТСЕРВ Эстафета.** Большие файлы между офисами, зашифрованные в пути, — на вашем сервере.

## Что программа сообщает нам

Почти ничего. Для активации она отправляет ключ, название устройства и свою версию и сначала показывает их вам. Всё, что вы в ней храните, остаётся у вас.

## Когда мы нужны

Зарегистрируйте продукт, чтобы не остаться без ключа. Если что-то не работает, напишите в поддержку: вопрос прочтёт инженер. Что мы вправе делать с написанным, сказано в политике конфиденциальности; если лицензионный договор обещает вам больше, действует он.`,
    },
  },
};
