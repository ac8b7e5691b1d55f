/** Items that come from use of the service, for which it keeps no figures yet. */
const unasked = (["region", "interests", "profession", "sex", "age"] as const).map((attribute) => ({
  finding: "unused-attribute" as const,
  where: `attributes.${attribute}`,
  reason: {
    en: "No form asks for it: such information comes from use of the service, in broad groups and without whom it concerns. Until the service keeps such figures nothing is stored here.",
    ru: "Ни одна форма этого не спрашивает: такие сведения возникают при использовании сервиса, крупными группами и без указания, к кому они относятся. Пока сервис такой статистики не ведёт, здесь ничего не хранится.",
  },
  on: "2026-11-22",
}));

/** Purposes that work with those items alone. */
const unserved = (["targeting", "research"] as const).map((purpose) => ({
  finding: "unused-purpose" as const,
  where: `purposes.${purpose}`,
  reason: {
    en: "It works with groups of users alone, and the service keeps no such groups yet. Until it does nothing is done for this purpose.",
    ru: "Для этой цели нужны только группы пользователей, а сервис таких групп пока не ведёт. До тех пор для неё ничего не делается.",
  },
  on: "2026-11-22",
}));

/** Warnings of the check that are accepted, and why: published with the policy, for whoever reads it. */
export const waivers = [...unasked, ...unserved];
