import { sql } from "kysely";
import { afterAll, beforeAll, expect, test } from "vitest";
import type { OpenedOperator } from "../../src/open-operator.ts";
import { startConsole } from "../console-site.ts";
import { type TestInstallation, temporaryInstallation } from "../installation.ts";
import { openActs } from "./acts-under-fault.ts";
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

async function pragma(text: string, { store } = operator): Promise<number> {
  const { rows } = await store.transaction((tx) =>
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

test("on a full disk a form, an answer of staff and a version are each refused by name, and go through when there is space", async () => {
  const own = await temporaryInstallation("sqlite");
  const opened = await own.open({ operators: own.operators });
  const site = await startConsole(opened);
  try {
    const reached = { port: site.port, host: "site.localhost", origin: "http://site.localhost" };
    const acts = await openActs(reached, own, opened);
    await opened.journal.sequencer.drain();
    await fill(opened, await pragma("page_count", opened));
    await acts.refused("store-full");
    await pragma("max_page_count = 1000000", opened);
    await acts.done(opened);
    await opened.journal.sequencer.drain();
    expect(await brokenJournal(opened)).toEqual([]);
  } finally {
    await site.served.close();
    await own.remove();
  }
});

/** Takes what is free within the pages that there are, in ever smaller pieces. */
async function fill(opened: OpenedOperator, pages: number): Promise<void> {
  const { store } = opened;
  await store.transaction((tx) => sql`create table ballast (bytes blob)`.execute(tx.query()));
  await pragma(`max_page_count = ${pages + 8}`, opened);
  for (let size = 65_536; size >= 16; size = Math.floor(size / 2)) {
    const put = () =>
      store.transaction((tx) => sql`insert into ballast values (zeroblob(${size}))`.execute(tx.query()));
    while (
      await put().then(
        () => true,
        () => false,
      )
    );
  }
}
