import { z } from "zod";
import { cached, page, refuse, type Route, withQuery } from "../../platform/http/index.ts";
import { ButtonLink } from "../../platform/ui/index.ts";
import type { Service } from "../../policy/index.ts";
import { ABOUT } from "./form-input.ts";
import { OperatorProse } from "./operator-prose.tsx";
import { PageFrame } from "./page-frame.tsx";
import type { PolicyReader } from "./policy-reader.ts";
import { serviceWords } from "./service.messages.ts";

/**
 * What one service is, whether its page is an offer, and the forms through which it is asked for, which then say that
 * they are about it (clauses itsectr-agreement/3.2.forms, 3.4, 5.1; tension T14).
 */
export function servicePage({ code, path }: Service, { read, current }: PolicyReader): Route {
  return page({
    path: path as `/${string}`,
    caching: "public",
    view: z.object({
      title: z.string(),
      summary: z.string(),
      body: z.string(),
      offerStatus: z.enum(["informational", "public-offer"]),
      forms: z.array(z.object({ title: z.string(), path: z.string() })),
    }),
    async show({ language, at }) {
      const { hash, compiled } = await read(at);
      const service = compiled.services.find((one) => one.code === code) ?? refuse("not-found");
      return cached(`${hash} ${code} ${language}`, () => ({
        title: service.title[language],
        summary: service.summary[language],
        body: service.body[language],
        offerStatus: service.offerStatus,
        forms: service.forms.flatMap((wanted) =>
          compiled.forms
            .filter((form) => form.code === wanted)
            .map((form) => ({ title: form.title[language], path: form.path })),
        ),
      }));
    },
    render({ title, summary, body, offerStatus, forms }, frame) {
      const { language, links } = frame;
      return (
        <PageFrame frame={frame} policy={current()} title={title} path={path}>
          <div class="prose">
            <h1>{title}</h1>
            <p class="lead">{summary}</p>
            <OperatorProse text={body} />
            <div class="actions">
              {forms.map((form, i) => (
                <ButtonLink
                  link={withQuery(links.page(form.path as `/${string}`), { [ABOUT]: code })}
                  quiet={i > 0}
                >
                  {form.title}
                </ButtonLink>
              ))}
            </div>
            <p class="offer-status">{serviceWords(language)[offerStatus]}</p>
          </div>
        </PageFrame>
      );
    },
  });
}
