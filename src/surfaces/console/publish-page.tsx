import { z } from "zod";
import { type Exchange, type Route, seeOther, shown } from "../../platform/http/index.ts";
import { instantOf } from "../../platform/clock/index.ts";
import { requireRight } from "../../people/staff/index.ts";
import { sayFinding } from "../../policy/index.ts";
import {
  datedOtherwise,
  type Draft,
  type DraftOrigin,
  type DraftOutcome,
  PUBLICATION_ERRORS,
  PublicationError,
  type PublicationErrorCode,
  readDraft,
} from "../../trust/publication/index.ts";
import type { ConsoleParts } from "./console-parts.ts";
import { saying } from "./done.ts";
import { type Asked, type draftView, PublishView, publishView } from "./publish-view.tsx";
import { versionWords } from "./versions.messages.ts";
import { type Visit, workPage } from "./work-page.ts";

type View = z.input<typeof publishView>;

/** Somebody else, or the file itself, was faster. */
const OVERTAKEN: readonly PublicationErrorCode[] = [
  "draft-changed",
  "published-meanwhile",
  "nothing-changed",
];

const BLANK = { from: "", en: "", ru: "" };

/**
 * Publishing as an act (design invariant 12): the draft with what the check found, its differences clause by clause, its
 * texts to read; then now, or at a date. The form carries the hash of what was looked at, and nothing else is published
 * under it. Clauses itsectr-privacy/1.1.1, 9.1, updated.
 */
export function publishPage(parts: ConsoleParts): Route {
  const of = {
    path: "/console/publish/",
    params: z.object({}),
    asks: false,
    origin: () => undefined,
  } as const;
  return publishingPage(parts, of);
}

/**
 * The same for an earlier version's content, which is published again as a new version, from what is stored (clause
 * itsectr-agreement/4.1.1).
 */
export function restorePage(parts: ConsoleParts): Route {
  return publishingPage(parts, {
    path: "/console/versions/:number/restore/",
    params: z.object({ number: z.coerce.number().int().min(1).max(1_000_000) }),
    asks: false,
    origin: ({ number }, _, at) => ({ restore: number, at }),
  });
}

/**
 * The newest version with one clause marked as not holding any more: asked for, looked at, published (clause
 * itsectr-agreement/9.3).
 */
export function invalidatePage(parts: ConsoleParts): Route {
  return publishingPage(parts, {
    path: "/console/versions/invalidate/",
    params: z.object({}),
    asks: true,
    origin: (_, asked, at) => ({
      invalidate: asked.clause.trim(),
      reason: { en: asked["reason-en"], ru: asked["reason-ru"] },
      at,
      ...(asked.on === "" ? {} : { on: asked.on }),
    }),
  });
}

const NOTHING_ASKED: Asked = { clause: "", "reason-en": "", "reason-ru": "", on: "" };

interface Publishing<P extends z.ZodType> {
  readonly path: `/console/${string}`;
  readonly params: P;
  /** True where what it is made from is asked for first. */
  readonly asks: boolean;
  /** What the draft is made from at an instant; undefined for the folder. */
  readonly origin: (params: z.output<P>, asked: Asked, at: number) => DraftOrigin | undefined;
}

function publishingPage<P extends z.ZodType>(parts: ConsoleParts, of: Publishing<P>): Route {
  const { store, publication } = parts.operator;

  const draftOf = ({ exchange }: Visit, params: z.output<P>, asked: Asked = NOTHING_ASKED) =>
    readDraft(publication, of.origin(params, asked, exchange.at));

  /** `read` is a draft that was compiled for this request already: compiling is a process of its own. */
  const look = async (
    visit: Visit,
    params: z.output<P>,
    changed: Partial<View> = {},
    read?: DraftOutcome,
  ): Promise<View> => {
    const { exchange } = visit;
    const outcome = read ?? (await draftOf(visit, params, changed.asked ?? NOTHING_ASKED));
    const blank = {
      draft: null,
      broken: null,
      problem: null,
      typed: BLANK,
      asked: null,
      asks: false,
      ...changed,
    };
    return "broken" in outcome
      ? { ...blank, broken: outcome.broken[exchange.language] }
      : { ...blank, draft: viewOf(outcome.draft, exchange) };
  };

  return workPage(parts, {
    path: of.path,
    right: "publish",
    params: of.params,
    view: publishView,
    show: async (visit, params) =>
      visit.view(of.asks ? askFor(NOTHING_ASKED, null) : await look(visit, params)),
    form: {
      fields: of.asks ? askedFields : publishedFields,
      written(language) {
        const words = versionWords(language);
        return [
          { name: "note-en", label: words.noteEn, required: false },
          { name: "note-ru", label: words.noteRu, required: false },
        ];
      },
      async submit(visit, params, sent) {
        const { exchange, staff, policy } = visit;
        const asked = of.asks ? askedOf(sent) : null;
        const made = await draftOrProblem(visit, () => draftOf(visit, params, asked ?? NOTHING_ASKED));
        if ("problem" in made) return shown(visit.view(askFor(asked ?? NOTHING_ASKED, made.problem)), 422);
        const outcome = made;
        if (asked !== null && sent.draft === "")
          return visit.view(await look(visit, params, { asked }, outcome));
        const typed = { from: sent.from, en: sent["note-en"], ru: sent["note-ru"] };
        const from = sent.from === "" ? undefined : instantOf(sent.from, policy.compiled.operator.timeZone);
        if (from === null) {
          const text = versionWords(exchange.language).fromWrong;
          return shown(
            visit.view(
              await look(visit, params, { asked, typed, problem: { field: "from", text, overtaken: false } }),
            ),
            422,
          );
        }
        if ("broken" in outcome)
          return shown(visit.view(await look(visit, params, { asked, typed }, outcome)), 409);
        const noted = typed.en.trim() !== "" || typed.ru.trim() !== "";
        try {
          await store.transaction(async (tx) => {
            await requireRight(tx, staff.staff, "publish", tx.at);
            await publication.publishDraft(tx, {
              draft: outcome.draft,
              previewed: sent.draft,
              publishedBy: staff.staff,
              via: "console",
              ...(from === undefined ? {} : { effectiveFrom: from }),
              ...(noted ? { note: { en: typed.en, ru: typed.ru } } : {}),
            });
          });
        } catch (error) {
          if (!(error instanceof PublicationError)) throw error;
          const { status } = error;
          if (status !== 409 && status !== 422) throw error;
          const problem = {
            field: fieldOf(error),
            text: PUBLICATION_ERRORS[error.code].message[exchange.language],
            overtaken: OVERTAKEN.includes(error.code),
          };
          // What was overtaken is compared anew: it follows another version now.
          const read = problem.overtaken ? undefined : outcome;
          return shown(visit.view(await look(visit, params, { asked, typed, problem }, read)), status);
        }
        const done = from === undefined ? "published" : "scheduled";
        return seeOther(saying(exchange.links.page("/console/versions/"), done));
      },
      async again(visit, params, { typed }) {
        const kept = { from: typed["from"] ?? "", en: typed["note-en"] ?? "", ru: typed["note-ru"] ?? "" };
        const text = PUBLICATION_ERRORS["note-incomplete"].message[visit.exchange.language];
        const problem = { field: "note-en", text, overtaken: false } as const;
        if (of.asks)
          return shown(visit.view(askFor(askedOf(typed), { ...problem, field: "reason-en" })), 422);
        return shown(visit.view(await look(visit, params, { typed: kept, problem })), 422);
      },
    },
    render: (model, frame, around) => <PublishView model={model} frame={frame} around={around} />,
  });
}

