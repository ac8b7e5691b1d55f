import { randomUUID } from "node:crypto";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import pg from "pg";
import type { EngineName } from "../src/platform/store/index.ts";
import type { Figure } from "./figure.ts";
import { FormVisitors, HOST } from "./form-visitors.ts";
import { requestOf, sendAll } from "./http-load.ts";
import type { Measurement } from "./measurement.ts";
import { openMailSink } from "./mail-sink.ts";
import { startOfProduct } from "./product-start.ts";
import { median, percentile } from "./rounds.ts";
import { LOOK_MS, type ServedProcess, startProcess } from "./served-process.ts";
import type { Workbench } from "./workbench.ts";

const HERE = fileURLToPath(new URL(".", import.meta.url));
const CONNECTIONS = [1, 10, 64] as const;
/** Consents of c15t's a second, of which a form of ours is to be so many times. */
const TIMES_C15T: Readonly<Record<EngineName, number>> = { sqlite: 5, postgres: 2 };
/** Of what the server takes when it throws everything away. */
const SHARE_OF_THROW_AWAY = 1 / 6;
/** 99th percentile at 10 connections, ms. */
const P99_TARGET = 50;
/** A round is over only when its mails are sent, so there are few. */
const ROUNDS = 3;
/** How many are sent in the first round, whose figures are not used. */
const FIRST = 300;

/**
 * The form over HTTP, from the request's first byte to the answer's last, which comes when everything is durable;
 * beside c15t's consent endpoint, and beside the same server that throws the form away. All take turns.
 */
export const formsOverHttp: Measurement = {
  name: "http forms sqlite postgres",
  async measure(bench) {
    const contestants = await startAll(bench);
    const figures: Figure[] = [];
    for (const connections of CONNECTIONS) {
      bench.progress(`forms over HTTP, ${connections} connections`);
      for (let round = 0; round <= ROUNDS; round++) {
        for (const contestant of Object.values(contestants))
          await contestant.round(connections, bench.roundMs);
      }
      figures.push(...figuresOf(contestants, connections));
    }
    for (const contestant of Object.values(contestants)) await contestant.check?.();
    return figures;
  },
};

interface Contestants {
  readonly sqlite: Contestant;
  readonly postgres: Contestant;
  readonly c15t: Contestant;
  readonly thrownAway: Contestant;
}

async function startAll(bench: Workbench): Promise<Contestants> {
  const sink = await openMailSink();
  bench.atEnd(() => sink.close());
  const settings = { NODE_ENV: "production", SMTP_URL: sink.url };
  const started = async (parameters: readonly string[], environment: Record<string, string>, path = "/") => {
    const server = await startProcess(parameters, { host: HOST, environment, path });
    bench.atEnd(() => server.stop());
    return server;
  };
  const product = async (engine: EngineName) => {
    const { environment } = await bench.place(engine);
    return started(startOfProduct(), { ...environment, ...settings });
  };
  const forms = (server: ServedProcess) => {
    const visitors = new FormVisitors(server.port);
    return new Contestant(server, (count) => visitors.prepare(count));
  };
  const { environment } = await bench.place("sqlite");
  const database = await bench.database();
  const c15t = await started(
    [join(HERE, "c15t-server.mjs")],
    { NODE_ENV: "production", DATABASE_URL: database },
    "/status",
  );
  return {
    sqlite: forms(await product("sqlite")),
    postgres: forms(await product("postgres")),
    c15t: new Contestant(
      c15t,
      async (count) => Array.from({ length: count }, consent),
      async (sent) => {
        const stored = await rowsIn(database, "consent");
        if (stored !== sent) throw new Error(`c15t stored ${stored} of ${sent} consents.`);
      },
    ),
    thrownAway: forms(await started([join(HERE, "throw-away-server.mjs")], { ...environment, ...settings })),
  };
}

/** One server under load, round by round. */
class Contestant {
  readonly #server: ServedProcess;
  readonly #prepare: (count: number) => Promise<Buffer[]>;
  readonly #check: ((sent: number) => Promise<void>) | undefined;
  readonly #rounds = new Map<number, { rate: number; p99: number; settled: number }[]>();
  #sent = 0;

