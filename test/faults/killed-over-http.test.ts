import { randomInt } from "node:crypto";
import { setTimeout as sleep } from "node:timers/promises";
import { describe, expect, test } from "vitest";
import type { OpenedOperator } from "../../src/open-operator.ts";
import { systemClock } from "../../src/platform/clock/index.ts";
import { startDevelopmentMailbox } from "../../src/platform/mail/index.ts";
import { systemRandom } from "../../src/platform/random/index.ts";
import type { EngineName } from "../../src/platform/store/index.ts";
import { journalHealth, verifyReceipt } from "../../src/trust/journal/index.ts";
import { temporaryInstallation } from "../installation.ts";
import { type RunningProduct, startProduct } from "../running-product.ts";
import { brokenActs, brokenMail } from "./broken-acts.ts";
import { brokenJournal, brokenSubmissions } from "./broken-submissions.ts";
import { HttpPeople } from "./http-people.ts";
import { rounds } from "./rounds.ts";

/** Kills of an engine in a usual run. */
const KILLS = 5;
/** Kills of one installation; a long run takes a fresh one after these. */
const TOGETHER = 10;
/** What people have been told, at most, when it is killed. */
const MOST = 40;

async function unsettled(operator: OpenedOperator): Promise<number> {
  const now = operator.clock.now();
  return operator.store.read(async (reader) => {
    const { waiting } = await reader
      .query<{ job: { id: string } }>()
      .selectFrom("job")
      .select((eb) => eb.fn.countAll<number>().as("waiting"))
      .executeTakeFirstOrThrow();
    return Number(waiting) + (await journalHealth(reader, now)).pending;
  });
}

/** Kills the product while people use it, and looks at what is there when it has started again. */
async function liveThrough(engine: EngineName, kills: number): Promise<number> {
  const installation = await temporaryInstallation(engine);
  const mailbox = await startDevelopmentMailbox({
    clock: systemClock,
    random: systemRandom,
    maxMessages: 100_000,
    maxBytes: 2 ** 28,
  });
  const start = () => startProduct(installation, { SMTP_URL: `smtp://127.0.0.1:${mailbox.port}` });
  const people = new HttpPeople(mailbox);
  let product: RunningProduct | undefined;
  try {
    product = await start();
    await people.signInFirst(product, installation);
    for (let kill = 0; kill < kills; kill++) {
      const using = people.use(product);
      const wanted = people.told + randomInt(1, MOST);
      const over = using.then(() => true);
      // Once, it lives long enough for mail to be read: after a kill the dead one's lease has to run out first.
      const enough = () =>
        people.told >= wanted && (kill < kills - 1 || people.confirmed.size * people.answered.size > 0);
      while (!enough() && !(await Promise.race([over, sleep(5, false)])));
      await sleep(randomInt(30));
      await product.stop("SIGKILL");
      await using;
      product = await start();
      await people.comeBack(product);
      expect(people.surprises, `kill ${kill}`).toEqual([]);

      const operator = await installation.open();
      const numbers = new Map([...people.received].map(([reference, { number }]) => [reference, number]));
      expect(await brokenSubmissions(operator, numbers), `kill ${kill}`).toEqual([]);
      expect(await brokenActs(operator, people), `kill ${kill}`).toEqual([]);
      expect(await brokenJournal(operator), `kill ${kill}`).toEqual([]);
      await operator.close();
    }
    const operator = await installation.open();
    await expect.poll(() => unsettled(operator), { timeout: 60_000, interval: 200 }).toBe(0);
    expect(brokenMail(mailbox, people)).toEqual([]);
    expect(await brokenJournal(operator)).toEqual([]);
    for (const { reference, receipt } of people.received.values()) {
      const whole = await operator.store.read((reader) => operator.journal.completeReceipt(reader, receipt));
      expect(verifyReceipt(whole ?? "", { key: operator.journal.verifierKey }).verdict, reference).toBe(
        "proven",
      );
    }
    expect(people.confirmed.size, "confirmed").toBeGreaterThan(0);
    expect(people.answered.size, "answered").toBeGreaterThan(0);
    return people.received.size;
  } finally {
    await product?.stop("SIGKILL");
    await mailbox.close();
    await installation.remove();
  }
}

describe.each(["sqlite", "postgres"] as const)("%s", (engine) => {
  test(
    "killed under people who send, confirm and answer over HTTP, it keeps every word that it gave, once",
    async () => {
      for (let left = rounds(KILLS); left > 0; left -= TOGETHER) {
        const kills = Math.min(left, TOGETHER);
        expect(await liveThrough(engine, kills)).toBeGreaterThan(kills);
      }
    },
    180_000 * Math.ceil(rounds(KILLS) / TOGETHER),
  );
});
