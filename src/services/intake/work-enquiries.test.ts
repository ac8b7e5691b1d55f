import { afterAll, beforeAll, describe, expect, test } from "vitest";
import {
  type OpenedOperator,
  type TestInstallation,
  temporaryInstallation,
} from "../../../test/installation.ts";
import { permitFor } from "../../../test/permits.ts";
import { proofFor } from "../../../test/proofs.ts";
import { keeps } from "../../../test/keeps.ts";
import { giveConsent } from "../../people/consents/index.ts";
import { addStaff, staffByLogin } from "../../people/staff/index.ts";
import { sha256Hex } from "../../platform/crypto/index.ts";
import type { Address } from "../../platform/http/index.ts";
import type { Reader, Transaction } from "../../platform/store/index.ts";
import { canonicalJson, type Form } from "../../policy/index.ts";
import { verifyReceipt } from "../../trust/journal/index.ts";
import { answerEnquiry, type Worker } from "./answer-enquiry.ts";
import { closeEnquiry, reopenEnquiry } from "./close-enquiry.ts";
import { confirmSubmission } from "./confirm-submission.ts";
import { sweepAllowances } from "./form-allowance.ts";
import { enquiriesDue, listEnquiries } from "./list-enquiries.ts";
import { openEnquiry } from "./open-enquiry.ts";
import type { Submission } from "./submission.ts";
import { submitForm } from "./submit-form.ts";

const PURPOSES = ["inquiry-handling"];

