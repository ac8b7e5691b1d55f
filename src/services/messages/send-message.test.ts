import { once } from "node:events";
import { SMTPServer } from "smtp-server";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { addReader, openForm, READER, send, wordsOf } from "../../../test/faults/submissions.ts";
import {
  type OpenedOperator,
  type TestInstallation,
  temporaryInstallation,
} from "../../../test/installation.ts";
import { permitFor } from "../../../test/permits.ts";
import { addStaff, CLI, requestSignInLink, sendSignInLinks } from "../../people/staff/index.ts";
import { ManualClock } from "../../platform/clock/index.ts";
import { createWorker, listDeadJobs, retryDeadJob } from "../../platform/jobs/index.ts";
import {
  type DevelopmentMailbox,
  type ReceivedMessage,
  smtpTransport,
  startDevelopmentMailbox,
} from "../../platform/mail/index.ts";
import type { Pseudonym } from "../../platform/store/index.ts";
import { listEntries, verifyReceipt } from "../../trust/journal/index.ts";
import { answerEnquiry, answersToSend, confirmSubmission } from "../intake/index.ts";
import { queueMessage, sendMessages } from "./index.ts";
import type { MessageTables } from "./open-message.ts";

const ORIGIN = "https://itsectr.example:8443";
const HOUR = 3_600_000;

