import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { type ConfirmableSending, rowCounts, sendConfirmable } from "../../../test/confirmable-sending.ts";
import {
  type OpenedOperator,
  type TestInstallation,
  temporaryInstallation,
} from "../../../test/installation.ts";
import { permitFor } from "../../../test/permits.ts";
import {
  consentSource,
  consentsInForce,
  consentsSchema,
  consentsOf,
  withdrawConsent,
} from "../../people/consents/index.ts";
import { actorFacts } from "../../people/staff/index.ts";
import {
  findSubject,
  readSubject,
  samePerson,
  separateSubjects,
  subjectFacts,
  subjectsSchema,
} from "../../people/subjects/index.ts";
import { ManualClock } from "../../platform/clock/index.ts";
import { LinkTokens } from "../../platform/crypto/index.ts";
import { createWorker } from "../../platform/jobs/index.ts";
import { smtpTransport, startDevelopmentMailbox } from "../../platform/mail/index.ts";
import type { Pseudonym } from "../../platform/store/index.ts";
import { createGate, type Gate } from "../../trust/gate/index.ts";
import { journalSchema, listEntries } from "../../trust/journal/index.ts";
import { policyFacts, shownFacts } from "../../trust/publication/index.ts";
import { vaultSchema } from "../../trust/vault/index.ts";
import { messagesSchema, type NewMessage, queueMessage, SENDER, sendMessages } from "../messages/index.ts";
import { answersToSend } from "./answers-to-send.ts";
import { confirmSubmission, readConfirmation } from "./confirm-submission.ts";
import { intakeSchema } from "./enquiry.table.ts";

const DAY = 24 * 60 * 60 * 1000;
const TABLES = [
  consentsSchema,
  intakeSchema,
  journalSchema,
  messagesSchema,
  subjectsSchema,
  vaultSchema,
].flatMap(({ tables }) => tables.map(({ name }) => name));

