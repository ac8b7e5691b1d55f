import { sql } from "kysely";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { OpenedOperator } from "../../src/open-operator.ts";
import { type TestInstallation, temporaryInstallation } from "../installation.ts";
import { brokenSubmissions } from "./broken-submissions.ts";
import { addReader, openForm, send } from "./submissions.ts";

describe.each(["sqlite", "postgres"] as const)("the count that the fault tests rest on, %s", (engine) => {
  let installation: TestInstallation;
  let operator: OpenedOperator;
  beforeAll(async () => {
    installation = await temporaryInstallation(engine);
    operator = await installation.open();
    await addReader(operator);
  });
  afterAll(() => installation.remove());

  let number = 0;
  async function received(): Promise<{ reference: string; subject: string; sent: Map<string, number> }> {
    const outcome = await send(operator, await openForm(operator, ++number));
    if (outcome.outcome !== "received") throw new Error(outcome.outcome);
    const { reference } = outcome.receipt;
    const row = await operator.store.read((reader) =>
      reader
        .query<{ enquiry: { reference: string; subject: string } }>()
        .selectFrom("enquiry")
        .select("subject")
        .where("reference", "=", reference)
        .executeTakeFirstOrThrow(),
    );
    return { reference, subject: row.subject, sent: new Map([[reference, number]]) };
  }

  test("whole submissions are found whole", async () => {
    const { sent } = await received();
    expect(await brokenSubmissions(operator, sent)).toEqual([]);
  });

  test("an acknowledged one that is not there is found", async () => {
    expect(await brokenSubmissions(operator, new Map([["0000-0000", 1]]))).toContain(
      "0000-0000 was acknowledged and is gone",
    );
  });

  test.each([
    ["its enquiry", (subject: string) => sql`delete from enquiry where subject = ${subject}`],
    ["its person", (subject: string) => sql`delete from subject where id = ${subject}`],
    [
      "one of its values",
      (s: string) => sql`delete from subject_value where subject = ${s} and attribute = 'name'`,
    ],
    ["an index", (s: string) => sql`delete from subject_identifier where subject = ${s} and kind = 'email'`],
    ["its act of collection", (s: string) => sql`delete from subject_collection where subject = ${s}`],
    ["its key", (s: string) => sql`update vault_scope set wrapped_key = null where subject = ${s}`],
    ["its message", (subject: string) => sql`delete from message where subject = ${subject}`],
    [
      "its job",
      (s: string) =>
        sql`delete from job where shard_key in (select shard_key from message where subject = ${s})`,
    ],
    ["its journal entry", (s: string) => sql`delete from journal_entry where subject = ${s}`],
  ])("one that has lost %s is found, and nothing else is named", async (_, deletion) => {
    await operator.journal.sequencer.drain();
    const before = await brokenSubmissions(operator, new Map());
    const { reference, subject, sent } = await received();
    await operator.journal.sequencer.drain();
    await operator.store.transaction((tx) => deletion(subject).execute(tx.query()));
    const found = (await brokenSubmissions(operator, sent)).filter((words) => !before.includes(words));
    expect(found.length).toBeGreaterThan(0);
    const message = /^the job of \S+ is alone$/u;
    for (const words of found) {
      expect(words.includes(reference) || words.includes(subject) || message.test(words), words).toBe(true);
    }
  });

  test("one whose value does not open to what was sent is found", async () => {
    const { reference } = await received();
    const other = new Map([[reference, number + 1]]);
    expect(await brokenSubmissions(operator, other)).toContain(`${reference} opens to another name`);
  });
});
