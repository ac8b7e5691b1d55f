import { z } from "zod";
import { cached, page, refuse, type Route, seeOther } from "../../platform/http/index.ts";
import type { Language } from "../../platform/i18n/index.ts";
import type { PolicyFact } from "../../trust/gate/index.ts";
import type { StoredDocument } from "../../trust/publication/index.ts";
import type { Operator } from "../operator.ts";
import { DocumentBody, documentView } from "./document-body.tsx";
import { relationsOf } from "./document-relations.tsx";
import { type DocumentPlace, stateOf } from "./document-place.ts";
import { marginNotes } from "./policy-margin.ts";
import type { PolicyReader } from "./policy-reader.ts";
import { WhileInForce } from "./while-in-force.ts";

interface Wanted {
  readonly at: number;
  readonly language: Language;
}

/**
 * A document at its fixed address, in the version in force, and each version at an address of its own: the bytes as
 * they were published, with their three dates beside them, for ever. An address that a document has left leads on to
 * where it is. Clauses itsectr-privacy/9.1, 9.3, updated; tension T39.
 */
export function documentPages(place: DocumentPlace, operator: Operator, policies: PolicyReader): Route[] {
  const { path, code } = place;
  const kept = new WhileInForce<Found>();
  const render = (
    model: z.output<typeof documentView>,
    frame: Parameters<typeof DocumentBody>[0]["frame"],
  ) => <DocumentBody model={model} frame={frame} policies={policies} place={place} />;
  return [
    page({
      path,
      caching: "public",
      view: documentView,
      async show({ at, language, links }) {
        const fact = await policies.read(at);
        const current = fact.compiled.documents.find((document) => document.code === code);
        if (current !== undefined && current.path !== path) {
          return seeOther(links.page(current.path as `/${string}`));
        }
        // A document that is announced, or that no policy has any more, is shown in its newest version.
        const version = current === undefined ? place.versions[0]?.number : undefined;
        const wanted = { at, language };
        const found = await kept.get(fact, language, () => find(place, wanted, version, operator));
        return show(place, wanted, found, fact, operator);
      },
      render,
    }),
    page({
      path: `${path}versions/:number/`,
      caching: "public",
      params: z.object({ number: z.coerce.number().int().min(1).max(1_000_000) }),
      view: documentView,
      async show({ at, language }, { params }) {
        const wanted = { at, language };
        const fact = await policies.read(at);
        return show(place, wanted, await find(place, wanted, params.number, operator), fact, operator);
      },
      render,
    }),
  ];
}

interface Found {
  readonly stored: StoredDocument;
  readonly all: Awaited<ReturnType<Operator["publication"]["timeline"]>>;
  /** What that version enforces. */
  readonly policy: PolicyFact | null;
}

/** A version's text, and every version. Answers 404 when that version has no such document. */
async function find(
  { path, code }: DocumentPlace,
  { at, language }: Wanted,
  version: number | undefined,
  { store, publication }: Operator,
): Promise<Found> {
  return store.read(async (reader) => {
    const asked = { language, at, ...(version === undefined ? {} : { version }) };
    const stored =
      // At its address of the time, where another document stands today; else wherever that version had it.
      (version === undefined ? null : await publication.document(reader, { ...asked, path })) ??
      (await publication.document(reader, { ...asked, code }));
    if (stored === null) return refuse("not-found");
    return {
      stored,
      all: await publication.timeline(reader),
      policy: await publication.policyOf(reader, stored.version.number),
    };
  });
}

/** The page of what was found; in the margin of the version in force, how each clause stands now. */
async function show(
  place: DocumentPlace,
  { at, language }: Wanted,
  { stored, all, policy }: Found,
  fact: PolicyFact,
  { promises }: Operator,
) {
  const { version: current } = fact;
  const calledOff = all.filter(({ calledOffAt }) => calledOffAt !== null).length;
  const kept = stored.version.number === current ? await promises.snapshot(fact) : null;
  const key = `${current} ${stored.version.number} ${all.length} ${calledOff} ${language} ${kept?.key ?? ""}`;
  return cached(key, () => {
    const next = all.findLast((one) => stateOf(one, current, at) === "scheduled" && hasIt(place, one.number));
    return {
      ...modelOf(stored, language),
      relations: policy === null ? null : relationsOf(policy.compiled, stored.code, language),
      margin: kept === null ? [] : marginNotes(kept, stored.code, language),
      state: stateOf(stored.version, current, at),
      next: next === undefined ? null : { number: next.number, effectiveFrom: next.effectiveFrom },
      versions: all
        .filter(({ number }) => hasIt(place, number))
        .map((one) => ({ number: one.number, state: stateOf(one, current, at) })),
    };
  });
}

function hasIt({ versions }: DocumentPlace, number: number): boolean {
  return versions.some((version) => version.number === number);
}

function modelOf({ bytes, hash, title, code, version }: StoredDocument, language: Language) {
  const { number, publishedAt, effectiveFrom, calledOffAt, updatedOn, note } = version;
  return {
    title,
    text: new TextDecoder().decode(bytes),
    hash,
    number,
    updatedOn: updatedOn[code] ?? null,
    publishedAt,
    effectiveFrom,
    calledOffAt,
    note: note?.[language] ?? null,
  };
}