describe.each(["sqlite", "postgres"] as const)("%s", (engine) => {
  let installation: TestInstallation;
  let operator: OpenedOperator;
  let form: Form;
  let anna: Worker;
  let networks = 0;

  beforeAll(async () => {
    installation = await temporaryInstallation(engine);
    operator = await installation.open();
    form = operator.policy.forms.find(({ code }) => code === "feedback") as Form;
    anna = await operator.store.transaction(async (tx) => {
      const operations = ["extract", "use", "record"] as const;
      const authorisations = [{ purpose: "inquiry-handling", operations }];
      const by = { kind: "system", id: "cli:staff" } as const;
      await addStaff(tx, by, { login: "anna", name: "Anna Example", authorisations }, operator);
      return staffByLogin(tx, "anna", operator.vault);
    });
  });
  afterAll(() => installation.remove());

  /** An address of its own for each, of the block that is kept for documentation (RFC 3849). */
  const address = (): Address => {
    const bytes = new Uint8Array(16);
    bytes.set([0x20, 0x01, 0x0d, 0xb8, 0, ++networks]);
    return { family: 6, bytes, text: `2001:db8:${networks.toString(16)}::` };
  };
  const sending = async (given: Partial<Submission> & { message?: string } = {}): Promise<Submission> => {
    const { message = "Hello", ...rest } = given;
    const policy = sha256Hex(Buffer.from(canonicalJson(operator.policy)));
    const shown = { policy, document: form.document, language: "en", form: form.code } as const;
    const token = operator.publication.shownToken({ ...shown, at: operator.clock.now() });
    return {
      form,
      policy: operator.policy,
      language: "en",
      token,
      fields: new Map(Object.entries({ name: ["Anna"], email: ["anna@example.org"], message: [message] })),
      consents: [],
      topic: "general",
      trap: "",
      proof: await proofFor(operator, token),
      client: address(),
      ...rest,
    };
  };
  const receive = async (given: Parameters<typeof sending>[0] = {}, parts = operator) => {
    const outcome = await submitForm(await sending(given), parts);
    if (outcome.outcome !== "received") throw new Error(outcome.outcome);
    return outcome.receipt;
  };
  const unit = <T>(act: (tx: Transaction) => Promise<T>) => operator.store.transaction(act);
  const opened = async (reference: string) => {
    const found = await unit((tx) => openEnquiry(tx, anna, reference, operator));
    if (!("enquiry" in found)) throw new Error(found.refusal.code);
    return found.enquiry;
  };
  const listed = async (status?: "open" | "unconfirmed") =>
    (
      await operator.store.read((reader) =>
        listEnquiries(reader, PURPOSES, { limit: 1000, ...(status === undefined ? {} : { status }) }),
      )
    ).map(({ reference }) => reference);
  /** Uses the link that the acknowledgement mails. */
  const confirm = async (reference: string) => {
    const { confirmation } = await operator.store.read((reader) =>
      reader
        .query<{ enquiry: { reference: string; confirmation: string } }>()
        .selectFrom("enquiry")
        .select("confirmation")
        .where("reference", "=", reference)
        .executeTakeFirstOrThrow(),
    );
    return confirmSubmission(
      { token: operator.links.sign("confirm", confirmation), addressOnly: false },
      operator,
    );
  };
  const answersQueued = async () => {
    const rows = await operator.store.read((reader) =>
      reader.query<{ message: { template: string } }>().selectFrom("message").select("template").execute(),
    );
    return rows.filter(({ template }) => template === "enquiry-answered").length;
  };

  test("the receipt verifies; the same sending again gets a receipt of the same entry", async () => {
    const sent = await sending();
    const texts: string[] = [];
    for (let times = 0; times < 2; times++) {
      const outcome = await submitForm(sent, operator);
      if (outcome.outcome !== "received") throw new Error(outcome.outcome);
      texts.push(outcome.receipt.text);
    }
    const statements = texts.map((text) => verifyReceipt(text, { key: operator.journal.verifierKey }));
    for (const { verdict } of statements) expect(verdict).not.toBe("unsound");
    expect(texts[0]?.split("\n").slice(0, 4)).toEqual(texts[1]?.split("\n").slice(0, 4));
  });

  test("without a proof it is held: no list but the unconfirmed shows it, and its link releases it", async () => {
    const { reference, held } = await receive({ proof: null });
    expect(held).toBe(true);
    expect(await listed()).not.toContain(reference);
    expect(await listed("unconfirmed")).toContain(reference);
    const answering = unit((tx) => answerEnquiry(tx, anna, reference, "Hello", operator));
    await expect(answering).rejects.toMatchObject({ code: "enquiry-held" });
    await confirm(reference);
    expect(await listed()).toContain(reference);
    expect(await listed("unconfirmed")).not.toContain(reference);
  });

  test(
    "itsectr-privacy/3.2.3: an answer waits until the address is confirmed, then goes once",
    keeps("address-confirmation", "itsectr-privacy/3.2.3", "img-privacy/3.2"),
    async () => {
      const { reference } = await receive();
      const before = await answersQueued();
      const done = await unit((tx) => answerEnquiry(tx, anna, reference, " On Monday.\r\n", operator));
      expect(done).toMatchObject({ mailed: false });
      expect(await answersQueued()).toBe(before);
      await confirm(reference);
      await confirm(reference);
      expect(await answersQueued()).toBe(before + 1);
      const enquiry = await opened(reference);
      expect(enquiry.status).toBe("answered");
      expect(enquiry.answers.map(({ text }) => text)).toEqual(["On Monday."]);
    },
  );

  test(
    "itsectr-privacy/4.1.1: closing starts the retention clock, reopening stops it; both are journalled",
    keeps("enquiry-case", "itsectr-privacy/4.1.1"),
    async () => {
      const { reference } = await receive();
      const due = () =>
        operator.store.read((reader) => enquiriesDue(reader, PURPOSES, operator.clock.now(), 999));
      expect((await due()).map((item) => item.reference)).toContain(reference);
      expect(await unit((tx) => closeEnquiry(tx, anna, reference, operator))).toMatchObject({
        repeated: false,
      });
      expect((await due()).map((item) => item.reference)).not.toContain(reference);
      const closed = await opened(reference);
      expect(closed.closedAt).not.toBeNull();
      const answering = unit((tx) => answerEnquiry(tx, anna, reference, "Hello", operator));
      await expect(answering).rejects.toMatchObject({ code: "enquiry-closed" });
      await unit((tx) => reopenEnquiry(tx, anna, reference, operator));
      const reopened = await opened(reference);
      expect([reopened.status, reopened.closedAt]).toEqual(["open", null]);
      const events = reopened.entries.map(({ entry }) => entry.event);
      expect(events).toEqual(expect.arrayContaining(["enquiry-closed", "enquiry-reopened"]));
    },
  );

  test("itsectr-privacy/1.1.1: who may not record does not answer, and nothing of the text stays", async () => {
    const { reference } = await receive();
    const nobody = { kind: "staff", id: "00000000-0000-4000-8000-000000000000" } as const;
    const done = await unit((tx) => answerEnquiry(tx, nobody, reference, "Hello", operator));
    expect(done).toMatchObject({ refusal: { code: "not-authorised" } });
    expect((await opened(reference)).answers).toEqual([]);
  });

  test("itsectr-privacy/1.1.1: how an enquiry stands, who may not work it does not learn, and each try is journalled", async () => {
    const nobody = { kind: "staff", id: "00000000-0000-4000-8000-000000000001" } as const;
    const open = (await receive()).reference;
    const closed = (await receive()).reference;
    await unit((tx) => closeEnquiry(tx, anna, closed, operator));
    const held = (await receive({ proof: null })).reference;
    for (const reference of [open, closed, held]) {
      for (const attempt of [closeEnquiry, reopenEnquiry]) {
        const tried = await unit((tx) => attempt(tx, nobody, reference, operator));
        expect(tried).toMatchObject({ refusal: { code: "not-authorised" } });
      }
      const answered = await unit((tx) => answerEnquiry(tx, nobody, reference, "Hello", operator));
      expect(answered).toMatchObject({ refusal: { code: "not-authorised" } });
      const { status, answers, entries } = await opened(reference);
      expect([status, answers]).toEqual([reference === closed ? "closed" : "open", []]);
      const refused = entries.filter(({ entry }) => entry.actor.id === nobody.id);
      expect(refused.map(({ entry }) => entry.decision?.allowed)).toEqual([false, false, false]);
    }
  });

  test("itsectr-privacy/1.1.1: beside an enquiry stands what is for the reader's purposes, and what was ticked with it", async () => {
    const { reference, receivedAt } = await receive({ consents: ["offers"] });
    await confirm(reference);
    // The person consents once more, later and elsewhere.
    await expect.poll(() => operator.clock.now()).toBeGreaterThan(receivedAt);
    const { subject, shard_key: shardKey } = await operator.store.read((reader) =>
      reader
        .query<{ enquiry: { reference: string; subject: string; shard_key: string } }>()
        .selectFrom("enquiry")
        .select(["subject", "shard_key"])
        .where("reference", "=", reference)
        .executeTakeFirstOrThrow(),
    );
    const [consent] = operator.policy.consents;
    if (consent === undefined) throw new Error("No consent.");
    const shown = { policy: "0".repeat(64), language: "en", channel: "elsewhere", form: form.code };
    await unit((tx) =>
      giveConsent(
        tx,
        permitFor(tx, "collect", subject),
        { subject, shardKey, consent, ...shown, shown: Buffer.from("elsewhere") },
        operator,
      ),
    );

    const purposesOf = ({ entries }: Awaited<ReturnType<typeof opened>>) =>
      new Set(entries.map(({ entry }) => entry.purpose));
    const forAnna = await opened(reference);
    expect(purposesOf(forAnna)).toEqual(new Set(["inquiry-handling", undefined]));
    expect(forAnna.entries.map(({ entry }) => entry.event)).toContain("acceptance-recorded");
    expect(forAnna.consents).toMatchObject([{ consent: "offers", channel: form.code }]);
    expect(forAnna.consents[0]?.confirmedAt).not.toBeNull();

    const vera = await unit(async (tx) => {
      const authorisations = PURPOSES.concat("offers").map((purpose) => ({
        purpose,
        operations: ["extract"] as const,
      }));
      const by = { kind: "system", id: "cli:staff" } as const;
      await addStaff(tx, by, { login: "vera", name: "Vera Example", authorisations }, operator);
      return staffByLogin(tx, "vera", operator.vault);
    });
    const forVera = await unit((tx) => openEnquiry(tx, vera, reference, operator));
    if (!("enquiry" in forVera)) throw new Error(forVera.refusal.code);
    expect(purposesOf(forVera.enquiry)).toEqual(new Set(["inquiry-handling", "offers", undefined]));
  });

  test(
    "itsectr-privacy/3.2.5: what the scan meets is flagged by kind alone, and found again for staff",
    keeps("free-text-scan", "itsectr-privacy/3.2.5"),
    async () => {
      const { reference } = await receive({ message: "СНИЛС 112-233-445 95, мой диагноз известен" });
      const enquiry = await opened(reference);
      expect(enquiry.flags).toEqual(["document-number", "special-category"]);
      expect(enquiry.spots.map(({ kind }) => kind)).toEqual(expect.arrayContaining(["snils", "health"]));
    },
  );

  test("itsectr-privacy/3.2.5: where free text is off, the field is refused as undeclared", async () => {
    const policy = { ...operator.policy, freeText: "off" } as const;
    const outcome = await submitForm(await sending({ policy }), operator);
    expect(outcome.outcome === "fields-refused" && outcome.problems.get("message")).toBe("undeclared");
  });

  test("itsectr-privacy/2.1, T03: sending accepts the policy and consents to nothing; a ticked box is given, not in force", async () => {
    const plain = await opened((await receive()).reference);
    expect(plain.consents).toEqual([]);
    expect(plain.entries.map(({ entry }) => entry.event)).toContain("acceptance-recorded");
    const ticked = await opened((await receive({ consents: ["offers"] })).reference);
    expect(ticked.consents).toMatchObject([{ consent: "offers", confirmedAt: null }]);
  });

  test("one more than the allowance of a network is refused, in whichever address of it, and counts nothing", async () => {
    const forms = { ...operator.forms, perHour: 3 };
    const parts = { ...operator, forms };
    const client = address();
    // Another of the 256 networks that one customer may have been given (RFC 6177).
    const neighbour = {
      ...client,
      bytes: new Uint8Array([...client.bytes.subarray(0, 7), 7, ...Array(8).fill(7)]),
    };
    const outcomes = await Promise.allSettled(
      Array.from({ length: 8 }, (_, i) => receive({ client: i % 2 === 0 ? client : neighbour }, parts)),
    );
    expect(outcomes.filter(({ status }) => status === "fulfilled")).toHaveLength(3);
    const refused = outcomes.flatMap((outcome) => (outcome.status === "rejected" ? [outcome.reason] : []));
    expect(new Set(refused.map(({ code }) => code))).toEqual(new Set(["too-many"]));
    for (const { retryAfter } of refused) expect(retryAfter).toBeGreaterThan(1000);
    await receive({ client: address() }, parts);
  });

  test("no mailbox is flooded: beyond a few an hour a form with its address is refused, whoever sends it", async () => {
    const parts = { ...operator, forms: { ...operator.forms, perHourUnproven: 3 } };
    const to = (email: string) =>
      receive(
        { fields: new Map(Object.entries({ name: ["Anna"], email: [email], message: ["Hello"] })) },
        parts,
      );
    const spelled = ["victim@example.org", "Victim+a@example.org", "vic.tim+b@EXAMPLE.org"];
    for (const email of spelled) await to(email);
    for (const email of [...spelled, "victim+c@example.org"]) {
      await expect(to(email)).rejects.toMatchObject({ code: "too-many" });
    }
    await to("somebody.else@example.org");
  });

  test("no journal is flooded by being refused: whoever has no name is counted, and leaves no entry of their own", async () => {
    const entries = async () => {
      await operator.journal.sequencer.drain();
      const db = (reader: Reader) => reader.query<{ journal_entry: { id: string } }>();
      const rows = await operator.store.read((reader) =>
        db(reader).selectFrom("journal_entry").select("id").execute(),
      );
      return rows.length;
    };
    const before = await entries();
    for (let i = 0; i < 5; i++) {
      const outcome = await submitForm(await sending({ token: "forged", proof: null }), operator);
      expect(outcome.outcome).toBe("refused");
    }
    expect(await entries()).toBe(before);
  });

  test("no address is at rest in an allowance, and what is whole again is swept away", async () => {
    const rows = () =>
      operator.store.read((reader) =>
        reader
          .query<{ form_allowance: { network: Uint8Array } }>()
          .selectFrom("form_allowance")
          .selectAll()
          .execute(),
      );
    await receive();
    for (const { network } of await rows()) expect(network).toHaveLength(32);
    await unit((tx) =>
      tx
        .query<{ form_allowance: { whole_at: number } }>()
        .updateTable("form_allowance")
        .set({ whole_at: 1 })
        .execute(),
    );
    expect(await unit(sweepAllowances)).toBeGreaterThan(0);
    expect(await rows()).toEqual([]);
  });

  test("nothing of a refused sending stays: trap, forged proof, too soon", async () => {
    const before = [...(await listed()), ...(await listed("unconfirmed"))].length;
    const refusals: [Partial<Submission>, string][] = [
      [{ trap: "x" }, "trap-filled"],
      [{ proof: "AAAA" }, "proof-forged"],
      [{ proof: await proofFor(operator, "another token") }, "proof-of-another-form"],
    ];
    for (const [given, code] of refusals) await expect(receive(given)).rejects.toMatchObject({ code });
    const slow = { ...operator, forms: { ...operator.forms, minimumAge: 60_000 } };
    await expect(receive({ proof: null }, slow)).rejects.toMatchObject({ code: "too-fast" });
    expect([...(await listed()), ...(await listed("unconfirmed"))]).toHaveLength(before);
  });
});
