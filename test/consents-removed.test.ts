import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { holdingsOf } from "../src/holdings.ts";
import { samePerson } from "../src/people/subjects/index.ts";
import type { Pseudonym, Transaction } from "../src/platform/store/index.ts";
import { confirmSubmission } from "../src/services/intake/index.ts";
import { sendConfirmable } from "./confirmable-sending.ts";
import { type OpenedOperator, type TestInstallation, temporaryInstallation } from "./installation.ts";
import { permitFor } from "./permits.ts";

const ALL = ["name", "email", "phone", "company", "message"];

/** Every column of this piece that names a person. */
const NAMING = [
  ["acceptance", "subject"],
  ["consent_event", "subject"],
  ["address_confirmation", "subject"],
  ["subject_group", "member"],
  ["subject_group", "leader"],
] as const;

describe.each(["sqlite", "postgres"] as const)("%s", (engine) => {
  let installation: TestInstallation;
  let operator: OpenedOperator;

  beforeAll(async () => {
    installation = await temporaryInstallation(engine);
    operator = await installation.open();
  });
  afterAll(() => installation.remove());

  const rowsNaming = (person: Pseudonym) =>
    operator.store.read(async (reader) => {
      const found: string[] = [];
      for (const [table, column] of NAMING) {
        const rows = await reader
          .query<Record<string, Record<string, string>>>()
          .selectFrom(table)
          .select(column)
          .where(column, "=", person)
          .execute();
        if (rows.length > 0) found.push(`${table}.${column}`);
      }
      return found;
    });

  test("who is removed goes from every group, consent and link, and whoever was linked to them stands for themselves", async () => {
    const [first, second] = [await sendConfirmable(operator), await sendConfirmable(operator)];
    for (const { token } of [first, second]) {
      await confirmSubmission({ token, addressOnly: false }, operator);
    }
    expect(await rowsNaming(first.subject)).toEqual([
      "acceptance.subject",
      "consent_event.subject",
      "address_confirmation.subject",
      "subject_group.leader",
    ]);
    const list = await operator.store.transaction(async (tx) => {
      const permit = permitFor(tx, "provide", first.subject, ALL, "rights");
      const items: string[] = [];
      for (const holding of holdingsOf(operator.vault)) {
        for (const { attribute, value } of await holding.list(tx, permit, first.subject)) {
          items.push(`${attribute}: ${value}`);
        }
      }
      return items;
    });
    expect(list).toEqual(
      expect.arrayContaining(["acceptance: privacy-policy", "consent: offers: confirmed"]),
    );

    for (const holding of holdingsOf(operator.vault)) {
      const removeSome = (tx: Transaction) =>
        holding.remove(tx, permitFor(tx, "destroy", first.subject, ALL), first.subject, 2);
      while ((await operator.store.transaction(removeSome)) > 0);
    }
    expect(await rowsNaming(first.subject)).toEqual([]);
    expect(await rowsNaming(second.subject)).toEqual([
      "acceptance.subject",
      "consent_event.subject",
      "address_confirmation.subject",
    ]);
    expect(await operator.store.read((reader) => samePerson(reader, second.subject))).toEqual([
      second.subject,
    ]);
  });
});
