import type { OperatorAnswers } from "../answers.ts";
import { localised } from "./source-text.ts";

/** `site.ts`: what the home page says, for the operator to write over. */
export function siteFile({ shortName }: OperatorAnswers): string {
  const body = {
    en: "## Write to us\n\nOur form asks for no more than an answer needs. The privacy policy says what happens to it, and beside each clause how that clause is kept.",
    ru: "## Напишите нам\n\nФорма спрашивает не больше, чем нужно для ответа. В политике конфиденциальности сказано, что будет с этими данными, а рядом с пунктами — как они соблюдаются.",
  };
  const lead = {
    en: "Ask us anything: a person reads every message and answers by e-mail.",
    ru: "Спрашивайте о чём угодно: каждое сообщение читает человек и отвечает по электронной почте.",
  };
  return `import type { Site } from "upheld/policy";

/** The words of the home page; \`body\` is Markdown. */
export const site: Site = {
  home: {
    title: ${localised(shortName, 4)},
    lead: ${localised(lead, 4)},
    body: ${localised(body, 4)},
  },
};
`;
}
