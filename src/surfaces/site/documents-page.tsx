import { z } from "zod";
import { cached, page, type Route } from "../../platform/http/index.ts";
import type { Language } from "../../platform/i18n/index.ts";
import { type CompiledPolicy, DOCUMENT_KINDS, OFFER_WORDS } from "../../policy/index.ts";
import { DOCUMENT_FORMATS, documentFileName } from "./document-files.ts";
import { formatName } from "./document-body.tsx";
import { documentWords } from "./document.messages.ts";
import { Day } from "./document-parts.tsx";
import { documentsWords } from "./documents.messages.ts";
import { PageFrame } from "./page-frame.tsx";
import type { PolicyReader } from "./policy-reader.ts";
import { DOCUMENTS_PATH } from "./site-rooms.ts";

const listed = z.object({
  path: z.string(),
  title: z.string(),
  kind: z.enum(DOCUMENT_KINDS),
  offerStatus: z.enum(["public-offer", "none"]),
  updatedOn: z.string(),
  scope: z.string().nullable(),
  /** Titles of the documents that it is part of. */
  partOf: z.array(z.string()),
});

/**
 * Every document in force: what it is, whether it is an offer, of which it is part, which holds where two differ, and in
 * which formats it can be taken away (clauses itsectr-privacy/9.1, 9.3; tensions T14, T15).
 */
export function documentsPage({ read, current }: PolicyReader): Route {
  return page({
    path: DOCUMENTS_PATH,
    caching: "public",
    view: z.object({ documents: z.array(listed), precedence: z.array(z.string()) }),
    async show({ language, at }) {
      const { hash, compiled } = await read(at);
      return cached(`documents ${hash} ${language}`, () => viewOf(compiled, language));
    },
    render({ documents, precedence }, frame) {
      const { language, links } = frame;
      const words = documentsWords(language);
      return (
        <PageFrame frame={frame} policy={current()} title={words.title} path={DOCUMENTS_PATH}>
          <div class="prose">
            <h1>{words.title}</h1>
            <p class="lead">{words.lead}</p>
            <ul class="listed">
              {documents.map(({ path, title, kind, offerStatus, updatedOn, scope, partOf }) => (
                <li>
                  <h2>
                    <a href={links.page(path as `/${string}`)}>{title}</a>
                  </h2>
                  <p class="listed-note">
                    {words[kind] === title ? "" : `${words[kind]} · `}
                    {OFFER_WORDS[offerStatus][language]} · {words.updated}{" "}
                    <Day date={updatedOn} language={language} />
                  </p>
                  {scope !== null && <p>{scope}</p>}
                  {partOf.length > 0 && <p>{words.partOf({ titles: partOf.join(", ") })}</p>}
                  <ul class="listed-files" aria-label={words.files({ title })}>
                    {DOCUMENT_FORMATS.map((format) => (
                      <li>
                        <a href={links.plain(`${path}${documentFileName(format, language)}` as `/${string}`)}>
                          {formatName(format, documentWords(language))}
                        </a>
                      </li>
                    ))}
                    <li>
                      <a href={links.page(`${path}changes/` as `/${string}`)}>{words.versions}</a>
                    </li>
                  </ul>
                </li>
              ))}
            </ul>
            {precedence.length > 1 && (
              <>
                <p>{words.precedence}</p>
                <ol>
                  {precedence.map((title) => (
                    <li>{title}</li>
                  ))}
                </ol>
              </>
            )}
          </div>
        </PageFrame>
      );
    },
  });
}

function viewOf({ documents, settings }: CompiledPolicy, language: Language) {
  const titleOf = (code: string) => documents.find((one) => one.code === code)?.title[language];
  return {
    documents: documents.map(({ code, path, title, kind, offerStatus, updatedOn, scope }) => ({
      path,
      title: title[language],
      kind,
      offerStatus,
      updatedOn,
      scope: scope?.[language] ?? null,
      partOf: documents
        .filter(({ incorporates }) => incorporates.includes(code))
        .map((whole) => whole.title[language]),
    })),
    precedence: settings.documents.precedence.flatMap((code) => titleOf(code) ?? []),
  };
}
