/** Warnings of the check that are accepted, and why: published with the policy, for whoever reads it. */
export const waivers = (["region", "interests", "profession", "sex", "age"] as const).map((attribute) => ({
  finding: "unused-attribute" as const,
  where: `attributes.${attribute}`,
  reason: {
    en: "No form asks for it: such information comes from use of the service, in broad groups and without whom it concerns. Until the service keeps such figures nothing is stored here.",
    ru: "Ни одна форма этого не спрашивает: такие сведения возникают при использовании сервиса, крупными группами и без указания, к кому они относятся. Пока сервис такой статистики не ведёт, здесь ничего не хранится.",
  },
  on: "2026-11-22",
}));