describe.each(["sqlite", "postgres"] as const)("%s", (engine) => {
  let installation: TestInstallation;
  let operator: OpenedOperator;
  /** The operator's gate, were its sender authorised to write under `offers`, as a newsletter's will be. */
  let gate: Gate;
  let clock: ManualClock;
  let people = 0;

  beforeAll(async () => {
    installation = await temporaryInstallation(engine);
    clock = new ManualClock(Date.parse("2026-11-22T12:00:00Z"));
    operator = await installation.open({ clock });
    const { journal, publication, statutory } = operator;
    gate = createGate({
      journal,
      statutory,
      sources: [
        policyFacts(publication),
        shownFacts(publication),
        actorFacts([
          { id: SENDER.id, purpose: "offers", operations: ["use"] },
          { id: "test:staff", purpose: "rights", operations: ["unlink"] },
        ]),
        subjectFacts(consentSource(publication)),
      ],
    });
  });
  afterAll(() => installation.remove());

  const newAddress = () => `person-${++people}@example.org`;
  const confirm = ({ token }: Pick<ConfirmableSending, "token">, addressOnly = false) =>
    confirmSubmission({ token, addressOnly }, operator);
  const look = ({ token }: Pick<ConfirmableSending, "token">) =>
    operator.store.read((reader) =>
      readConfirmation(reader, { token, at: clock.now(), language: "en", policy: operator.policy }, operator),
    );
  const withdraw = (subject: Pseudonym) =>
    operator.store.transaction((tx) => withdrawConsent(tx, subject, "offers", operator));
  const inForce = (subject: Pseudonym) =>
    operator.store.read((reader) => consentsInForce(reader, subject, operator.policy));
  /** May a letter with an offer go to this person now? */
  const mayWrite = async (subject: Pseudonym) => {
    const ruling = await operator.store.transaction((tx) =>
      gate.ask(tx, {
        actor: SENDER,
        purpose: "offers",
        operation: "use",
        subjects: [subject],
        attributes: ["email"],
      }),
    );
    return ruling.allowed ? "yes" : ruling.refusal.code;
  };
  const readUnder = (subject: Pseudonym, purpose: string) =>
    operator.store.transaction((tx) =>
      readSubject(
        tx,
        permitFor(tx, "extract", subject, ["name", "email", "message"], purpose),
        subject,
        ["name", "email", "message"],
        operator.vault,
      ),
    );
  const holderOf = (email: string) =>
    operator.store.read((reader) => findSubject(reader, "email", email, operator.vault));
  const eventsOf = async (subject: Pseudonym) => {
    const entries = await operator.store.read((reader) => listEntries(reader, subject, 50));
    return entries.map(({ entry }) => entry.event).toSorted();
  };

  describe("itsectr-privacy/4.1.2: a consent is relied on from its confirmation to its withdrawal", () => {
    test("unconfirmed the gate refuses it, confirmed it passes, withdrawn it is refused at once", async () => {
      const sending = await sendConfirmable(operator);
      expect(await mayWrite(sending.subject)).toBe("consent-missing");
      expect(await confirm(sending)).toEqual({ outcome: "confirmed", repeated: false });
      expect(await mayWrite(sending.subject)).toBe("yes");
      expect(await withdraw(sending.subject)).toHaveLength(1);
      expect(await mayWrite(sending.subject)).toBe("consent-missing");
      expect(await eventsOf(sending.subject)).toEqual(
        expect.arrayContaining([
          "address-verified",
          "consent-confirmed",
          "consent-given",
          "consent-withdrawn",
        ]),
      );
    });

    test("a box that nobody ticked is no consent, however often the address is confirmed", async () => {
      const sending = await sendConfirmable(operator, { consents: [], email: newAddress() });
      await confirm(sending);
      expect(await mayWrite(sending.subject)).toBe("consent-missing");
      expect(await operator.store.read((reader) => consentsOf(reader, sending.subject))).toEqual([]);
    });

    test("what it names passes to its purpose with a key of its own, verified where the address is", async () => {
      const email = newAddress();
      const sending = await sendConfirmable(operator, { email });
      expect(await readUnder(sending.subject, "offers")).toEqual([]);
      await confirm(sending);
      const taken = await readUnder(sending.subject, "offers");
      expect(
        taken.map(({ attribute, value, verificationStatus }) => [attribute, value, verificationStatus]),
      ).toEqual([
        ["name", "Anna Example", "unverified"],
        ["email", email, "verified"],
      ]);
      expect(
        (await readUnder(sending.subject, "inquiry-handling")).map(({ attribute }) => attribute),
      ).toEqual(["name", "email", "message"]);
      const collections = await operator.store.read((reader) =>
        reader
          .query<{ subject_collection: Record<"subject" | "scope" | "purpose" | "basis" | "rule", string> }>()
          .selectFrom("subject_collection")
          .select(["scope", "purpose", "basis", "rule"])
          .where("subject", "=", sending.subject)
          .orderBy("purpose")
          .execute(),
      );
      expect(collections).toMatchObject([
        { purpose: "inquiry-handling", basis: "legitimateInterest", rule: "enquiries" },
        { purpose: "offers", basis: "consent", rule: "mailings" },
      ]);
      expect(new Set(collections.map(({ scope }) => scope)).size).toBe(2);
    });

    test("the address alone can be confirmed, and the consents later by the same link", async () => {
      const sending = await sendConfirmable(operator, { email: newAddress() });
      await confirm(sending, true);
      expect(await look(sending)).toMatchObject({ confirmed: true, inForce: [], waiting: [{}] });
      expect(await mayWrite(sending.subject)).toBe("consent-missing");
      expect(await confirm(sending)).toEqual({ outcome: "confirmed", repeated: true });
      expect(await look(sending)).toMatchObject({ inForce: [{ consent: "offers" }], waiting: [] });
    });

    test("T13: a policy that asks for more, or for another purpose, is not covered by what was given", async () => {
      const sending = await sendConfirmable(operator, { email: newAddress() });
      await confirm(sending);
      const under = (changed: object) =>
        operator.store.read((reader) =>
          consentsInForce(reader, sending.subject, {
            consents: operator.policy.consents.map((consent) => ({ ...consent, ...changed })),
          }),
        );
      expect(await under({})).toEqual(["offers"]);
      expect(await under({ attributes: ["email"] })).toEqual(["offers"]);
      expect(await under({ attributes: ["name", "email", "phone"] })).toEqual([]);
      expect(await under({ purpose: "newsletter" })).toEqual([]);
      expect(await under({ code: "other" })).toEqual([]);
    });

    test("152-FZ 21(1): under a block the address is proven, and nothing passes to another purpose", async () => {
      const sending = await sendConfirmable(operator, { email: newAddress() });
      await operator.store.transaction((tx) =>
        tx
          .query<{ subject: { id: string; blocked: string } }>()
          .updateTable("subject")
          .set({ blocked: '["*"]' })
          .where("id", "=", sending.subject)
          .execute(),
      );
      expect(await confirm(sending)).toEqual({ outcome: "confirmed", repeated: false });
      expect(await readUnder(sending.subject, "offers")).toEqual([]);
      expect(await mayWrite(sending.subject)).toBe("blocked");
    });

    test("a withdrawal waits for a unit that rests on the consent, and no later unit rests on it", async () => {
      const { subject, ...sending } = await sendConfirmable(operator, { email: newAddress() });
      await confirm(sending);
      const order: string[] = [];
      let asked = () => {};
      const untilAsked = new Promise<void>((resolve) => (asked = resolve));
      const request = {
        actor: SENDER,
        purpose: "offers",
        operation: "use",
        subjects: [subject],
        attributes: ["email"],
      } as const;
      const resting = operator.store.transaction(async (tx) => {
        expect(await gate.ask(tx, request)).toMatchObject({ allowed: true });
        asked();
        await new Promise((resolve) => setTimeout(resolve, 150));
        order.push("the unit has ended");
      });
      await untilAsked;
      const withdrawing = withdraw(subject).then(() => order.push("withdrawn"));
      await Promise.all([resting, withdrawing]);
      expect(order).toEqual(["the unit has ended", "withdrawn"]);
      expect(await mayWrite(subject)).toBe("consent-missing");
    });
  });

  test("152-FZ 9(2): a letter that was queued under a consent goes out while it holds, and nowhere once it is withdrawn", async () => {
    const mailbox = await startDevelopmentMailbox(operator);
    const transport = smtpTransport(mailbox);
    const { subject, ...sending } = await sendConfirmable(operator, { email: newAddress() });
    await confirm(sending);
    const { facts, shardKey } = await operator.store.read((reader) =>
      reader
        .query<{ message: { subject: Pseudonym; facts: NewMessage["facts"]; shard_key: Pseudonym } }>()
        .selectFrom("message")
        .select(["facts", "shard_key as shardKey"])
        .where("subject", "=", subject)
        .executeTakeFirstOrThrow(),
    );
    const queue = () =>
      operator.store.transaction((tx) =>
        queueMessage(
          tx,
          permitFor(tx, "use", subject, ["email"], "offers"),
          { subject, shardKey, template: "enquiry-acknowledged", purpose: "offers", language: "en", facts },
          operator,
        ),
      );
    const work = async () => {
      const link = (path: string) => `https://itsectr.example${path}`;
      const handlers = [
        sendMessages({ ...operator, gate, answers: answersToSend(operator), transport, link }),
      ];
      const worker = createWorker({ ...operator, queue: operator.jobs, handlers });
      await worker.runDue();
      await worker.stop();
    };
    try {
      // The acknowledgements of the other tests' sendings, which this gate does not let go.
      await work();
      expect(mailbox.list()).toEqual([]);

      await queue();
      await work();
      expect(mailbox.list()).toHaveLength(1);

      await queue();
      await withdraw(subject);
      await work();
      expect(mailbox.list()).toHaveLength(1);
      const entries = await operator.store.read((reader) => listEntries(reader, subject, 50));
      const reasons = entries.map(({ entry }) => entry.event === "mail-failed" && entry.details?.["reason"]);
      expect(reasons).toContain("consent-missing");
    } finally {
      transport.close();
      await mailbox.close();
    }
  });

  describe("itsectr-privacy/3.2.3: an address is proven by its mailed link alone", () => {
    test("typing somebody's address proves nothing and joins nobody, before and after they prove it", async () => {
      const email = newAddress();
      const typed = await sendConfirmable(operator, { email });
      expect(await holderOf(email)).toBeNull();
      const owner = await sendConfirmable(operator, { email });
      await confirm(owner);
      const later = await sendConfirmable(operator, { email });
      expect(await holderOf(email)).toBe(owner.subject);
      for (const { subject } of [typed, later]) {
        expect(await operator.store.read((reader) => samePerson(reader, subject))).toEqual([subject]);
        expect(await inForce(subject)).toEqual([]);
        const values = await readUnder(subject, "inquiry-handling");
        expect(new Set(values.map(({ verificationStatus }) => verificationStatus))).toEqual(
          new Set(["unverified"]),
        );
      }
    });

    test("looking at the link changes nothing in any table", async () => {
      const sending = await sendConfirmable(operator, { email: newAddress() });
      await operator.journal.sequencer.drain();
      const before = await rowCounts(operator, TABLES);
      expect(await look(sending)).toMatchObject({
        reference: sending.reference,
        confirmed: false,
        waiting: [{ consent: "offers" }],
      });
      expect(await rowCounts(operator, TABLES)).toEqual(before);
      expect(await holderOf("nobody@example.org")).toBeNull();
    });

    test("a forged link, one of another kind, of another operator, or to nowhere confirms nothing", async () => {
      const sending = await sendConfirmable(operator, { email: newAddress() });
      await operator.journal.sequencer.drain();
      const before = await rowCounts(operator, TABLES);
      const { keys } = operator.keyring;
      for (const token of [
        "",
        "x",
        `${sending.token}A`,
        operator.links.sign("withdraw", sending.confirmation),
        operator.links.sign("confirm", sending.subject),
        new LinkTokens("img", keys.token).sign("confirm", sending.confirmation),
      ]) {
        await expect(confirm({ token })).rejects.toMatchObject({ code: "confirm-link-unknown", status: 404 });
        await expect(look({ token })).rejects.toMatchObject({ code: "confirm-link-unknown" });
      }
      expect(await rowCounts(operator, TABLES)).toEqual(before);
    });

    test("after 14 days an unused link is refused, and a used one confirms nothing more", async () => {
      const unused = await sendConfirmable(operator, { email: newAddress() });
      const used = await sendConfirmable(operator, { email: newAddress() });
      clock.advance(14 * DAY - 1);
      await confirm(used, true);
      clock.advance(1);
      await expect(confirm(unused)).rejects.toMatchObject({ code: "confirm-link-expired", status: 410 });
      await expect(look(unused)).rejects.toMatchObject({ code: "confirm-link-expired" });
      expect(await confirm(used)).toEqual({ outcome: "confirmed", repeated: true });
      expect(await inForce(used.subject)).toEqual([]);
    });

    test("used twice, and many times at once, it takes effect once and answers the same", async () => {
      const email = newAddress();
      const sending = await sendConfirmable(operator, { email });
      const answers = await Promise.all(Array.from({ length: 6 }, () => confirm(sending)));
      expect(answers.filter((answer) => "repeated" in answer && !answer.repeated)).toHaveLength(1);
      expect(new Set(answers.map(({ outcome }) => outcome))).toEqual(new Set(["confirmed"]));
      await confirm(sending);
      const events = await eventsOf(sending.subject);
      expect(events.filter((event) => event === "consent-confirmed")).toHaveLength(1);
      expect(events.filter((event) => event === "address-verified")).toHaveLength(1);
      expect(await readUnder(sending.subject, "offers")).toHaveLength(2);
    });

    test("a link that is used again after the withdrawal brings nothing back", async () => {
      const sending = await sendConfirmable(operator, { email: newAddress() });
      await confirm(sending);
      await withdraw(sending.subject);
      await confirm(sending);
      expect(await inForce(sending.subject)).toEqual([]);
      const early = await sendConfirmable(operator, { email: newAddress() });
      await withdraw(early.subject);
      await confirm(early);
      expect(await inForce(early.subject)).toEqual([]);
    });

    test("an enquiry that waited for it goes to staff, and no other", async () => {
      const [sending, other] = [
        await sendConfirmable(operator, { email: newAddress() }),
        await sendConfirmable(operator),
      ];
      await confirm(sending);
      const held = async (reference: string) => {
        const row = await operator.store.read((reader) =>
          reader
            .query<{ enquiry: { reference: string; held: unknown; confirmed_at: number | null } }>()
            .selectFrom("enquiry")
            .select(["held", "confirmed_at"])
            .where("reference", "=", reference)
            .executeTakeFirstOrThrow(),
        );
        return [Boolean(row.held), row.confirmed_at];
      };
      expect(await held(sending.reference)).toEqual([false, clock.now()]);
      expect(await held(other.reference)).toEqual([true, null]);
    });
  });

  describe("itsectr-privacy/1.1.5: who proves the same address is the same person, and that can be undone", () => {
    test("at the same instant: one holds the identifier, the others are linked to them, no value moves", async () => {
      const email = newAddress();
      const sendings = await Promise.all(
        Array.from({ length: 4 }, () => sendConfirmable(operator, { email })),
      );
      const answers = await Promise.all(sendings.map((sending) => confirm(sending)));
      expect(new Set(answers.map(({ outcome }) => outcome))).toEqual(new Set(["confirmed"]));
      const leader = (await holderOf(email)) as Pseudonym;
      const everyone = sendings.map(({ subject }) => subject);
      expect(everyone).toContain(leader);
      for (const subject of everyone) {
        const group = await operator.store.read((reader) => samePerson(reader, subject));
        expect(group.toSorted()).toEqual(everyone.toSorted());
        expect(group[0]).toBe(leader);
        expect(await readUnder(subject, "inquiry-handling")).toHaveLength(3);
      }
    });

    test("a withdrawal reaches everything that the person gave, and separating ends with the row", async () => {
      const email = newAddress();
      const first = await sendConfirmable(operator, { email });
      const second = await sendConfirmable(operator, { email });
      await confirm(first);
      await confirm(second);
      expect([await inForce(first.subject), await inForce(second.subject)]).toEqual([["offers"], ["offers"]]);
      expect(await withdraw(first.subject)).toHaveLength(2);
      expect(await mayWrite(second.subject)).toBe("consent-missing");

      const separate = (by: "test:staff" | "test:nobody") =>
        operator.store.transaction((tx) =>
          separateSubjects(tx, { kind: "system", id: by }, second.subject, { gate }),
        );
      expect(await separate("test:nobody")).toMatchObject({ refusal: { code: "not-authorised" } });
      expect(await separate("test:staff")).toEqual({ separated: true });
      expect(await separate("test:staff")).toEqual({ separated: false });
      expect(await operator.store.read((reader) => samePerson(reader, second.subject))).toEqual([
        second.subject,
      ]);
      expect(await holderOf(email)).toBe(first.subject);
      expect(await readUnder(second.subject, "inquiry-handling")).toHaveLength(3);
    });
  });
});
