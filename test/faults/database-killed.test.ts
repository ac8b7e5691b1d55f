import { randomInt } from "node:crypto";
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { send } from "../http-client.ts";
import { type TestInstallation, temporaryInstallation } from "../installation.ts";
import { type RunningProduct, startProduct } from "../running-product.ts";
import { PostgresServer } from "../setup/postgres-server.ts";
import { openActs } from "./acts-under-fault.ts";
import { openFormPage, postForm } from "./form-by-http.ts";
import { brokenJournal, brokenSubmissions } from "./broken-submissions.ts";
import { startMail } from "./mail-beside.ts";
import { APART, rounds } from "./rounds.ts";
import { addReader, wordsOf } from "./submissions.ts";
import { Visitors } from "./visitors.ts";

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

async function liveThroughKills(installation: TestInstallation, kills: number): Promise<void> {
  const operator = await installation.open();
  await addReader(operator);
  const stopMail = await startMail(operator);
  const everything = new Map<string, number>();
  const told = new Set<string>();
  let first: string | undefined;
  try {
    for (let kill = 0; kill < kills; kill++) {
      const visitors = new Visitors(operator, kill * APART);
      await visitors.more(randomInt(1, MOST));
      await server.kill();
      await new Promise((resolve) => setTimeout(resolve, randomInt(100)));
      await server.start();
      await visitors.more(16);
      await visitors.stop();

      expect([...visitors.told.keys()].filter((code) => !CLEAN.includes(code))).toEqual([]);
      expect(await brokenSubmissions(operator, visitors.acknowledged)).toEqual([]);
      expect(await brokenJournal(operator, visitors.checkpoint)).toEqual([]);
      expect(await visitors.storedAllTheSame(), "told that nothing was stored").toBe(0);
      for (const [reference, number] of visitors.acknowledged) everything.set(reference, number);
      for (const code of visitors.told.keys()) told.add(code);
      first ??= visitors.checkpoint;
    }
    expect(await brokenSubmissions(operator, everything)).toEqual([]);
    expect(await brokenJournal(operator, first)).toEqual([]);
    // A database that was never missed would show nothing.
    expect(told.size).toBeGreaterThan(0);
  } finally {
    await stopMail();
  }
}

test(
  "a PostgreSQL killed at any moment under load has all that was acknowledged, and the application goes on by itself",
  async () => {
    for (let left = rounds(KILLS); left > 0; left -= KILLS) {
      const installation = await temporaryInstallation("postgres", { postgresUrl: server.url });
      try {
        await liveThroughKills(installation, Math.min(left, KILLS));
      } finally {
        await installation.remove();
      }
    }
  },
  180_000 * Math.ceil(rounds(KILLS) / KILLS),
);

describe("while the database is away", () => {
  let installation: TestInstallation;
  let product: RunningProduct;
  beforeEach(async () => {
    installation = await temporaryInstallation("postgres", { postgresUrl: server.url });
    product = await startProduct(installation, { UPHELD_OPERATORS: installation.operators });
  });
  afterEach(async () => {
    await product.stop("SIGKILL");
    await server.stop();
    await server.start();
    await installation.remove();
  });

  const health = async () => (await send({ port: product.port, path: "/healthz" })).status;

  test("a visitor is told that nothing was stored, and the same page goes through when it is back", async () => {
    const form = await openFormPage(product);
    await server.kill();
    const refused = await postForm(product, form, wordsOf(1));
    expect(refused.status).toBe(503);
    expect(refused.text).toContain("store-unavailable");
    expect(refused.text).toContain("Отправленное не сохранено.");
    expect(await health()).toBe(503);
    await server.start();
    const received = await postForm(product, form, wordsOf(1));
    expect(received.status).toBe(200);
    const again = await postForm(product, form, wordsOf(1));
    expect(again.reference).toBe(received.reference);
    expect(await health()).toBe(200);
  });

  test("a form, an answer of staff and a version are each refused by name while it is away, and go through after", async () => {
    const before = await installation.open();
    const acts = await openActs(product, installation, before);
    await before.close();
    await server.kill();
    await acts.refused("store-unavailable");
    await server.start();
    const after = await installation.open();
    await acts.done(after);
    await expect.poll(() => brokenJournal(after), { timeout: 20_000 }).toEqual([]);
    await after.close();
  });

  test("an application that is stopped ends all the same, and says why it did not end in order", async () => {
    await server.kill();
    expect(await product.stop()).toBe(1);
    expect(product.output()).toContain("The database cannot be reached");
  });
});
