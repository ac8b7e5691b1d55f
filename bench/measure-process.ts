import { setTimeout as sleep } from "node:timers/promises";
import type { Figure } from "./figure.ts";
import { FormVisitors, HOST } from "./form-visitors.ts";
import { sendAll } from "./http-load.ts";
import { openMailSink } from "./mail-sink.ts";
import type { Measurement } from "./measurement.ts";
import { startOfProduct } from "./product-start.ts";
import { interleave } from "./rounds.ts";
import { type ServedProcess, startProcess } from "./served-process.ts";

/** From the start of the process to its first answer, s. */
const START_TARGET = 1;
/** MB resident. */
const MEMORY_AT_START = 120;
const MEMORY_AFTER_FORMS = 150;
/** How many forms the memory is measured after. */
const FORMS = 10_000;
/** How many of them are prepared at a time. */
const AT_A_TIME = 500;
const CONNECTIONS = 16;
/** How long a process is left alone before its memory is read, ms. */
const QUIET_MS = 2000;

/** The limit: Node's own HTTP server, answering the same requests and doing nothing. */
const BARE =
  'require("node:http").createServer((asked, answer) => { asked.resume(); asked.on("end", () => answer.end("ok")); })' +
  '.listen(process.env.PORT, "127.0.0.1")';

/** The product as a process, on SQLite: how soon it answers, and what it holds in memory. */
export const servedProcess: Measurement = {
  name: "process sqlite",
  async measure(bench) {
    const sink = await openMailSink();
    bench.atEnd(() => sink.close());
    const place = await bench.place("sqlite");
    const environment = { ...place.environment, SMTP_URL: sink.url };
    const product = () => startProcess(startOfProduct(), { host: HOST, environment });
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
    const { before, after } = await memoryUnderForms({ ours: await product(), rival: await bare() }, forms);

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
      { ...memory, ...before, name: "resident after the start", target: MEMORY_AT_START },
      {
        ...memory,
        ...after,
        name: `resident after ${forms.toLocaleString("en")} forms`,
        target: asPromised ? MEMORY_AFTER_FORMS : null,
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

/** What each process holds before and after the same forms, MB, when their mails are sent. Ends them. */
async function memoryUnderForms(
  servers: { readonly ours: ServedProcess; readonly rival: ServedProcess },
  forms: number,
) {
  const { ours, rival } = servers;
  const resident = () => ({ ours: ours.resident(), rival: rival.resident() });
  try {
    await sleep(QUIET_MS);
    const before = resident();
    const visitors = new FormVisitors(ours.port);
    for (let sent = 0; sent < forms; sent += AT_A_TIME) {
      const requests = await visitors.prepare(Math.min(AT_A_TIME, forms - sent));
      await sendAll(ours.port, requests, { connections: CONNECTIONS });
      await sendAll(rival.port, requests, { connections: CONNECTIONS });
    }
    await ours.atRest();
    await sleep(QUIET_MS);
    return { before, after: resident() };
  } finally {
    await ours.stop();
    await rival.stop();
  }
}
