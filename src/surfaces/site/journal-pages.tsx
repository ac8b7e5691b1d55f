import { z } from "zod";
import { file, page, refuse, type Route, type StoredBytes } from "../../platform/http/index.ts";
import { Code, DefinitionList } from "../../platform/ui/index.ts";
import { type Checkpoint, JournalError, readCheckpoint, readTile } from "../../trust/journal/index.ts";
import type { Operator } from "../operator.ts";
import { PageFrame } from "./page-frame.tsx";
import type { PolicyReader } from "./policy-reader.ts";
import { RECEIPT_PATH } from "./receipt-path.ts";
import { siteWords } from "./site.messages.ts";

const part = z.string().regex(/^(?:x?[0-9]{3}(?:\.p)?|[0-9]{1,3})$/);

/** How deep a tile's index may reach: a thousand thousand thousand tiles. */
const DEPTHS = [["a"], ["a", "b"], ["a", "b", "c"], ["a", "b", "c", "d"]] as const;

/** The first log has no number in its addresses; one that follows a restore has (a log's addresses name its content). */
const LOGS = [
  { at: "/journal", params: {} },
  { at: "/journal/:log", params: { log: z.string().regex(/^(?:[2-9]|[1-9][0-9]{1,5})$/) } },
] as const;

const numberOf = (params: Record<string, unknown>) => Number(params["log"] ?? 1);

/**
 * What is public of the journal: the newest checkpoint and the hash tiles, where C2SP tlog-tiles has them, and a page
 * that says what they are. Entries are not public.
 */
export function journalPages(operator: Operator, policies: PolicyReader): Route[] {
  const { store, journal } = operator;
  const tiles = LOGS.flatMap(({ at, params }) =>
    DEPTHS.map((names) =>
      file({
        path: `${at}/tile/:level/${names.map((name) => `:${name}`).join("/")}`,
        params: z.object({
          ...params,
          level: z.string().regex(/^(?:[0-9]|[1-5][0-9]|6[0-3])$/),
          ...Object.fromEntries(names.map((name) => [name, part])),
        }),
        caching: "immutable",
        async read(_, { level, ...rest }) {
          const index = names.map((name) => String((rest as Record<string, unknown>)[name])).join("/");
          const path = `tile/${level}/${index}`;
          return orNull(async () => {
            const bytes = await store.read((reader) => readTile(reader, numberOf(rest), path));
            return { type: "application/octet-stream", bytes };
          });
        },
      }),
    ),
  );
  return [
    ...tiles,
    file({
      path: "/journal/checkpoint",
      caching: "revalidate",
      read: async () => noteFile(await journal.checkpoint()),
    }),
    file({
      path: "/journal/:log/checkpoint",
      params: z.object(LOGS[1].params),
      caching: "revalidate",
      read: (_, params) =>
        orNull(async () => noteFile(await store.read((reader) => readCheckpoint(reader, numberOf(params))))),
    }),
    journalPage(operator, policies),
  ];
}

function noteFile({ note }: Checkpoint) {
  return { type: "text/plain; charset=utf-8", bytes: new TextEncoder().encode(note) } as const;
}

/** What the journal does not have is not there. */
async function orNull(read: () => Promise<StoredBytes>): Promise<StoredBytes | null> {
  try {
    return await read();
  } catch (error) {
    if (error instanceof JournalError) return null;
    throw error;
  }
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
              {words.journalReceipt} <a href={frame.links.page(RECEIPT_PATH)}>{words.receiptCheck}</a>
            </p>
            <p>
              {words.journalFiles} <a href={frame.links.plain("/journal/checkpoint")}>/journal/checkpoint</a>,
              /journal/tile/…
            </p>
            <Code caption={words.ownMachine} text="npx upheld journal verify --since checkpoint.txt" />
          </div>
        </PageFrame>
      );
    },
  });
}
