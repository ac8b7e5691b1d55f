import MarkdownIt from "markdown-it";
import { raw } from "hono/html";
import { z } from "zod";
import { cached, page, type Route } from "../../platform/http/index.ts";
import { ButtonLink } from "../../platform/ui/index.ts";
import type { PolicyReader } from "./policy-reader.ts";
import { PageFrame } from "./page-frame.tsx";

/** Escapes HTML by default; an operator's text can hold links and lists, and no markup of its own. */
const markdown = new MarkdownIt({ html: false, linkify: false });

/** What the operator says on its first page, from its published policy. */
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
            {policy.forms.map((form) => (
              <p>
                <ButtonLink link={frame.links.page(form.path as `/${string}`)}>
                  {form.title[frame.language]}
                </ButtonLink>
              </p>
            ))}
            {raw(markdown.render(body))}
          </div>
        </PageFrame>
      );
    },
  });
}
