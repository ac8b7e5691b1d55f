import { z } from "zod";
import { type Route } from "../../platform/http/index.ts";
import type { Language } from "../../platform/i18n/index.ts";
import {
  Button,
  ButtonLink,
  DefinitionList,
  Form,
  Status,
  type StatusKind,
} from "../../platform/ui/index.ts";
import { requireRight } from "../../people/staff/index.ts";
import type { PublishedVersion } from "../../trust/publication/index.ts";
import { ConsoleFrame } from "./console-frame.tsx";
import type { ConsoleParts } from "./console-parts.ts";
import { saying } from "./done.ts";
import { Moment } from "./moment.tsx";
import { publishedByText } from "./published-by.ts";
import { versionWords } from "./versions.messages.ts";
import { workAct, workPage } from "./work-page.ts";

const STATES = ["scheduled", "inForce", "replaced", "calledOff"] as const;

const view = z.object({
  versions: z.array(
    z.object({
      number: z.number(),
      state: z.enum(STATES),
      policy: z.string(),
      updatedOn: z.array(z.object({ title: z.string(), on: z.string() })),
      publishedAt: z.number(),
      effectiveFrom: z.number(),
      calledOffAt: z.number().nullable(),
      by: z.string(),
      via: z.string(),
      note: z.string().nullable(),
      /** In words; null: from the folder. */
      madeFrom: z.string().nullable(),
      changes: z.number(),
      material: z.number(),
    }),
  ),
  /** Paths of the documents that can be read, with their titles. */
  documents: z.array(z.object({ path: z.string(), title: z.string() })),
});

const KINDS: Record<(typeof STATES)[number], StatusKind> = {
  scheduled: "info",
  inForce: "success",
  replaced: "neutral",
  calledOff: "warning",
};

/** Every version with its three dates, who published it and how (clauses itsectr-privacy/9.1, updated; tension T39). */
export function versionsPage(parts: ConsoleParts): Route {
  const { store, publication } = parts.operator;
  return workPage(parts, {
    path: "/console/versions/",
    view,
    async show({ exchange, staff, policy, view }) {
      const { at, language } = exchange;
      const all = await store.read((reader) => publication.versions(reader));
      const titles = new Map(policy.compiled.documents.map(({ code, title }) => [code, title[language]]));
      return view({
        versions: all.map((version) => ({
          number: version.number,
          state: stateOf(version, policy.version, at),
          policy: version.policy,
          updatedOn: Object.entries(version.updatedOn).map(([code, on]) => ({
            title: titles.get(code) ?? code,
            on,
          })),
          publishedAt: version.publishedAt,
          effectiveFrom: version.effectiveFrom,
          calledOffAt: version.calledOffAt,
          by: publishedByText(version, staff.staff, language),
          via: version.via,
          note: version.note?.[language] ?? null,
          madeFrom: madeFromText(version, language),
          changes: version.changes.length,
          material: version.changes.filter(({ material }) => material).length,
        })),
        documents: policy.compiled.documents.map(({ path, title }) => ({ path, title: title[language] })),
      });
    },
    render({ versions, documents }, frame, around) {
      const { rights, timeZone } = around;
      const { language, links } = frame;
      const words = versionWords(language);
      const moment = (at: number) => <Moment at={at} language={language} timeZone={timeZone} />;
      return (
        <ConsoleFrame frame={frame} title={words.title} around={around} room="/console/versions/">
          <h1>{words.title}</h1>
          <p>{words.lead}</p>
          {rights.includes("publish") && (
            <p>
              <ButtonLink quiet link={links.page("/console/versions/invalidate/")}>
                {words.invalidate}
              </ButtonLink>
            </p>
          )}
          {versions.map((version) => (
            <section aria-labelledby={`version-${version.number}`}>
              <div class="page-head">
                <h2 id={`version-${version.number}`}>{words.version({ number: version.number })}</h2>
                <Status kind={KINDS[version.state]}>{words[version.state]}</Status>
              </div>
              <DefinitionList
                items={[
                  {
                    term: words.updated,
                    detail: version.updatedOn.map(({ title, on }) => (
                      <p class="value">
                        <Moment at={Date.parse(on)} day language={language} timeZone="UTC" /> · {title}
                      </p>
                    )),
                  },
                  { term: words.published, detail: moment(version.publishedAt) },
                  { term: words.effective, detail: moment(version.effectiveFrom) },
                  ...(version.calledOffAt === null
                    ? []
                    : [{ term: words.calledOffAt, detail: moment(version.calledOffAt) }]),
                  { term: words.by, detail: `${version.by}, ${words.via({ via: version.via })}` },
                  ...(version.madeFrom === null ? [] : [{ term: words.madeFrom, detail: version.madeFrom }]),
                  ...(version.note === null ? [] : [{ term: words.note, detail: version.note }]),
                  {
                    term: words.changes,
                    detail: words.changeCount({ count: version.changes, material: version.material }),
                  },
                  { term: words.fingerprint, detail: <code>{version.policy}</code> },
                  {
                    term: words.read,
                    detail: documents.map(({ path, title }, i) => (
                      <>
                        {i > 0 && ", "}
                        <a
                          href={links.page(`${path as `/${string}`}versions/:number/`, {
                            number: String(version.number),
                          })}
                        >
                          {title}
                        </a>
                      </>
                    )),
                  },
                ]}
              />
              {version.state === "replaced" && rights.includes("publish") && (
                <p>
                  <ButtonLink
                    quiet
                    link={links.page("/console/versions/:number/restore/", {
                      number: String(version.number),
                    })}
                  >
                    {words.restore({ number: version.number })}
                  </ButtonLink>
                </p>
              )}
              {version.state === "scheduled" && rights.includes("publish") && (
                <Form
                  language={language}
                  action={links.page("/console/versions/:number/call-off/", {
                    number: String(version.number),
                  })}
                >
                  <Button quiet>{words.callOff({ number: version.number })}</Button>
                </Form>
              )}
            </section>
          ))}
        </ConsoleFrame>
      );
    },
  });
}

function madeFromText({ madeFrom }: PublishedVersion, language: Language): string | null {
  const words = versionWords(language);
  if (madeFrom.kind === "restored") return words.madeFromRestored({ number: String(madeFrom.version) });
  if (madeFrom.kind === "folder") return null;
  return words.madeFromInvalidated({ clause: `${madeFrom.document}/${madeFrom.clause}` });
}

/** How a version stands at an instant, beside the one in force. */
function stateOf(version: PublishedVersion, inForce: number, at: number): (typeof STATES)[number] {
  if (version.calledOffAt !== null) return "calledOff";
  if (version.effectiveFrom > at) return "scheduled";
  return version.number === inForce ? "inForce" : "replaced";
}

/** Calls off a version that is not in force yet. One that is already called off says so, and stays as it is. */
export function callOffAct(parts: ConsoleParts): Route {
  const { store, publication } = parts.operator;
  return workAct(parts, {
    path: "/console/versions/:number/call-off/",
    right: "publish",
    params: z.object({ number: z.coerce.number().int().min(1).max(1_000_000) }),
    fields: z.strictObject({}),
    from: ({ exchange }) => exchange.links.page("/console/versions/"),
    async act({ exchange, staff }, { number }) {
      await store.transaction(async (tx) => {
        await requireRight(tx, staff.staff, "publish", tx.at);
        await publication.callOff(tx, number, staff.staff);
      });
      return saying(exchange.links.page("/console/versions/"), "called-off");
    },
  });
}
