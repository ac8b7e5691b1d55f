import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { holdingsOf } from "../src/holdings.ts";
import type { OpenedOperator } from "../src/open-operator.ts";
import type { Pseudonym, Transaction } from "../src/platform/store/index.ts";
import { canonicalJson } from "../src/policy/index.ts";
import { SCHEMAS } from "../src/schemas.ts";
import { submitForm } from "../src/services/intake/index.ts";
import { undeclaredTables } from "../src/trust/holdings/index.ts";
import { sha256Hex } from "../src/platform/crypto/index.ts";
import { type TestInstallation, temporaryInstallation } from "./installation.ts";
import { permitFor } from "./permits.ts";
import { proofFor } from "./proofs.ts";

describe.each(["sqlite", "postgres"] as const)("%s", (engine) => {
  let installation: TestInstallation;
  let operator: OpenedOperator;
  let subject: Pseudonym;

  beforeAll(async () => {
    installation = await temporaryInstallation(engine);
    operator = await installation.open();
    await sendForm();
    ({ subject } = await operator.store.read((reader) =>
      reader
        .query<{ enquiry: { subject: Pseudonym } }>()
        .selectFrom("enquiry")
        .select("subject")
        .executeTakeFirstOrThrow(),
    ));
  });
  afterAll(() => installation.remove());

  async function sendForm(): Promise<void> {
    const { policy } = operator;
    const form = policy.forms[0] as (typeof policy.forms)[number];
    const token = operator.publication.shownToken({
      policy: sha256Hex(Buffer.from(canonicalJson(policy))),
      document: form.document,
      language: "en",
      form: form.code,
      at: operator.clock.now(),
    });
    const fields = new Map([
      ["name", ["Anna Example"]],
      ["email", ["anna@example.org"]],
      ["message", ["Hello"]],
    ]);
    const { outcome } = await submitForm(
      {
        form,
        policy,
        language: "en",
        token,
        fields,
        consents: ["offers"],
        topic: "general",
        trap: "",
        client: null,
        proof: await proofFor(operator, token),
      },
      operator,
    );
    expect(outcome).toBe("received");
  }

  test("every table that refers to a person has a holding that answers for it", () => {
    expect(undeclaredTables(SCHEMAS, holdingsOf(operator.vault))).toEqual([]);
  });

  test("what the holdings list of a person is what they sent, and where it came from", async () => {
    const items = await operator.store.transaction(async (tx) => {
      const permit = permitFor(tx, "provide", subject, ALL, "rights");
      const lists: string[] = [];
      for (const holding of holdingsOf(operator.vault)) {
        for (const { attribute, value } of await holding.list(tx, permit, subject))
          lists.push(`${attribute}: ${value}`);
      }
      return lists;
    });
    expect(items).toEqual(
      expect.arrayContaining(["name: Anna Example", "email: anna@example.org", "message: Hello"]),
    );
    expect(items.join()).toContain("message-sent: enquiry-acknowledged");
  });

  test("removing through every holding leaves no row of the person in any table", async () => {
    expect(await rowsOf(subject)).not.toEqual([]);
    for (const holding of holdingsOf(operator.vault)) {
      const removeSome = (tx: Transaction) =>
        holding.remove(tx, permitFor(tx, "destroy", subject, ALL), subject, 2);
      while ((await operator.store.transaction(removeSome)) > 0);
    }
    expect(await rowsOf(subject)).toEqual([]);
  });

  /** Tables with a holding in which some column still names the person. */
  function rowsOf(person: Pseudonym): Promise<string[]> {
    return operator.store.read(async (reader) => {
      const found: string[] = [];
      for (const table of SCHEMAS.flatMap(({ tables }) => tables)) {
        if (!("by" in table.holding)) continue;
        for (const [column, { class: kind }] of Object.entries(table.columns)) {
          if (kind !== "pseudonym") continue;
          const rows = await reader
            .query<Record<string, Record<string, string>>>()
            .selectFrom(table.name)
            .select(column)
            .where(column, "=", person)
            .execute();
          if (rows.length > 0) found.push(`${table.name}.${column}`);
        }
      }
      return found;
    });
  }
});

const ALL = ["name", "email", "phone", "company", "message"];
