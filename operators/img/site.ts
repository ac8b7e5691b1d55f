import type { Site } from "upheld/policy";

export const site: Site = {
  home: {
    title: { en: "Paper that can be searched", ru: "Бумага, в которой можно искать" },
    lead: {
      en: "IMG turns paper archives into something that can be read by many and damaged by nobody. We have been doing it slowly and carefully, folder by folder.",
      ru: "ИМГ превращает бумажные архивы в то, что могут читать многие и не может испортить никто. Работаем неспешно и аккуратно, папка за папкой.",
    },
    body: {
      en: `## What we are asked for

- **Scanning.** Bound ledgers, tracing paper, glass plates, carbon copies. What may not be unstitched is scanned as it is.
- **Recognition.** Print, typescript and handwriting. Every word keeps its place on the page, so that you can always look at the original.
- **Description.** What is in which folder, in words that the next archivist will understand as well.

## The reading room

Owners who want their papers to be read have opened them in our reading room. Entry is free: leave an address, and the key comes by e-mail.

## Three things

An archive teaches one thing early: what was never written down need not be guarded. Our form asks for your address, and for a name and a telephone number if you like. It asks for nothing else, and our policy says that it cannot.`,
      ru: `## С чем к нам приходят

- **Сканирование.** Переплетённые книги, калька, стеклянные негативы, копии под копирку. То, что нельзя расшивать, снимаем как есть.
- **Распознавание.** Печать, машинопись и рукопись. Каждое слово остаётся на своём месте страницы, и оригинал всегда можно увидеть.
- **Описание.** Что в какой папке лежит — словами, которые поймёт и следующий архивист.

## Читальный зал

Владельцы, которые хотят, чтобы их бумаги читали, открыли их в нашем читальном зале. Вход свободный: оставьте адрес, и ключ придёт по электронной почте.

## Три вещи

Архив рано учит одному: незаписанное не нужно сторожить. Наша форма спрашивает адрес и, если захотите, имя и телефон. Больше ничего — и по нашей политике больше спросить не может.`,
    },
  },
};
