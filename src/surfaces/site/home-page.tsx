import { z } from "zod";
import { cached, page, type Route } from "../../platform/http/index.ts";
import { ButtonLink } from "../../platform/ui/index.ts";
import { OperatorProse } from "./operator-prose.tsx";
import type { PolicyReader } from "./policy-reader.ts";
import { PageFrame } from "./page-frame.tsx";
import { ServiceList } from "./service-list.tsx";

/** What the operator says on its first page, its forms and what it offers, from its published policy. */
export function homePage({ read, current }: PolicyReader): Route {
  return page({
    path: "/",
    caching: "public",
    view: z.object({ title: z.string(), lead: z.string(), body: z.string() }),
    async show({ language, at }) {
      const { hash, compiled } = await read(at);
      const { title, lead, body } = compiled.site.home;
      return cached(`${hash} ${language}`, () => ({
        title: title[language],
        lead: lead[language],
        body: body[language],
      }));
    },
    render({ title, lead, body }, frame) {
      const policy = current();
      return (
        <PageFrame frame={frame} policy={policy} title={title} path="/">
          <div class="prose">
            <h1>{title}</h1>
            <p class="lead">{lead}</p>
            <div class="actions">
              {policy.forms.map((form, i) => (
                <ButtonLink link={frame.links.page(form.path as `/${string}`)} quiet={i > 0}>
                  {form.title[frame.language]}
                </ButtonLink>
              ))}
            </div>
            <ServiceList frame={frame} policy={policy} />
            <OperatorProse text={body} />
          </div>
        </PageFrame>
      );
    },
  });
}
