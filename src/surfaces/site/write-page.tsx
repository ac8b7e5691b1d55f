import { z } from "zod";
import { cached, page, type Route } from "../../platform/http/index.ts";
import { formsOf } from "../../policy/index.ts";
import { PageFrame } from "./page-frame.tsx";
import type { PolicyReader } from "./policy-reader.ts";
import { siteWords } from "./site.messages.ts";
import { WRITE_PATH } from "./site-rooms.ts";

/** Every way to write to the operator, each with what it is for; the letter, which the law lays on it, among them. */
export function writePage({ read, current }: PolicyReader): Route {
  return page({
    path: WRITE_PATH,
    caching: "public",
    view: z.object({
      forms: z.array(z.object({ path: z.string(), title: z.string(), intro: z.string() })),
    }),
    async show({ language, at }) {
      const { hash, compiled } = await read(at);
      return cached(`write ${hash} ${language}`, () => ({
        forms: formsOf(compiled).map(({ path, title, intro }) => ({
          path,
          title: title[language],
          intro: intro[language],
        })),
      }));
    },
    render({ forms }, frame) {
      const { language, links } = frame;
      const words = siteWords(language);
      return (
        <PageFrame frame={frame} policy={current()} title={words.write} path={WRITE_PATH}>
          <div class="prose">
            <h1>{words.write}</h1>
            <p class="lead">{words.writeLead}</p>
            <ul class="listed">
              {forms.map(({ path, title, intro }) => (
                <li>
                  <h2>
                    <a href={links.page(path as `/${string}`)}>{title}</a>
                  </h2>
                  <p>{intro}</p>
                </li>
              ))}
            </ul>
          </div>
        </PageFrame>
      );
    },
  });
}