const publishedFields = z.strictObject({
  draft: z.string().max(100),
  from: z.string().max(40),
  "note-en": z.string().max(20_000),
  "note-ru": z.string().max(20_000),
});

/** What is asked for first comes alone; then it comes again with what was looked at. */
const askedFields = publishedFields.extend({
  draft: z.string().max(100).default(""),
  from: z.string().max(40).default(""),
  "note-en": z.string().max(20_000).default(""),
  "note-ru": z.string().max(20_000).default(""),
  clause: z.string().max(120),
  "reason-en": z.string().max(2000),
  "reason-ru": z.string().max(2000),
  on: z.union([z.literal(""), z.iso.date()]),
});

function askedOf(sent: Readonly<Record<string, unknown>>): Asked {
  const text = (name: string) => (typeof sent[name] === "string" ? sent[name] : "");
  return {
    clause: text("clause"),
    "reason-en": text("reason-en"),
    "reason-ru": text("reason-ru"),
    on: text("on"),
  };
}

/** The page that asks what the draft is to be made from. */
function askFor(asked: Asked, problem: View["problem"]): View {
  return { draft: null, broken: null, problem, typed: BLANK, asked, asks: true };
}

/** A draft, or what is wrong with what was asked for. */
async function draftOrProblem(
  { exchange }: Visit,
  make: () => Promise<DraftOutcome>,
): Promise<DraftOutcome | { readonly problem: NonNullable<View["problem"]> }> {
  try {
    return await make();
  } catch (error) {
    if (!(error instanceof PublicationError)) throw error;
    const field = {
      "clause-unknown": "clause",
      "invalidated-already": "clause",
      "note-incomplete": "reason-en",
    };
    const { code, detail } = error;
    const named =
      code === "note-incomplete" && detail === "ru" ? "reason-ru" : field[code as keyof typeof field];
    if (named === undefined) throw error;
    return {
      problem: { field: named, text: PUBLICATION_ERRORS[code].message[exchange.language], overtaken: false },
    };
  }
}

function fieldOf({ code, detail }: PublicationError): "" | "from" | "note-en" | "note-ru" {
  if (code === "date-passed" || code === "dated-before-predecessor") return "from";
  if (code === "reason-missing") return "note-en";
  return code === "note-incomplete" ? (detail === "ru" ? "note-ru" : "note-en") : "";
}

function viewOf(draft: Draft, { at, language }: Exchange): z.input<typeof draftView> {
  const { hash, base, madeFrom, findings, changes, changedDocuments, compiled } = draft;
  return {
    hash,
    base,
    nothing: base !== null && changes.length === 0 && changedDocuments.length === 0,
    needsReason: datedOtherwise(draft, at).length > 0,
    findings: findings.map((finding) => {
      const { severity, where, clause } = finding;
      return { severity, where, clause, ...sayFinding(finding, language) };
    }),
    changes: changes.map(({ kind, where, clause, cited, material, before, after }) => ({
      kind,
      where,
      clause: cited?.[language] ?? clause,
      material,
      before,
      after,
    })),
    restored: madeFrom.kind === "restored" ? madeFrom.version : null,
    invalidated: madeFrom.kind === "invalidated" ? `${madeFrom.document}/${madeFrom.clause}` : null,
    documents: compiled.documents.map(({ code, path, title }) => ({ code, path, title: title[language] })),
  };
}
