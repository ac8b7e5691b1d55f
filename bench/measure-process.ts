import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { fileURLToPath } from "node:url";
import packageFile from "../package.json" with { type: "json" };
import { FEEDBACK, fiveValues } from "./enquiry-load.ts";
import type { Figure } from "./figure.ts";
import type { Measurement } from "./measurement.ts";
import { duration, interleave } from "./rounds.ts";
import { type ServedProcess, startProcess } from "./served-process.ts";

const ROOT = fileURLToPath(new URL("..", import.meta.url));
/** What `npm start` gives to Node. */
const START = packageFile.scripts.start
  .split(" ")
  .slice(1)
  .map((word) => (word.endsWith(".mjs") ? join(ROOT, word) : word));
const HOST = "itsectr.localhost";
/** From the start of the process to its first answer, s. */
const START_TARGET = 1;
/** MB resident. */
const MEMORY_TARGET = 120;
/** How many forms the memory is measured after. */
const FORMS = 10_000;
const IN_FLIGHT = 16;
/** How long a process is left alone before its memory is read, ms. */
const QUIET_MS = 2000;

/** The limit: Node's own HTTP server, answering the same requests and doing nothing. */
const BARE =
  'require("node:http").createServer((asked, answer) => { asked.resume(); asked.on("end", () => answer.end("ok")); })' +
  '.listen(process.env.PORT, "127.0.0.1")';

/** The product as a process, on SQLite: how soon it answers, what it holds in memory, how fast it takes forms. */
export const servedProcess: Measurement = {
  name: "process sqlite",
  async measure(bench) {
    const { environment } = await bench.place("sqlite");
    const product = () => startProcess(START, { host: HOST, environment });
    const bare = () => startProcess(["-e", BARE], { host: HOST, environment: {} });
    const common = { engine: "sqlite", beside: "Node's bare HTTP server" } as const;

    bench.progress("process, first start");
    await (await product()).stop();
    bench.progress("process, later starts");
    const starts = await interleave(bench.rounds, {
      ours: () => secondsToStart(product),
      rival: () => secondsToStart(bare),
    });

    const forms = bench.quick ? FORMS / 20 : FORMS;
    const asPromised = forms === FORMS;
    bench.progress(`process, ${forms.toLocaleString("en")} forms`);
    const ours = await underForms(await product(), forms);
    const rival = await underForms(await bare(), forms);

    const memory = { ...common, unit: "MB", better: "less" } as const;
    const figures: Figure[] = [
      {
        ...common,
        ...starts,
        name: "second start, from the process to its first answer",
        unit: "s",
        better: "less",
        target: START_TARGET,
      },
      {
        ...memory,
        name: "resident after the start",
        ours: ours.before,
        rival: rival.before,
        target: MEMORY_TARGET,
      },
      {
        ...memory,
        name: `resident after ${forms.toLocaleString("en")} forms`,
        ours: ours.after,
        rival: rival.after,
        target: asPromised ? MEMORY_TARGET : null,
      },
      {
        ...common,
        name: `forms over HTTP, fetched, sent and acknowledged, ${IN_FLIGHT} in flight`,
        ours: ours.rate,
        rival: rival.rate,
        unit: "forms/s",
        better: "more",
        target: null,
      },
    ];
    return figures;
  },
};

async function secondsToStart(start: () => Promise<ServedProcess>): Promise<number> {
  const server = await start();
  await server.stop();
  return server.startMs / 1000;
}

/** What a process holds before and after so many forms, MB, and how many it took a second. Ends it. */
async function underForms(
  server: ServedProcess,
  forms: number,
): Promise<{ before: number; after: number; rate: number }> {
  try {
    await sleep(QUIET_MS);
    const before = server.resident();
    let begun = 0;
    const sender = async () => {
      while (begun < forms) {
        const n = begun++;
        const page = await server.ask(`/en/${FEEDBACK}/`);
        const typed = fiveValues(n).map(({ attribute, plaintext }) => [attribute, plaintext]);
        const sent: Record<string, string> = { ...Object.fromEntries(typed), shown: tokenIn(page) };
        await server.ask(`/en/${FEEDBACK}/`, sent);
      }
    };
    const ms = await duration(() => Promise.all(Array.from({ length: IN_FLIGHT }, sender)));
    await sleep(QUIET_MS);
    return { before, after: server.resident(), rate: (forms * 1000) / ms };
  } finally {
    await server.stop();
  }
}

/** The shown-version token of a page with the form; the bare server's has none. */
function tokenIn(page: string): string {
  return /name="shown" value="([^"]+)"/u.exec(page)?.[1] ?? "";
}
