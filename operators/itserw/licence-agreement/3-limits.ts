import { defineSection, type FactsOf } from "upheld/policy";
import type { promise } from "../promise.ts";

export const limits = defineSection<FactsOf<typeof promise>>({
  id: "3",
  title: { en: "What is not granted", ru: "Что не предоставляется" },
  clauses: [
    {
      id: "3.1",
      text: {
        en: "The Licensee may not pass the Key on, rent out or sell Copies, remove notices of authorship, or get round the check of the Key. What the law allows a lawful user of a program, its study and decompilation within the limits of the law included, stays allowed.",
        ru: "Лицензиат не вправе передавать Ключ другим, сдавать Экземпляры в прокат или продавать их, удалять сведения об авторстве и обходить проверку Ключа. Всё, что закон разрешает правомерному пользователю программы, включая её изучение и декомпилирование в установленных законом пределах, остаётся разрешённым.",
      },
      says: {
        en: "Do not share your key or break its check. What the law lets every user do stays allowed.",
        ru: "Не передавайте ключ и не взламывайте его проверку. Всё, что закон разрешает пользователю программы, можно.",
      },
      kind: "prohibition-on-user",
      enforceability: "declarative",
      kept: { declared: true },
    },
  ],
});
