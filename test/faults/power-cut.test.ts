import { randomInt } from "node:crypto";
import { rmSync } from "node:fs";
import { join } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { StoreError } from "../../src/platform/store/index.ts";
import { type TestInstallation, temporaryInstallation } from "../installation.ts";
import { brokenJournal, brokenSubmissions } from "./broken-submissions.ts";
import { APART, rounds } from "./rounds.ts";
import { SubmittingProcess } from "./submitting-process.ts";
import { addReader } from "./submissions.ts";
import { copyAsPowerCutLeavesIt } from "./synced-frames.ts";

const CUTS = 5;
const MOST = 60;

let installation: TestInstallation;
beforeAll(async () => {
  installation = await temporaryInstallation("sqlite");
  const operator = await installation.open();
  await addReader(operator);
  await operator.close();
});
afterAll(() => installation.remove());

/** Runs the application, cuts its power, and says what is missing in what the disk has left. */
async function cutPower(
  cut: number,
  keep?: (synced: number) => number,
): Promise<{ readonly application: SubmittingProcess; readonly broken: string[] }> {
  const application = new SubmittingProcess(installation, cut * APART);
  const left = join(installation.folder, `left-by-cut-${cut}`);
  try {
    await application.reach(randomInt(1, MOST));
    await application.freeze();
    copyAsPowerCutLeavesIt(installation.data, left, "itsectr", keep);
  } finally {
    await application.kill();
  }
  const operator = await installation.open({ data: left });
  const broken = [
    ...(await brokenSubmissions(operator, application.acknowledged)),
    ...(await brokenJournal(operator, application.checkpoint)),
  ];
  await operator.close();
  rmSync(left, { recursive: true });
  return { application, broken };
}

test(
  "a power cut at any moment leaves what was acknowledged: no more than what SQLite has synced is needed",
  async () => {
    for (let cut = 0; cut < rounds(CUTS); cut++) {
      const { application, broken } = await cutPower(cut);
      expect(application.errors).toBe("");
      expect(application.synchronous, "pragma synchronous, full").toBe("2");
      expect(broken).toEqual([]);
    }
  },
  rounds(CUTS) * 10_000,
);

test("a cut that took synced frames too would be seen", async () => {
  const seen = await cutPower(rounds(CUTS), (synced) => Math.floor(synced / 4)).then(
    ({ application, broken }) => {
      expect(application.acknowledged.size).toBeGreaterThan(0);
      return broken.filter((words) => words.endsWith("was acknowledged and is gone"));
    },
    // Pages that a checkpoint had written already do not fit the frames that are left: SQLite says so itself.
    (error: unknown) => (error instanceof StoreError ? [error.code] : Promise.reject(error)),
  );
  expect(seen).not.toEqual([]);
  expect(seen.every((words) => words === "store-corrupt" || words.endsWith("is gone"))).toBe(true);
});
