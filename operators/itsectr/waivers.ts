/** Warnings of the check that ITSECTR accepts, with its reasons, for everybody to read. */
export const waivers = [
  {
    finding: "promise-later-than-law",
    where: "deadlines.erasure",
    reason: {
      en: "The policy has promised this term from its first version. Clause 10.2 says that a shorter term of the law applies instead, and each request is due by the earliest of its terms.",
      ru: "Этот срок политика обещает с первой редакции. В пункте 10.2 сказано, что вместо него применяется более короткий срок, установленный законом, и каждый запрос исполняется по самому раннему из сроков.",
    },
    on: "2026-11-22",
  },
  {
    finding: "purpose-without-consent",
    where: "purposes.newsletter",
    reason: {
      en: "The newsletter has not begun. Its consent will have a form and a text of its own; until then the purpose stays closed, and nothing is sent.",
      ru: "Рассылка ещё не началась. У согласия на неё будут собственные форма и текст; до тех пор эта цель закрыта, и ничего не отправляется.",
    },
    on: "2026-11-22",
  },
] as const;
