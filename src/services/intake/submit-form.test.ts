import { afterAll, beforeAll, describe, expect, test } from "vitest";
import {
  type OpenedOperator,
  type TestInstallation,
  temporaryInstallation,
} from "../../../test/installation.ts";
import { proofFor } from "../../../test/proofs.ts";
import { keeps } from "../../../test/keeps.ts";
import { addStaff, staffByLogin } from "../../people/staff/index.ts";
import { sha256Hex } from "../../platform/crypto/index.ts";
import type { Reader } from "../../platform/store/index.ts";
import type { Form } from "../../policy/index.ts";
import { canonicalJson } from "../../policy/index.ts";
import { listEntries } from "../../trust/journal/index.ts";
import { openEnquiry } from "./open-enquiry.ts";
import type { Submission } from "./submission.ts";
import { submitForm } from "./submit-form.ts";

describe.each(["sqlite", "postgres"] as const)("%s", (engine) => {
  let installation: TestInstallation;
  let operator: OpenedOperator;
  let form: Form;

  beforeAll(async () => {
    installation = await temporaryInstallation(engine);
    operator = await installation.open();
    form = operator.policy.forms.find(({ code }) => code === "feedback") as Form;
  });
  afterAll(() => installation.remove());

  const token = () =>
    operator.publication.shownToken({
      policy: sha256Hex(Buffer.from(canonicalJson(operator.policy))),
      document: form.document,
      language: "en",
      form: form.code,
      at: Date.now(),
    });
  const fields = (changed: Record<string, string | string[]> = {}) =>
    new Map(
      Object.entries({ name: "Анна Пример", email: "anna@example.org", message: "Hello", ...changed }).map(
        ([name, value]) => [name, Array.isArray(value) ? value : [value]] as const,
      ),
    );
  /** A sending with everything in order: proven, from a network of its own, with nothing ticked. */
  const sending = async (given: Partial<Submission> = {}): Promise<Submission> => {
    const shown = given.token ?? token();
    return {
      form,
      policy: operator.policy,
      language: "en",
      token: shown,
      fields: fields(),
      consents: [],
      topic: "general",
      trap: "",
      proof: await proofFor(operator, shown),
      client: null,
      ...given,
    };
  };
  const send = async (given: Partial<Submission> = {}) => submitForm(await sending(given), operator);
  const received = async (sending: ReturnType<typeof send>) => {
    const outcome = await sending;
    if (outcome.outcome !== "received") throw new Error(outcome.outcome);
    return outcome.receipt;
  };
  const countIn = async (reader: Reader, table: string) => {
    const { n } = await reader
      .query<Record<string, Record<string, never>>>()
      .selectFrom(table)
      .select((eb) => eb.fn.countAll<number>().as("n"))
      .executeTakeFirstOrThrow();
    return Number(n);
  };
  const count = (table: string) => operator.store.read((reader) => countIn(reader, table));

  /** Entries with a place in the log, and those that wait for one: in one snapshot, as the sequencer moves them. */
  const entries = () =>
    operator.store.read(
      async (reader) => (await countIn(reader, "journal_entry")) + (await countIn(reader, "journal_pending")),
    );

  test(
    "itsectr-privacy/3.1.feedback: what is sent is held unverified, and staff read it under its purpose alone",
    keeps(
      "feedback-channel",
      "unverified-by-default",
      "itsectr-privacy/3.1.feedback",
      "itsectr-privacy/2.4",
      "proit-privacy/2.3.noverify",
    ),
    async () => {
      const { reference, text } = await received(send());
      expect(text).toContain("\n— ");

      const added = await operator.store.transaction((tx) =>
        addStaff(
          tx,
          { kind: "system", id: "cli:staff" },
          {
            login: "boris",
            name: "Boris Example",
            authorisations: [{ purpose: "inquiry-handling", operations: ["extract"] }],
          },
          operator,
        ),
      );
      expect(added).toHaveProperty("staff");
      const opened = await operator.store.transaction(async (tx) =>
        openEnquiry(tx, await staffByLogin(tx, "boris", operator.vault), reference, operator),
      );
      if (!("enquiry" in opened)) throw new Error(opened.refusal.code);
      const { values } = opened.enquiry;
      expect(Object.fromEntries(values.map(({ attribute, value }) => [attribute, value]))).toEqual({
        name: "Анна Пример",
        email: "anna@example.org",
        message: "Hello",
      });
      expect(new Set(values.map(({ verificationStatus }) => verificationStatus))).toEqual(
        new Set(["unverified"]),
      );
    },
  );

  test("itsectr-privacy/1.1.1: staff without an authorisation for the purpose get nothing, and it is journalled", async () => {
    const { reference } = await received(send());
    const staff = await operator.store.transaction(async (tx) => {
      const parts = { login: "vera", name: "Vera Example", authorisations: [] };
      const added = await addStaff(tx, { kind: "system", id: "cli:staff" }, parts, operator);
      return "staff" in added ? added.staff : "";
    });
    const before = await entries();
    const opened = await operator.store.transaction((tx) =>
      openEnquiry(tx, { kind: "staff", id: staff }, reference, operator),
    );
    expect(opened).toMatchObject({ refusal: { code: "not-authorised" } });
    expect(await entries()).toBe(before + 1);
  });

  test("the same sending made twice, also at once, is one enquiry with one reference", async () => {
    const once = token();
    const before = await count("enquiry");
    const receipts = await Promise.all(Array.from({ length: 8 }, () => received(send({ token: once }))));
    const again = await received(send({ token: once }));
    expect(new Set([...receipts, again].map(({ reference }) => reference)).size).toBe(1);
    expect(again.repeated).toBe(true);
    expect(await count("enquiry")).toBe(before + 1);
  });

  test("another body under a used token is a conflict", async () => {
    const once = token();
    await received(send({ token: once }));
    await expect(send({ token: once, fields: fields({ message: "Other" }) })).rejects.toMatchObject({
      code: "token-used",
    });
  });

  test("a used token with the same words is another form's conflict, never its receipt", async () => {
    const once = token();
    await received(send({ token: once }));
    const other = { ...form, code: "order" };
    await expect(send({ form: other, token: once })).rejects.toMatchObject({ code: "token-used" });
  });

  test(
    "itsectr-privacy/3.1.feedback: a text shown in English is recorded as that, whatever page the form is sent to",
    keeps("shown-version", "feedback-channel", "itsectr-privacy/3.1.feedback"),
    async () => {
      await received(send({ language: "ru" }));
      const row = await operator.store.read((reader) =>
        reader
          .query<{ subject_collection: { language: string; id: string } }>()
          .selectFrom("subject_collection")
          .select("language")
          .orderBy("id", "desc")
          .executeTakeFirstOrThrow(),
      );
      expect(row.language).toBe("en");
    },
  );

  test("itsectr-privacy/3.2.5: the same words of two senders have nothing in common at rest", async () => {
    const references = [await received(send()), await received(send())].map(({ reference }) => reference);
    const rows = await operator.store.read((reader) =>
      reader
        .query<{ enquiry: { reference: string; body_index: Uint8Array } }>()
        .selectFrom("enquiry")
        .select("body_index")
        .where("reference", "in", references)
        .execute(),
    );
    const digests = rows.map(({ body_index }) => Buffer.from(body_index).toString("hex"));
    expect(new Set(digests).size).toBe(2);
  });

  test.each<[string, Record<string, string | string[]>, string, string]>([
    ["itsectr-privacy/3.2: an undeclared field", { salary: "1" }, "salary", "undeclared"],
    ["a missing required one", { email: "" }, "email", "missing"],
    ["an over-long one", { name: "x".repeat(201) }, "name", "too-long"],
    ["what is no address", { email: "anna" }, "email", "not-an-address"],
    ["an address that no mail can go to", { email: "anna..b@example.org" }, "email", "not-an-address"],
    ["an address with a line end in it", { email: "anna@exam\nple.org" }, "email", "not-an-address"],
    ["itsectr-privacy/3.2.2: what is no number", { phone: "call me" }, "phone", "not-a-number"],
    ["the same field twice", { name: ["A", "B"] }, "name", "repeated"],
  ])("%s is named, and nothing of the sending is stored", async (_, changed, field, problem) => {
    const before = [await count("subject_value"), await entries(), await count("message")];
    const outcome = await send({ fields: fields(changed) });
    expect(outcome.outcome === "fields-refused" && outcome.problems.get(field)).toBe(problem);
    expect([await count("subject_value"), await entries(), await count("message")]).toEqual(before);
  });

  test.each([
    ["no token", ""],
    ["a forged token", "v1.AAAA.BBBB"],
  ])("%s is refused before anything is stored", async (_, forged) => {
    const before = await count("subject_value");
    expect(await send({ token: forged })).toMatchObject({
      outcome: "refused",
      refusal: { code: "not-shown" },
    });
    expect(await count("subject_value")).toBe(before);
  });

  test("itsectr-privacy/1.1.3: the decision stands in the journal with operation, purpose, clause and basis", async () => {
    await received(send());
    const [row] = await operator.store.read((reader) =>
      reader
        .query<{ subject: { id: string; standing: string; created_at: number } }>()
        .selectFrom("subject")
        .select("id")
        .where("standing", "=", "provisional")
        .orderBy("id", "desc")
        .limit(1)
        .execute(),
    );
    const entries = await operator.store.read((reader) => listEntries(reader, row?.id ?? "", 10));
    expect(JSON.stringify(entries)).toContain("itsectr-privacy/4.1.1");
    expect(JSON.stringify(entries)).toContain('"collect"');
    expect(JSON.stringify(entries)).not.toContain("anna@example.org");
  });
});
