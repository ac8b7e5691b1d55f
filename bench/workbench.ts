import { randomUUID } from "node:crypto";
import { mkdirSync, mkdtempSync, rmSync, symlinkSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import pg from "pg";
import { readConfiguration } from "../src/configuration.ts";
import { type OpenedOperator, openOperator } from "../src/open-operator.ts";
import { systemClock } from "../src/platform/clock/index.ts";
import { systemRandom } from "../src/platform/random/index.ts";
import type { EngineName } from "../src/platform/store/index.ts";
import { readRulePacks } from "../src/trust/publication/index.ts";
import { PostgresServer } from "../test/setup/postgres-server.ts";

const root = fileURLToPath(new URL("..", import.meta.url));

/**
 * How forms are limited while they are measured: every check is on, and no limit is reached. The proof of work is an
 * easy one, since it is the visitor who pays for it, before the clock runs.
 */
const FORM_SETTINGS: Readonly<Record<string, string>> = {
  UPHELD_TRUSTED_PROXIES: "127.0.0.1",
  UPHELD_FORMS_PER_HOUR_ALL: "3600000",
  UPHELD_PROOF_DIGITS: "1",
};

/** The folders of one installation, as its environment names them, and the database that is its own. */
export interface Place {
  readonly environment: Readonly<Record<string, string>>;
  /** The file of the operator's SQLite store. */
  readonly file: string;
}

/** What every measurement works on: temporary folders, databases, and how long to take. Nothing of it stays. */
export class Workbench {
  /** True for a run that shows that everything works and measures roughly. */
  readonly quick: boolean;
  /** Rounds of which the median is taken. */
  readonly rounds: number;
  /** How long one contestant has in a round, ms. */
  readonly roundMs: number;
  readonly #folder = mkdtempSync(join(tmpdir(), "upheld-bench-"));
  readonly #report: (text: string) => void;
  readonly #closing: (() => Promise<void>)[] = [];
  #server: Promise<string> | undefined;

  constructor(options: { readonly quick: boolean; readonly report: (text: string) => void }) {
    this.quick = options.quick;
    this.rounds = options.quick ? 3 : 5;
    this.roundMs = options.quick ? 250 : 1000;
    this.#report = options.report;
    // Also when somebody has had enough of waiting: see run.ts.
    process.once("exit", () => rmSync(this.#folder, { recursive: true, force: true }));
  }

  /** Says what is being done. */
  progress(text: string): void {
    this.#report(text);
  }

  /** An empty folder. */
  folder(): string {
    return mkdtempSync(join(this.#folder, "place-"));
  }

  /** Where an installation of the example operator can be opened or started. */
  async place(engine: EngineName): Promise<Place> {
    const folder = this.folder();
    const [data, keys, operators] = [join(folder, "data"), join(folder, "keys"), join(folder, "operators")];
    mkdirSync(data);
    // One operator of the repository's, whatever others it has.
    mkdirSync(operators);
    symlinkSync(join(root, "operators", "itsectr"), join(operators, "itsectr"));
    return {
      environment: {
        UPHELD_DATA: data,
        UPHELD_KEYS: keys,
        UPHELD_OPERATORS: operators,
        ...FORM_SETTINGS,
        ...(engine === "postgres" ? { DATABASE_URL: await this.database() } : {}),
      },
      file: join(data, "itsectr", "store.sqlite"),
    };
  }

  /** The example operator, opened in a new place as the product opens it. */
  async operator(engine: EngineName): Promise<{ readonly operator: OpenedOperator; readonly place: Place }> {
    const place = await this.place(engine);
    const operator = await openOperator("itsectr", {
      configuration: readConfiguration(place.environment, this.#folder),
      clock: systemClock,
      random: systemRandom,
      rules: await readRulePacks(join(root, "rules")),
    });
    this.atEnd(() => operator.close());
    return { operator, place };
  }

  /** The address of an empty PostgreSQL database. */
  async database(): Promise<string> {
    this.#server ??= this.#startServer();
    const server = await this.#server;
    const name = `bench_${randomUUID().replaceAll("-", "")}`;
    await administer(server, `create database "${name}"`);
    this.atEnd(() => administer(server, `drop database "${name}" with (force)`));
    const url = new URL(server);
    url.pathname = `/${name}`;
    return url.href;
  }

  /** Has something done when the measurement is over. */
  atEnd(close: () => Promise<void>): void {
    this.#closing.push(close);
  }

  /** Closes what a measurement has opened, the last first; the database server goes on. */
  async clear(): Promise<void> {
    for (let close = this.#closing.pop(); close !== undefined; close = this.#closing.pop()) await close();
  }

  /** Stops the server and removes every file. */
  async remove(): Promise<void> {
    await this.clear();
    await this.#stopServer();
    rmSync(this.#folder, { recursive: true, force: true });
  }

  #stopServer: () => Promise<void> = async () => {};

  async #startServer(): Promise<string> {
    const named = process.env["TEST_DATABASE_URL"];
    if (named !== undefined && named !== "") return named;
    this.progress("starting PostgreSQL");
    const server = await PostgresServer.create();
    this.#stopServer = () => server.remove();
    return server.url;
  }
}

async function administer(server: string, statement: string): Promise<void> {
  const client = new pg.Client({ connectionString: server });
  await client.connect();
  await client.query(statement);
  await client.end();
}
