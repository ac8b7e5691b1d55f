import { raw } from "hono/html";
import { z } from "zod";
import { refuse, type Route } from "../../platform/http/index.ts";
import { ButtonLink, Notice } from "../../platform/ui/index.ts";
import { readDraft } from "../../trust/publication/index.ts";
import { ConsoleFrame } from "./console-frame.tsx";
import type { ConsoleParts } from "./console-parts.ts";
import { documentOf } from "./draft.ts";
import { versionWords } from "./versions.messages.ts";
import { workPage } from "./work-page.ts";

/** A document of the draft, in the bytes that would be published; the page's language is the text's. */
export function draftDocumentPage(parts: ConsoleParts): Route {
  const { publication } = parts.operator;
  return workPage(parts, {
    path: "/console/publish/:document/",
    right: "publish",
    params: z.object({ document: z.string().regex(/^[a-z][a-z0-9-]{0,60}$/) }),
    view: z.object({ title: z.string(), text: z.string() }),
    async show({ exchange, view }, { document }) {
      const outcome = await readDraft(publication);
      if ("broken" in outcome) return refuse("not-found");
      const { language } = exchange;
      const text = documentOf(outcome.draft, document, language);
      const found = outcome.draft.compiled.documents.find(({ code }) => code === document);
      if (text === null || found === undefined) return refuse("not-found");
      return view({ title: found.title[language], text });
    },
    render({ title, text }, frame, { rights }) {
      const { language, links } = frame;
      const words = versionWords(language);
      return (
        <ConsoleFrame
          frame={frame}
          title={words.previewTitle({ title })}
          rights={rights}
          room="/console/publish/"
        >
          <Notice language={language} kind="info" title={words.previewNote} />
          <p>
            <ButtonLink link={links.page("/console/publish/")} quiet>
              {words.back}
            </ButtonLink>
          </p>
          {raw(text)}
        </ConsoleFrame>
      );
    },
  });
}
