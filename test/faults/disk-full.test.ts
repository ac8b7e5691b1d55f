import { sql } from "kysely";
import { afterAll, beforeAll, expect, test } from "vitest";
import type { OpenedOperator } from "../../src/open-operator.ts";
import { type TestInstallation, temporaryInstallation } from "../installation.ts";
import { brokenJournal, brokenSubmissions } from "./broken-submissions.ts";
import { startMail } from "./mail-beside.ts";
import { addReader } from "./submissions.ts";
import { Visitors } from "./visitors.ts";

let installation: TestInstallation;
let operator: OpenedOperator;
beforeAll(async () => {
  installation = await temporaryInstallation("sqlite");
  operator = await installation.open();
  await addReader(operator);
});
afterAll(() => installation.remove());

async function pragma(text: string): Promise<number> {
  const { rows } = await operator.store.transaction((tx) =>
    sql.raw<Record<string, number>>(`pragma ${text}`).execute(tx.query()),
  );
  return Object.values(rows[0] ?? {})[0] as number;
}

test("a full disk refuses forms by name, loses none that was acknowledged, and is used again when there is space", async () => {
  const stopMail = await startMail(operator);
  const visitors = new Visitors(operator, 1);
  try {
    await visitors.more(50);
    await pragma(`max_page_count = ${(await pragma("page_count")) + 40}`);
    await visitors.until(() => (visitors.told.get("store-full") ?? 0) >= 50);
    const whileFull = new Map(visitors.acknowledged);
    expect(await brokenSubmissions(operator, new Map())).toEqual([]);
    await pragma("max_page_count = 1000000");
    await visitors.more(50);
    await visitors.stop();

    expect([...visitors.told.keys()]).toEqual(["store-full"]);
    expect(await brokenSubmissions(operator, whileFull)).toEqual([]);
    expect(await brokenSubmissions(operator, visitors.acknowledged)).toEqual([]);
    expect(await brokenJournal(operator, visitors.checkpoint)).toEqual([]);
    expect(await visitors.storedAllTheSame(), "told that nothing was stored").toBe(0);
  } finally {
    await stopMail();
  }
});
