import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { openForm, send, wordsOf } from "../../../test/faults/submissions.ts";
import {
  type OpenedOperator,
  type TestInstallation,
  temporaryInstallation,
} from "../../../test/installation.ts";
import { permitFor } from "../../../test/permits.ts";
import { createWorker } from "../../platform/jobs/index.ts";
import {
  type DevelopmentMailbox,
  smtpTransport,
  startDevelopmentMailbox,
} from "../../platform/mail/index.ts";
import type { Pseudonym } from "../../platform/store/index.ts";
import { sendMessages } from "./send-message.ts";

describe.each(["sqlite", "postgres"] as const)("%s", (engine) => {
  let installation: TestInstallation;
  let operator: OpenedOperator;
  let mailbox: DevelopmentMailbox;
  let reference: string;

  beforeEach(async () => {
    installation = await temporaryInstallation(engine);
    operator = await installation.open();
    mailbox = await startDevelopmentMailbox(operator);
    const outcome = await send(operator, await openForm(operator, 1));
    if (outcome.outcome !== "received") throw new Error(outcome.outcome);
    ({ reference } = outcome.receipt);
  });
  afterEach(async () => {
    await mailbox.close();
    await installation.remove();
  });

  /** Runs what is due; resolves with the state of the one message. */
  async function work(): Promise<{ sent: boolean; failed: boolean }> {
    const transport = smtpTransport(mailbox);
    const link = (path: string) => `https://itsectr.example${path}`;
    const worker = createWorker({
      ...operator,
      queue: operator.jobs,
      handlers: [sendMessages({ ...operator, transport, link })],
    });
    await worker.runDue();
    await worker.stop();
    transport.close();
    const row = await operator.store.read((reader) =>
      reader
        .query<{ message: { sent_at: number | null; failed_at: number | null } }>()
        .selectFrom("message")
        .selectAll()
        .executeTakeFirstOrThrow(),
    );
    return { sent: row.sent_at !== null, failed: row.failed_at !== null };
  }
  const person = async () => {
    const { subject, scope } = await operator.store.read((reader) =>
      reader
        .query<{ subject_collection: { subject: Pseudonym; scope: Pseudonym } }>()
        .selectFrom("subject_collection")
        .select(["subject", "scope"])
        .executeTakeFirstOrThrow(),
    );
    return { subject, scope };
  };
  const jobsLeft = () =>
    operator.store.read((reader) =>
      reader.query<{ job: { kind: string } }>().selectFrom("job").select("kind").execute(),
    );

  test("itsectr-privacy/3.2.3: an unconfirmed address gets an acknowledgement without content", async () => {
    expect(await work()).toEqual({ sent: true, failed: false });
    const [summary] = mailbox.list();
    const mail = mailbox.read(summary?.id ?? "");
    expect(mail?.text).toContain(reference);
    expect(mail?.text).toContain("\n— itsectr.upheld/journal ");
    expect(mail?.headers).toContainEqual({ name: "Auto-Submitted", value: "auto-generated" });
    for (const word of Object.values(wordsOf(1))) expect(mail?.text).not.toContain(word);
    const { subject } = await person();
    expect(mail?.text).not.toContain(subject);
    expect(await jobsLeft()).toEqual([]);
  });

  test("152-FZ 21(1): what was queued before a block does not go out under it", async () => {
    await operator.store.transaction((tx) =>
      tx.query<{ subject: { blocked: string } }>().updateTable("subject").set({ blocked: '["*"]' }).execute(),
    );
    expect(await work()).toEqual({ sent: false, failed: true });
    expect(mailbox.list()).toEqual([]);
    expect(await jobsLeft()).toEqual([]);
  });

  test("what was queued before an erasure finds no address, and is not tried again", async () => {
    const { subject, scope } = await person();
    await operator.store.transaction((tx) =>
      operator.vault.destroyScopes(tx, permitFor(tx, "destroy", subject), subject, [scope]),
    );
    expect(await work()).toEqual({ sent: false, failed: true });
    expect(mailbox.list()).toEqual([]);
    expect(await jobsLeft()).toEqual([]);
  });
});