describe.each(["sqlite", "postgres"] as const)("%s", (engine) => {
  let installation: TestInstallation;
  let operator: OpenedOperator;
  let mailbox: DevelopmentMailbox;
  let clock: ManualClock;

  beforeEach(async () => {
    installation = await temporaryInstallation(engine);
    clock = new ManualClock(Date.UTC(2026, 10, 22, 12));
    operator = await installation.open({ clock });
    mailbox = await startDevelopmentMailbox(operator);
  });
  afterEach(async () => {
    await mailbox.close();
    await installation.remove();
  });

  /** A received enquiry, its acknowledgement waiting. */
  async function receive(number = 1, consents: readonly string[] = []) {
    const sending = await openForm(operator, number);
    const outcome = await send(operator, { ...sending, ...(consents.length === 0 ? {} : { consents }) });
    if (outcome.outcome !== "received") throw new Error(outcome.outcome);
    return outcome.receipt;
  }
  /** Runs what is due; the development mailbox is behind it, or whatever listens at a port. */
  async function work(port = mailbox.port): Promise<void> {
    const transport = smtpTransport({ host: mailbox.host, port });
    const worker = createWorker({
      ...operator,
      queue: operator.jobs,
      handlers: [
        sendMessages({
          ...operator,
          answers: answersToSend(operator),
          transport,
          link: (path, language) => `${ORIGIN}/${language}${path}`,
        }),
        sendSignInLinks({
          ...operator,
          queue: (tx, permit, mail) => queueMessage(tx, permit, mail, operator),
        }),
      ],
    });
    await worker.runDue();
    await worker.stop();
    transport.close();
  }
  const messages = async () => {
    const rows = await operator.store.read((reader) =>
      reader.query<MessageTables>().selectFrom("message").selectAll().orderBy("id").execute(),
    );
    return rows.map(({ sent_at, failed_at }) => ({ sent: sent_at !== null, failed: failed_at !== null }));
  };
  const received = (): ReceivedMessage[] =>
    mailbox
      .list()
      .map(({ id }) => mailbox.read(id) as ReceivedMessage)
      .reverse();
  const headerOf = (mail: ReceivedMessage | undefined, wanted: string) =>
    mail?.headers.find(({ name }) => name === wanted)?.value;
  const person = () =>
    operator.store.read((reader) =>
      reader
        .query<{ subject_collection: { subject: Pseudonym; scope: Pseudonym; purpose: string } }>()
        .selectFrom("subject_collection")
        .select(["subject", "scope"])
        .where("purpose", "=", "inquiry-handling")
        .executeTakeFirstOrThrow(),
    );
  const entriesOf = async (subject: Pseudonym, event: string) => {
    await operator.journal.sequencer.drain();
    const entries = await operator.store.read((reader) => listEntries(reader, subject, 50));
    return entries.filter(({ entry }) => entry.event === event).map(({ entry }) => entry.details);
  };
  const jobsLeft = () =>
    operator.store.read((reader) =>
      reader.query<{ job: { kind: string } }>().selectFrom("job").select("kind").execute(),
    );
  const tokenIn = (text: string, before: string) =>
    new RegExp(`${ORIGIN}/ru${before}([A-Za-z0-9_-]+)/\\n`, "u").exec(text)?.[1] ?? "";

  describe("an acknowledgement", () => {
    test("itsectr-privacy/3.2.3: says nothing of what was written to an address that nobody has confirmed", async () => {
      const { reference } = await receive();
      await work();
      expect(await messages()).toEqual([{ sent: true, failed: false }]);
      const [mail] = received();
      const { subject } = await person();
      const whole = JSON.stringify({
        ...mail,
        to: [],
        headers: mail?.headers.filter(({ name }) => name !== "To"),
      });
      expect(whole).toContain(reference);
      for (const typed of [...Object.values(wordsOf(1)), subject]) expect(whole).not.toContain(typed);
      expect(headerOf(mail, "Auto-Submitted")).toBe("auto-generated");
      expect(await jobsLeft()).toEqual([]);
    });

    test("carries a receipt that proves itself against the journal's own key", async () => {
      const { reference, receivedAt } = await receive();
      await work();
      const [attachment] = received()[0]?.attachments ?? [];
      expect(attachment?.name).toBe("receipt.txt");
      expect(verifyReceipt(attachment?.text ?? "", { key: operator.journal.verifierKey })).toMatchObject({
        verdict: "proven",
        says: { reference, receivedAt },
      });
    });

    test("links to the confirmation of this address, with a token that is stored nowhere", async () => {
      await receive();
      await work();
      const token = tokenIn(received()[0]?.text ?? "", "/confirm/");
      const id = operator.links.read("confirm", token);
      expect(id).not.toBeNull();
      expect(operator.links.read("sign-in", token)).toBeNull();
    });

    test("names what confirming brings into force, and nothing that was not ticked", async () => {
      await receive(1, ["offers"]);
      await receive(2);
      await work();
      const label = operator.policy.consents.find(({ code }) => code === "offers")?.label.ru ?? "";
      const [ticked, plain] = received().sort((a, b) =>
        a.text.includes(label) ? -1 : b.text.includes(label) ? 1 : 0,
      );
      expect(ticked?.text).toContain(label);
      expect(ticked?.text).toContain(`${ORIGIN}/ru/consents/offers/`);
      expect(plain?.text).not.toContain(label);
      expect(plain?.text).not.toContain("/consents/");
    });

    test("of a sending that is held says that nothing happens before the link is used", async () => {
      await receive();
      await operator.store.transaction(async (tx) => {
        const { facts } = await tx
          .query<MessageTables>()
          .selectFrom("message")
          .select("facts")
          .executeTakeFirstOrThrow();
        await tx
          .query<MessageTables>()
          .updateTable("message")
          .set({ facts: JSON.stringify({ ...facts, held: true }) as never })
          .execute();
      });
      await work();
      expect(received()[0]?.text).toContain("ничего не произойдёт, пока вы не подтвердите");
    });
  });

  describe("an answer", () => {
    async function answered(text: string) {
      const { reference } = await receive();
      await work();
      await addReader(operator);
      const staff = await operator.store.transaction((tx) =>
        addStaff(
          tx,
          CLI,
          {
            login: `${READER}-2`,
            name: "Vera Example",
            authorisations: [{ purpose: "inquiry-handling", operations: ["record"] }],
          },
          operator,
        ),
      );
      if ("refusal" in staff) throw new Error(staff.refusal.code);
      const token = tokenIn(received()[0]?.text ?? "", "/confirm/");
      await confirmSubmission({ token, addressOnly: false }, operator);
      const worker = { kind: "staff", id: staff.staff } as const;
      const done = await operator.store.transaction((tx) =>
        answerEnquiry(tx, worker, reference, text, operator),
      );
      if ("refusal" in done) throw new Error(done.refusal.code);
      return { reference, ...done };
    }

    test("goes out in the staff's own words, under the acknowledgement, and a reply reaches the operator", async () => {
      const text = "Здравствуйте, Анна!\n\nОтвечаем: да.\n.\nBcc: all@people.example";
      const { reference } = await answered(text);
      await work();
      const [first, mail] = received();
      expect(mail?.text).toContain(text);
      expect(mail?.subject).toContain(reference);
      expect(mail?.attachments).toEqual([]);
      expect(headerOf(mail, "Auto-Submitted")).toBeUndefined();
      const thread = headerOf(first, "Message-ID");
      expect(thread).toContain(reference);
      expect(headerOf(mail, "In-Reply-To")).toBe(thread);
      expect(headerOf(mail, "References")).toBe(thread);
      expect(headerOf(mail, "Reply-To")).toContain(operator.policy.operator.email);
      expect(mail?.to).toEqual([wordsOf(1).email]);
    });

    test("whose text was destroyed meanwhile is not sent", async () => {
      await answered("Ответ.");
      const { subject, scope } = await person();
      await operator.store.transaction((tx) =>
        operator.vault.destroyScopes(tx, permitFor(tx, "destroy", subject), subject, [scope]),
      );
      await work();
      expect(received()).toHaveLength(1);
      expect(await messages()).toContainEqual({ sent: false, failed: true });
    });
  });

  describe("a sign-in link", () => {
    const request = async () => {
      const added = await operator.store.transaction((tx) =>
        addStaff(
          tx,
          CLI,
          { login: "vera", name: "Vera Example", email: "vera@staff.example", authorisations: [] },
          operator,
        ),
      );
      if ("refusal" in added) throw new Error(added.refusal.code);
      await operator.store.transaction((tx) => requestSignInLink(tx, "vera", operator));
      return added.staff;
    };

    test("goes to the address of who works here, once, and is journalled under security", async () => {
      const staff = await request();
      await work();
      const [mail] = received();
      expect(mail?.to).toEqual(["vera@staff.example"]);
      expect(mail?.text).toMatch(new RegExp(`${ORIGIN}/(?:en|ru)/console/sign-in/[A-Za-z0-9_-]+/\\n`, "u"));
      expect(mail?.text).not.toContain("Vera");
      expect(await entriesOf(staff, "mail-sent")).toHaveLength(1);
    });

    test("that comes too late to be of use is not sent", async () => {
      const staff = await request();
      await mailbox.close();
      await work();
      clock.advance(16 * 60_000);
      mailbox = await startDevelopmentMailbox(operator);
      await work();
      expect(received()).toEqual([]);
      expect(await entriesOf(staff, "mail-failed")).toMatchObject([{ reason: "too-late" }]);
    });
  });

  describe("when something is wrong", () => {
    test("152-FZ 21(1): what was queued before a block does not go out under it", async () => {
      await receive();
      await operator.store.transaction((tx) =>
        tx
          .query<{ subject: { blocked: string } }>()
          .updateTable("subject")
          .set({ blocked: '["*"]' })
          .execute(),
      );
      await work();
      expect(await messages()).toEqual([{ sent: false, failed: true }]);
      expect(mailbox.list()).toEqual([]);
      expect(await jobsLeft()).toEqual([]);
    });

    test("what was queued before an erasure finds no address, and is not tried again", async () => {
      await receive();
      const { subject, scope } = await person();
      await operator.store.transaction((tx) =>
        operator.vault.destroyScopes(tx, permitFor(tx, "destroy", subject), subject, [scope]),
      );
      await work();
      expect(await messages()).toEqual([{ sent: false, failed: true }]);
      expect(mailbox.list()).toEqual([]);
      expect(await jobsLeft()).toEqual([]);
    });

    test("a mail server that is down and comes up again loses nothing and sends nothing twice", async () => {
      await receive();
      const { port } = mailbox;
      await mailbox.close();
      await work(port);
      expect(await messages()).toEqual([{ sent: false, failed: false }]);
      mailbox = await startDevelopmentMailbox(operator);
      clock.advance(HOUR);
      await work();
      await work();
      expect(await messages()).toEqual([{ sent: true, failed: false }]);
      expect(received()).toHaveLength(1);
    });

    test("a mail whose attempts are used up has failed; tried again by staff it goes, and is the same mail", async () => {
      const { reference } = await receive();
      const { subject } = await person();
      const { port } = mailbox;
      await mailbox.close();
      for (let attempt = 1; attempt <= 12; attempt++) {
        await work(port);
        clock.advance(2 * HOUR);
      }
      expect(await messages()).toEqual([{ sent: false, failed: true }]);
      expect(await entriesOf(subject, "mail-failed")).toMatchObject([{ reason: "mail-unreachable" }]);
      const [dead, ...others] = await operator.store.read((reader) => listDeadJobs(reader));
      if (dead === undefined) throw new Error("It is dead.");
      expect(others).toEqual([]);

      mailbox = await startDevelopmentMailbox(operator);
      await operator.store.transaction((tx) => retryDeadJob(tx, dead));
      await work();
      expect(await messages()).toEqual([{ sent: true, failed: false }]);
      expect(headerOf(received()[0], "Message-ID")).toContain(`<acknowledged-${reference}@`);
      expect(await entriesOf(subject, "mail-sent")).toHaveLength(1);
      expect(await jobsLeft()).toEqual([]);
    });

    test("a recipient whom the server refuses for good is not tried again", async () => {
      await receive();
      const { subject } = await person();
      const server = new SMTPServer({
        authOptional: true,
        disabledCommands: ["STARTTLS"],
        disableReverseLookup: true,
        onRcptTo: (_address, _session, done) => done(Object.assign(new Error("no"), { responseCode: 550 })),
      });
      server.on("error", () => undefined);
      const listening = server.listen(0, "127.0.0.1");
      await once(listening, "listening");
      const address = listening.address();
      await work(typeof address === "object" && address !== null ? address.port : 0);
      await new Promise((resolve) => server.close(() => resolve(null)));
      expect(await messages()).toEqual([{ sent: false, failed: true }]);
      expect(await entriesOf(subject, "mail-failed")).toMatchObject([{ reason: "smtp-550" }]);
      expect(await jobsLeft()).toEqual([]);
    });
  });
});
