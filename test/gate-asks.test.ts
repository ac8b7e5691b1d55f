import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { type TestInstallation, temporaryInstallation } from "./installation.ts";
import { newId, permitFor } from "./permits.ts";
import type { OpenedOperator } from "../src/open-operator.ts";
import { newSubject, readSubject, recordSubject } from "../src/people/subjects/index.ts";
import type { Pseudonym } from "../src/platform/store/index.ts";
import { createGate } from "../src/trust/gate/index.ts";
import type { GateRequest } from "../src/trust/gate/index.ts";

describe.each(["sqlite", "postgres"] as const)("%s", (engine) => {
  let installation: TestInstallation;
  let operator: OpenedOperator;
  let anna: Pseudonym;

  beforeAll(async () => {
    installation = await temporaryInstallation(engine);
    operator = await installation.open();
    anna = newSubject(operator.clock.now(), operator.random);
    await operator.store.transaction(async (tx) => {
      const ruling = await operator.gate.ask(tx, {
        actor: { kind: "system", id: "cli:staff" },
        purpose: "security",
        operation: "record",
        subjects: [anna],
        attributes: ["name"],
      });
      if (!ruling.allowed) throw new Error(ruling.refusal.code);
      const { basis, policy } = ruling.permit.permission;
      await recordSubject(
        tx,
        ruling.permit,
        {
          subject: anna,
          standing: "verified",
          purpose: "security",
          basis,
          policy,
          channel: "staff",
          rule: "staff",
          language: "en",
          values: [{ attribute: "name", plaintext: "Anna Example" }],
          identifiers: [],
        },
        operator,
      );
    });
  });
  afterAll(() => installation.remove());

  const sender = { kind: "system", id: "job:send-message" } as const;
  const request = (changed: Partial<GateRequest> = {}): GateRequest => ({
    actor: sender,
    purpose: "inquiry-handling",
    operation: "use",
    subjects: [anna],
    attributes: ["email"],
    ...changed,
  });
  const ask = (changed: Partial<GateRequest> = {}) =>
    operator.store.transaction((tx) => operator.gate.ask(tx, request(changed)));
  /** Every entry that waits or stands, as text. */
  const journalled = async (): Promise<string[]> => {
    await operator.journal.sequencer.drain();
    const rows = await operator.store.read((reader) =>
      reader
        .query<{ journal_entry: { leaf: Uint8Array | null; position: number } }>()
        .selectFrom("journal_entry")
        .select("leaf")
        .orderBy("position")
        .execute(),
    );
    return rows.map(({ leaf }) => Buffer.from(leaf ?? []).toString("utf8"));
  };

  test("every answer, permission or refusal, is one journal entry in the same commit", async () => {
    const before = (await journalled()).length;
    expect(await ask()).toMatchObject({ allowed: true });
    expect(await ask({ operation: "distribute" })).toMatchObject({ allowed: false });
    const entries = (await journalled()).slice(before);
    expect(entries).toHaveLength(2);
    expect(entries[0]).toContain('"allowed":true');
    expect(entries[1]).toContain('"operation-outside-purpose"');
  });

  test("a unit that fails after the answer leaves neither effect nor entry", async () => {
    const before = (await journalled()).length;
    const failing = operator.store.transaction(async (tx) => {
      await operator.gate.ask(tx, request());
      throw new Error("the room failed");
    });
    await expect(failing).rejects.toThrow("the room failed");
    expect(await journalled()).toHaveLength(before);
  });

  test("a caller without a name cannot fill the journal with refusals", async () => {
    const before = (await journalled()).length;
    for (let i = 0; i < 20; i++) await ask({ actor: { kind: "visitor" } });
    expect(await journalled()).toHaveLength(before);
  });

  test("a caller's own words do not get into the journal", async () => {
    const before = (await journalled()).length;
    const own = "anna@example.org\nwrote this";
    expect(await ask({ attributes: [own] })).toMatchObject({ allowed: false });
    expect(await ask({ purpose: own })).toMatchObject({ allowed: false });
    const entries = (await journalled()).slice(before);
    expect(entries).toHaveLength(2);
    expect(entries.join()).not.toContain("anna@example.org");
    for (const entry of entries) expect(entry).toContain('"operation":"use"');
  });

  test("a fact whose source is missing is a gap, and a gap refuses", async () => {
    const gate = createGate({ journal: operator.journal, statutory: [], sources: [] });
    const ruling = await operator.store.transaction((tx) => gate.ask(tx, request()));
    expect(ruling).toMatchObject({ allowed: false, refusal: { code: "gap", about: "policy" } });
  });

  test("a person who is not held cannot be asked about", async () => {
    expect(await ask({ subjects: [newId()] })).toMatchObject({ refusal: { code: "no-such-person" } });
  });

  test("152-FZ 5(2): a value given for one purpose is not opened under another", async () => {
    const read = (purpose: string) =>
      operator.store.transaction((tx) =>
        readSubject(tx, permitFor(tx, "extract", anna, ["name"], purpose), anna, ["name"], operator.vault),
      );
    expect(await read("security")).toMatchObject([{ attribute: "name", value: "Anna Example" }]);
    expect(await read("inquiry-handling")).toEqual([]);
  });

  test("152-FZ 21(1): a block that arrives while a unit rests on its not being there waits for that unit", async () => {
    const order: string[] = [];
    let asked = () => {};
    const untilAsked = new Promise<void>((resolve) => (asked = resolve));
    const resting = operator.store.transaction(async (tx) => {
      await operator.gate.ask(tx, request());
      asked();
      await new Promise((resolve) => setTimeout(resolve, 150));
      await operator.gate.ask(tx, request());
      order.push("the unit has ended");
    });
    await untilAsked;
    const blocking = operator.store.transaction(async (tx) => {
      await tx
        .query<{ subject: { id: string; blocked: string } }>()
        .updateTable("subject")
        .set({ blocked: '["*"]' })
        .where("id", "=", anna)
        .execute();
      order.push("the block is there");
    });
    await Promise.all([resting, blocking]);
    expect(order).toEqual(["the unit has ended", "the block is there"]);
    expect(await ask()).toMatchObject({ refusal: { code: "blocked" } });
  });
});
