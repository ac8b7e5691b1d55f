import { randomInt } from "node:crypto";
import { describe, expect, test } from "vitest";
import type { OpenedOperator } from "../../src/open-operator.ts";
import type { EngineName } from "../../src/platform/store/index.ts";
import { journalHealth } from "../../src/trust/journal/index.ts";
import { type TestInstallation, temporaryInstallation } from "../installation.ts";
import { brokenJournal, brokenSubmissions } from "./broken-submissions.ts";
import { APART, rounds } from "./rounds.ts";
import { SubmittingProcess } from "./submitting-process.ts";
import { addReader } from "./submissions.ts";

/** Kills of an engine in a usual run: killed-over-http.test.ts has more. */
const USUAL = 2;
/** Kills of one installation; a long run takes a fresh one after these. */
const KILLS = 10;
/** Sendings that the application has acknowledged, at most, when it is killed. */
const MOST = 60;

async function preparedInstallation(engine: EngineName): Promise<TestInstallation> {
  const installation = await temporaryInstallation(engine);
  const operator = await installation.open();
  await addReader(operator);
  await operator.close();
  return installation;
}

/** How many journal entries still wait for their place: the lease of a killed sequencer has to run out first. */
async function unplaced(operator: OpenedOperator): Promise<number> {
  await operator.journal.sequencer.drain();
  const now = operator.clock.now();
  return (await operator.store.read((reader) => journalHealth(reader, now))).pending;
}

describe.each(["sqlite", "postgres"] as const)("%s", (engine) => {
  test(
    "an application killed at any moment under load keeps what it acknowledged, whole, and no half of anything",
    async () => {
      let kills = 0;
      let acknowledgedInAll = 0;
      while (kills < rounds(USUAL)) {
        const installation = await preparedInstallation(engine);
        const everything = new Map<string, number>();
        let first: string | undefined;
        try {
          for (let kill = 0; kill < KILLS && kills < rounds(USUAL); kill++, kills++) {
            const application = new SubmittingProcess(installation, kill * APART);
            await application.reach(randomInt(MOST));
            await application.kill();
            expect(application.errors).toBe("");
            expect(application.refused).toEqual([]);

            const operator = await installation.open();
            const { acknowledged, checkpoint } = application;
            expect(await brokenSubmissions(operator, acknowledged), `kill ${kills}`).toEqual([]);
            expect(await brokenJournal(operator, checkpoint), `kill ${kills}`).toEqual([]);
            await operator.close();
            for (const [reference, number] of acknowledged) everything.set(reference, number);
            first ??= checkpoint;
          }
          const operator = await installation.open();
          await expect.poll(() => unplaced(operator), { timeout: 20_000, interval: 200 }).toBe(0);
          expect(await brokenSubmissions(operator, everything)).toEqual([]);
          expect(await brokenJournal(operator, first)).toEqual([]);
          expect((await operator.journal.checkpoint()).origin).toBe("itsectr.upheld/journal");
          acknowledgedInAll += everything.size;
        } finally {
          await installation.remove();
        }
      }
      expect(acknowledgedInAll).toBeGreaterThan(kills);
    },
    180_000 * Math.ceil(rounds(USUAL) / KILLS),
  );
});
