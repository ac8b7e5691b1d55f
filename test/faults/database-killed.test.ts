import { randomInt } from "node:crypto";
import { afterAll, beforeAll, expect, test } from "vitest";
import type { OpenedOperator } from "../../src/open-operator.ts";
import { systemClock } from "../../src/platform/clock/index.ts";
import { sha256 } from "../../src/platform/crypto/index.ts";
import { smtpTransport, startDevelopmentMailbox } from "../../src/platform/mail/index.ts";
import { systemRandom } from "../../src/platform/random/index.ts";
import { STORE_ERRORS, StoreError } from "../../src/platform/store/index.ts";
import { startWork } from "../../src/start-work.ts";
import { type TestInstallation, temporaryInstallation } from "../installation.ts";
import { PostgresServer } from "../setup/postgres-server.ts";
import { brokenJournal, brokenSubmissions } from "./broken-submissions.ts";
import { APART, rounds } from "./rounds.ts";
import { addReader, openForm, type Sending, send } from "./submissions.ts";

const VISITORS = 16;
/** Kills that one installation lives through; a long run takes a fresh one after these. */
const KILLS = 10;
const MOST = 60;
/** What a sender may be told while the database is away. */
const CLEAN = ["store-unavailable", "store-uncertain", "store-busy", "store-timeout"];

let server: PostgresServer;
beforeAll(async () => {
  server = await PostgresServer.create();
});
afterAll(() => server.remove());

/** Visitors who send form after form, and send again what they were told was refused, as the answer asks them to. */
class Visitors {
  readonly acknowledged = new Map<string, number>();
  /** Tokens of sendings whose sender was told at once that nothing was stored, and went away. */
  readonly givenUp: string[] = [];
  readonly codes = new Set<string>();
  checkpoint: string | undefined;
  readonly #operator: OpenedOperator;
  #number: number;
  #stopped = false;
  readonly #ended: Promise<unknown>;

  constructor(operator: OpenedOperator, firstNumber: number) {
    this.#operator = operator;
    this.#number = firstNumber;
    this.#ended = Promise.all(Array.from({ length: VISITORS }, () => this.#visit()));
  }

  async reach(sendings: number): Promise<void> {
    while (this.acknowledged.size < sendings) await pause(1);
  }

  /** Lets each visitor finish, which is when what they are sending is acknowledged. */
  async stop(): Promise<void> {
    this.#stopped = true;
    await this.#ended;
  }

  async #visit(): Promise<void> {
    while (!this.#stopped) {
      const sending = await this.#until(() => openForm(this.#operator, this.#number++));
      let told = await this.#send(sending);
      if (told !== "acknowledged" && told !== "store-uncertain" && randomInt(3) === 0) {
        this.givenUp.push(sending.token);
        continue;
      }
      while (told !== "acknowledged") {
        await pause(randomInt(50));
        told = await this.#send(sending);
      }
    }
  }

  async #send(sending: Sending): Promise<string> {
    try {
      const sent = await send(this.#operator, sending);
      if (sent.outcome !== "received") throw new Error(sent.outcome);
      this.acknowledged.set(sent.receipt.reference, sending.number);
      this.checkpoint = sent.receipt.checkpoint.note;
      return "acknowledged";
    } catch (error) {
      return this.#heard(error);
    }
  }

  /** A page is asked for again until it comes. */
  async #until<T>(ask: () => Promise<T>): Promise<T> {
    for (;;) {
      try {
        return await ask();
      } catch (error) {
        this.#heard(error);
        await pause(20);
      }
    }
  }

  #heard(error: unknown): string {
    if (!(error instanceof StoreError)) throw error;
    this.codes.add(error.code);
    return error.code;
  }
}

const pause = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms));

async function tokensStored(operator: OpenedOperator, tokens: readonly string[]): Promise<number> {
  const hashes = new Set(tokens.map((token) => Buffer.from(sha256(Buffer.from(token))).toString("hex")));
  const rows = await operator.store.read((reader) =>
    reader
      .query<{ enquiry: { token_hash: Uint8Array } }>()
      .selectFrom("enquiry")
      .select("token_hash")
      .execute(),
  );
  return rows.filter((row) => hashes.has(Buffer.from(row.token_hash).toString("hex"))).length;
}

async function liveThroughKills(installation: TestInstallation, kills: number): Promise<void> {
  const operator = await installation.open();
  await addReader(operator);
  const mailbox = await startDevelopmentMailbox({ clock: systemClock, random: systemRandom });
  const transport = smtpTransport({ host: mailbox.host, port: mailbox.port });
  const work = startWork(operator, { transport, origin: "http://itsectr.localhost", report: () => {} });
  const everything = new Map<string, number>();
  const told = new Set<string>();
  let first: string | undefined;
  try {
    for (let kill = 0; kill < kills; kill++) {
      const visitors = new Visitors(operator, kill * APART);
      await visitors.reach(randomInt(1, MOST));
      await server.kill();
      await pause(randomInt(100));
      await server.start();
      const before = visitors.acknowledged.size;
      await visitors.reach(before + VISITORS);
      await visitors.stop();

      expect([...visitors.codes].filter((code) => !CLEAN.includes(code))).toEqual([]);
      expect(await brokenSubmissions(operator, visitors.acknowledged)).toEqual([]);
      expect(await brokenJournal(operator, visitors.checkpoint)).toEqual([]);
      expect(await tokensStored(operator, visitors.givenUp), "told that nothing was stored").toBe(0);
      for (const code of visitors.codes) told.add(code);
      for (const [reference, number] of visitors.acknowledged) everything.set(reference, number);
      first ??= visitors.checkpoint;
    }
    expect(await brokenSubmissions(operator, everything)).toEqual([]);
    expect(await brokenJournal(operator, first)).toEqual([]);
    // A database that was never missed would show nothing.
    expect(told.size).toBeGreaterThan(0);
  } finally {
    await work.stop();
    transport.close();
    await mailbox.close();
  }
}

test(
  "a PostgreSQL killed at any moment under load has all that was acknowledged, and the application goes on by itself",
  async () => {
    expect(CLEAN.filter((code) => !(code in STORE_ERRORS))).toEqual([]);
    for (let left = rounds(KILLS); left > 0; left -= KILLS) {
      const installation = await temporaryInstallation("postgres", { postgresUrl: server.url });
      try {
        await liveThroughKills(installation, Math.min(left, KILLS));
      } finally {
        await installation.remove();
      }
    }
  },
  60_000 * Math.ceil(rounds(KILLS) / KILLS),
);
