import { raw } from "hono/html";
import { z } from "zod";
import { refuse, type Route, shown } from "../../platform/http/index.ts";
import { ButtonLink, Notice } from "../../platform/ui/index.ts";
import { PUBLICATION_ERRORS, readDraft } from "../../trust/publication/index.ts";
import { ConsoleFrame } from "./console-frame.tsx";
import type { ConsoleParts } from "./console-parts.ts";
import { documentOf } from "./draft.ts";
import { versionWords } from "./versions.messages.ts";
import { workPage } from "./work-page.ts";

/**
 * A document of the draft, in the bytes that would be published; the page's language is the text's. Its address names the
 * draft that was looked at, and shows no other: when the policy has changed since it answers 409 (design
 * invariant 12).
 */
export function draftDocumentPage(parts: ConsoleParts): Route {
  const { publication } = parts.operator;
  return workPage(parts, {
    path: "/console/publish/:document/:draft/",
    right: "publish",
    params: z.object({
      document: z.string().regex(/^[a-z][a-z0-9-]{0,60}$/),
      draft: z.string().regex(/^[0-9a-f]{64}$/),
    }),
    /** Null when the draft is another by now. */
    view: z.object({ title: z.string(), text: z.string() }).nullable(),
    async show({ exchange, view }, { document, draft }) {
      const outcome = await readDraft(publication);
      if ("broken" in outcome || outcome.draft.hash !== draft) return shown(view(null), 409);
      const { language } = exchange;
      const text = documentOf(outcome.draft, document, language);
      const found = outcome.draft.compiled.documents.find(({ code }) => code === document);
      if (text === null || found === undefined) return refuse("not-found");
      return view({ title: found.title[language], text });
    },
    render(model, frame, around) {
      const { language, links } = frame;
      const words = versionWords(language);
      const title = model === null ? words.publishTitle : words.previewTitle({ title: model.title });
      return (
        <ConsoleFrame frame={frame} title={title} around={around} room="/console/publish/">
          {model === null ? (
            <>
              <h1>{title}</h1>
              <Notice
                language={language}
                kind="warning"
                title={PUBLICATION_ERRORS["draft-changed"].message[language]}
                first
              />
            </>
          ) : (
            <Notice language={language} kind="info" title={words.previewNote} />
          )}
          <p>
            <ButtonLink link={links.page("/console/publish/")} quiet>
              {words.back}
            </ButtonLink>
          </p>
          {model !== null && raw(model.text)}
        </ConsoleFrame>
      );
    },
  });
}
