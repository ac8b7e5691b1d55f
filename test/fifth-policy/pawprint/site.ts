import type { Site } from "upheld/policy";

export const site: Site = {
  home: {
    title: { en: "Somebody who knows your cat", ru: "Те, кто знает вашего кота" },
    lead: {
      en: "Pawprint is a small veterinary clinic. Whoever sees your animal today has read what was found last time.",
      ru: "«Лапа» — небольшая ветеринарная клиника. Врач, который принимает сегодня, прочитал, что было в прошлый раз.",
    },
    body: {
      en: "## By appointment\n\nWe ask for what an appointment needs, and say in the privacy policy what becomes of it.",
      ru: "## По записи\n\nМы спрашиваем то, что нужно для приёма, и говорим в политике конфиденциальности, что с этим будет.",
    },
  },
};
