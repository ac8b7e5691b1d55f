import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { canonicalJson } from "../src/policy/index.ts";
import { sha256Hex } from "../src/platform/crypto/index.ts";
import { submitForm } from "../src/services/intake/index.ts";
import { type OpenedOperator, type TestInstallation, temporaryInstallation } from "./installation.ts";
import { keeps } from "./keeps.ts";
import { proofFor } from "./proofs.ts";

const KEY = { licenceKey: "ARC-4417-0092-XK" };
const ADDRESS = { email: "maria@example.org" };

describe.each(["sqlite", "postgres"] as const)("%s", (engine) => {
  let installation: TestInstallation;
  let operator: OpenedOperator;

  beforeAll(async () => {
    installation = await temporaryInstallation(engine);
    operator = await installation.open({ id: "itserw" });
  });
  afterAll(() => installation.remove());

  async function send(code: "registration" | "support", fields: Readonly<Record<string, string>>) {
    const form = operator.policy.forms.find((one) => one.code === code);
    if (form === undefined) throw new Error(code);
    const token = operator.publication.shownToken({
      policy: sha256Hex(Buffer.from(canonicalJson(operator.policy))),
      document: form.document,
      language: "ru",
      form: form.code,
      at: operator.clock.now(),
    });
    return submitForm(
      {
        form,
        policy: operator.policy,
        language: "ru",
        token,
        fields: new Map(Object.entries(fields).map(([name, value]) => [name, [value]])),
        consents: [],
        topic: "general",
        trap: "",
        client: null,
        proof: await proofFor(operator, token),
      },
      operator,
    );
  }

  const counted = () =>
    operator.store.read(async (reader) => {
      const { n } = await reader
        .query<{ enquiry: Record<string, never> }>()
        .selectFrom("enquiry")
        .select((eb) => eb.fn.countAll<number>().as("n"))
        .executeTakeFirstOrThrow();
      return Number(n);
    });

  test(
    "itserw-privacy/1.1.optional: a product is registered, and a question asked, with what is needed and nothing else",
    keeps("optional-fields", "itserw-privacy/1.1.optional"),
    async () => {
      const empty = { name: "", company: "", device: "" };
      expect(await send("registration", { ...KEY, ...ADDRESS })).toMatchObject({ outcome: "received" });
      expect(await send("registration", { ...KEY, ...ADDRESS, ...empty })).toMatchObject({
        outcome: "received",
      });
      expect(await send("support", { ...ADDRESS, message: "Что делать с утерянным ключом?" })).toMatchObject({
        outcome: "received",
      });
    },
  );

  test("whoever gives more is taken at their word", async () => {
    const more = { name: "Мария Пример", company: "ООО «Проба»", device: "Старый ноутбук" };
    expect(await send("registration", { ...KEY, ...ADDRESS, ...more })).toMatchObject({
      outcome: "received",
    });
  });

  test.each<["registration" | "support", string, Readonly<Record<string, string>>]>([
    ["registration", "licenceKey", ADDRESS],
    ["registration", "email", KEY],
    ["support", "message", ADDRESS],
    // The licence agreement identifies nobody by a telephone number, so that the form does not take one.
    ["registration", "phone", { ...KEY, ...ADDRESS, phone: "+7 200 555-02-99" }],
    ["support", "device", { ...ADDRESS, message: "Привет", device: "Старый ноутбук" }],
  ])(
    "%s without what it needs or with what it does not ask for keeps nothing: %s",
    keeps("permitted-fields"),
    async (form, field, fields) => {
      const before = await counted();
      const answer = await send(form, fields);
      expect(answer.outcome).toBe("fields-refused");
      expect(answer.outcome === "fields-refused" && [...answer.problems.keys()]).toEqual([field]);
      expect(await counted()).toBe(before);
    },
  );
});