  constructor(
    server: ServedProcess,
    prepare: (count: number) => Promise<Buffer[]>,
    check?: (sent: number) => Promise<void>,
  ) {
    this.#server = server;
    this.#prepare = prepare;
    this.#check = check;
  }

  /** About so long under so many connections; then waits until nothing is left to do that would burden the next. */
  async round(connections: number, ms: number): Promise<void> {
    const rounds = this.#rounds.get(connections) ?? [];
    this.#rounds.set(connections, rounds);
    const count = Math.ceil(((rounds.at(-1)?.rate ?? FIRST) * ms) / 1000);
    const requests = await this.#prepare(count);
    const started = performance.now();
    const { rate, latencies } = await sendAll(this.#server.port, requests, { connections });
    this.#sent += count;
    await this.#server.atRest();
    // The last look at a server at rest saw it do nothing.
    const settled = (count * 1000) / (performance.now() - started - LOOK_MS);
    rounds.push({ rate, p99: percentile(latencies, 99), settled });
  }

  /** Medians of the rounds after the first. */
  figures(connections: number): { readonly rate: number; readonly p99: number; readonly settled: number } {
    const counted = this.#rounds.get(connections)?.slice(1) ?? [];
    return {
      rate: median(counted.map(({ rate }) => rate)),
      p99: median(counted.map(({ p99 }) => p99)),
      settled: median(counted.map(({ settled }) => settled)),
    };
  }

  /** @throws Error when not everything that was answered is there */
  async check(): Promise<void> {
    await this.#check?.(this.#sent);
  }
}

function figuresOf(contestants: Contestants, connections: number): Figure[] {
  const c15t = contestants.c15t.figures(connections);
  const thrownAway = contestants.thrownAway.figures(connections);
  return (["sqlite", "postgres"] as const).flatMap((engine): Figure[] => {
    const ours = contestants[engine].figures(connections);
    const at = `${connections} ${connections === 1 ? "connection" : "connections"}`;
    const rate = { engine, ours: ours.rate, unit: "forms/s", better: "more", targetOf: "ratio" } as const;
    return [
      {
        ...rate,
        name: `forms over HTTP to durable commit, ${at}`,
        rival: c15t.rate,
        beside: "c15t's consents, on PostgreSQL",
        target: TIMES_C15T[engine],
      },
      {
        ...rate,
        name: `the same forms, ${at}`,
        rival: thrownAway.rate,
        beside: "the same server, throwing them away",
        target: engine === "sqlite" ? SHARE_OF_THROW_AWAY : null,
      },
      {
        ...rate,
        ours: ours.settled,
        name: `the same forms, until the last of their mails is sent, ${at}`,
        rival: c15t.rate,
        beside: "c15t's consents, which send none",
        target: null,
      },
      {
        name: `99th percentile of a form, ${at}`,
        engine,
        ours: ours.p99,
        rival: c15t.p99,
        beside: "a consent of c15t's",
        unit: "ms",
        better: "less",
        target: engine === "sqlite" && connections === 10 ? P99_TARGET : null,
      },
    ];
  });
}

/** A consent as c15t's own banner sends it, of a new visitor. */
function consent(): Buffer {
  const body = {
    type: "cookie_banner",
    // c15t takes the alphabet of Bitcoin's base58, which has no zero.
    subjectId: `sub_${randomUUID().replaceAll("-", "").replaceAll("0", "z")}`,
    domain: "example.com",
    preferences: { necessary: true, measurement: true, marketing: false },
    givenAt: Date.now(),
  };
  const headers = { Host: "example.com", Origin: "https://example.com", "Content-Type": "application/json" };
  return requestOf("POST /subjects", headers, JSON.stringify(body));
}

async function rowsIn(database: string, table: string): Promise<number> {
  const client = new pg.Client({ connectionString: database });
  await client.connect();
  try {
    const { rows } = await client.query(`select count(*)::int as count from "${table}"`);
    return rows[0].count;
  } finally {
    await client.end();
  }
}
