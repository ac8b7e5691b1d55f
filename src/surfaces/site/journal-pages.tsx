import { z } from "zod";
import { file, page, refuse, type Route } from "../../platform/http/index.ts";
import { Code, DefinitionList } from "../../platform/ui/index.ts";
import { JournalError, readTile } from "../../trust/journal/index.ts";
import type { Operator } from "../operator.ts";
import { PageFrame } from "./page-frame.tsx";
import type { PolicyReader } from "./policy-reader.ts";
import { siteWords } from "./site.messages.ts";

const part = z.string().regex(/^(?:x?[0-9]{3}(?:\.p)?|[0-9]{1,3})$/);

/** How deep a tile's index may reach: a thousand thousand thousand tiles. */
const DEPTHS = [["a"], ["a", "b"], ["a", "b", "c"], ["a", "b", "c", "d"]] as const;

/**
 * What is public of the journal: the newest checkpoint and the hash tiles, where C2SP tlog-tiles has them, and a page
 * that says what they are. Entries are not public.
 */
export function journalPages(operator: Operator, policies: PolicyReader): Route[] {
  const { store, journal } = operator;
  const tiles = DEPTHS.map((names) =>
    file({
      path: `/journal/tile/:level/${names.map((name) => `:${name}`).join("/")}`,
      params: z.object({
        level: z.string().regex(/^(?:[0-9]|[1-5][0-9]|6[0-3])$/),
        ...Object.fromEntries(names.map((name) => [name, part])),
      }),
      caching: "immutable",
      async read(_, { level, ...rest }) {
        const index = names.map((name) => String((rest as Record<string, unknown>)[name])).join("/");
        try {
          const bytes = await store.read((reader) => readTile(reader, `tile/${level}/${index}`));
          return { type: "application/octet-stream", bytes };
        } catch (error) {
          if (error instanceof JournalError) return null;
          throw error;
        }
      },
    }),
  );
  return [
    ...tiles,
    file({
      path: "/journal/checkpoint",
      caching: "revalidate",
      async read() {
        const { note } = await journal.checkpoint();
        return { type: "text/plain; charset=utf-8", bytes: new TextEncoder().encode(note) };
      },
    }),
    journalPage(operator, policies),
  ];
}

function journalPage({ journal }: Operator, policies: PolicyReader): Route {
  return page({
    path: "/journal/",
    view: z.object({ size: z.number(), note: z.string(), root: z.string(), key: z.string() }),
    async show({ at }) {
      await policies.read(at);
      const { size, note, rootHash } = await journal.checkpoint().catch(() => refuse("store-unavailable"));
      const root = Buffer.from(rootHash).toString("base64");
      return { size, note, root, key: journal.verifierKey };
    },
    render({ size, note, root, key }, frame) {
      const words = siteWords(frame.language);
      return (
        <PageFrame frame={frame} policy={policies.current()} title={words.journalTitle} path="/journal/">
          <div class="prose">
            <h1>{words.journalTitle}</h1>
            <p class="lead">{words.journalLead}</p>
            <DefinitionList
              items={[
                { term: words.journalSize, detail: String(size) },
                { term: words.journalRoot, detail: <code>{root}</code> },
                { term: words.journalKey, detail: <code>{key}</code> },
              ]}
            />
            <Code caption={words.checkpoint} text={note} />
            <p>
              {words.journalFiles} <a href={frame.links.plain("/journal/checkpoint")}>/journal/checkpoint</a>,
              /journal/tile/…
            </p>
            <Code caption="upheld" text="npx upheld journal verify --since checkpoint.txt" />
          </div>
        </PageFrame>
      );
    },
  });
}
