import { raw } from "hono/html";
import { z } from "zod";
import { cached, page, refuse, type Route } from "../../platform/http/index.ts";
import { formatMoment, type Language } from "../../platform/i18n/index.ts";
import { DefinitionList } from "../../platform/ui/index.ts";
import type { PolicyDocument } from "../../policy/index.ts";
import type { StoredDocument } from "../../trust/publication/index.ts";
import type { Operator } from "../operator.ts";
import { PageFrame } from "./page-frame.tsx";
import type { PolicyReader } from "./policy-reader.ts";
import { siteWords } from "./site.messages.ts";

const view = z.object({
  title: z.string(),
  /** The published bytes, as text. */
  text: z.string(),
  hash: z.string(),
  number: z.number(),
  publishedAt: z.number(),
  effectiveFrom: z.number(),
  inForce: z.boolean(),
  versions: z.array(z.number()),
});

/**
 * A document at its fixed address, in the version in force, and each version at an address of its own: the bytes as
 * they were published, with their three dates beside them. Clauses itsectr-privacy/9.1, 9.3, updated; tension T39.
 */
export function documentPages(document: PolicyDocument, operator: Operator, policies: PolicyReader): Route[] {
  const path = document.path as `/${string}`;
  const render = (model: z.output<typeof view>, frame: Parameters<typeof DocumentBody>[0]["frame"]) => (
    <DocumentBody model={model} frame={frame} policies={policies} path={path} />
  );
  return [
    page({
      path,
      caching: "public",
      view,
      show: ({ at, language }) => show(document, { at, language }, operator, policies),
      render,
    }),
    page({
      path: `${path}versions/:number/`,
      caching: "public",
      params: z.object({ number: z.coerce.number().int().min(1).max(1_000_000) }),
      view,
      show: ({ at, language }, { params }) =>
        show(document, { at, language, version: params.number }, operator, policies),
      render,
    }),
  ];
}

async function show(
  document: PolicyDocument,
  wanted: { readonly at: number; readonly language: Language; readonly version?: number },
  { store, publication }: Operator,
  policies: PolicyReader,
) {
  const { version: current } = await policies.read(wanted.at);
  const { stored, all } = await store.read(async (reader) => ({
    stored: await publication.document(reader, { code: document.code, ...wanted }),
    all: await publication.versions(reader),
  }));
  if (stored === null) return refuse("not-found");
  const key = `${current} ${stored.version.number} ${all.length} ${wanted.language}`;
  return cached(key, () => ({
    ...modelOf(stored, document, wanted.language),
    inForce: stored.version.number === current,
    versions: all.map(({ number }) => number),
  }));
}

function modelOf({ bytes, hash, version }: StoredDocument, document: PolicyDocument, language: Language) {
  const { number, publishedAt, effectiveFrom } = version;
  const text = new TextDecoder().decode(bytes);
  return { title: document.title[language], text, hash, number, publishedAt, effectiveFrom };
}

function DocumentBody(props: {
  readonly model: z.output<typeof view>;
  readonly frame: Parameters<typeof PageFrame>[0]["frame"];
  readonly policies: PolicyReader;
  readonly path: `/${string}`;
}) {
  const { model, frame, policies, path } = props;
  const { language, links } = frame;
  const words = siteWords(language);
  const policy = policies.current();
  const moment = (at: number) => (
    <time datetime={new Date(at).toISOString()}>{formatMoment(at, language, policy.operator.timeZone)}</time>
  );
  const { number, inForce } = model;
  return (
    <PageFrame frame={frame} policy={policy} title={model.title} path={inForce ? path : ""}>
      <p class="document-facts">
        {inForce ? words.versionInForce({ number }) : words.versionEarlier({ number })} · {words.effective}{" "}
        {moment(model.effectiveFrom)} · <a href="#version">{words.aboutVersion}</a>
      </p>
      {raw(model.text)}
      <section id="version" aria-labelledby="version-title">
        <h2 id="version-title">{words.aboutVersion}</h2>
        <DefinitionList
          items={[
            {
              term: words.version,
              detail: inForce ? words.versionInForce({ number }) : words.versionEarlier({ number }),
            },
            { term: words.published, detail: moment(model.publishedAt) },
            { term: words.effective, detail: moment(model.effectiveFrom) },
            { term: words.fingerprint, detail: <code>{model.hash}</code> },
            {
              term: words.versions,
              detail: model.versions.map((version) => (
                <a href={links.page(`${path}versions/:number/`, { number: String(version) })}>{version} </a>
              )),
            },
          ]}
        />
      </section>
    </PageFrame>
  );
}
