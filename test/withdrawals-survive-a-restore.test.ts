import { appendFileSync, readFileSync, renameSync, writeFileSync } from "node:fs";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { consentsInForce, consentsOf, consentSource, withdrawConsent } from "../src/people/consents/index.ts";
import { consentEventTable } from "../src/people/consents/consents.table.ts";
import { actorFacts } from "../src/people/staff/index.ts";
import { subjectFacts } from "../src/people/subjects/index.ts";
import { ManualClock } from "../src/platform/clock/index.ts";
import type { Pseudonym, Tables } from "../src/platform/store/index.ts";
import { confirmSubmission } from "../src/services/intake/index.ts";
import { SENDER } from "../src/services/messages/index.ts";
import { createGate } from "../src/trust/gate/index.ts";
import { listEntries } from "../src/trust/journal/index.ts";
import { policyFacts, shownFacts } from "../src/trust/publication/index.ts";
import { Ledger, type LedgerFact } from "../src/trust/vault/ledger.ts";
import { type ConfirmableSending, rowCounts, sendConfirmable } from "./confirmable-sending.ts";
import { type OpenedOperator, type TestInstallation, temporaryInstallation } from "./installation.ts";
import { backupOf } from "./installation-backup.ts";
import { newId } from "./permits.ts";

const HOUR = 3_600_000;

describe.each(["sqlite", "postgres"] as const)("%s", (engine) => {
  let installation: TestInstallation;
  let clock: ManualClock;
  beforeEach(async () => {
    installation = await temporaryInstallation(engine);
    clock = new ManualClock(Date.parse("2026-11-22T12:00:00Z"));
  });
  afterEach(() => installation.remove());

  const start = () => installation.open({ clock });
  const confirmed = async (operator: OpenedOperator, email: string) => {
    const sending = await sendConfirmable(operator, { email });
    await confirmSubmission({ token: sending.token, addressOnly: false }, operator);
    return sending;
  };
  const withdraw = (operator: OpenedOperator, subject: Pseudonym) =>
    operator.store.transaction((tx) => withdrawConsent(tx, subject, "offers", operator));
  const inForce = (operator: OpenedOperator, { subject }: ConfirmableSending) =>
    operator.store.read((reader) => consentsInForce(reader, subject, operator.policy));
  /** May a letter with an offer go to this person? Asked of the operator's gate, were its sender authorised for it. */
  const mayWrite = async (operator: OpenedOperator, { subject }: ConfirmableSending) => {
    const { journal, publication, statutory, store } = operator;
    const gate = createGate({
      journal,
      statutory,
      sources: [
        policyFacts(publication),
        shownFacts(publication),
        actorFacts([{ id: SENDER.id, purpose: "offers", operations: ["use"] }]),
        subjectFacts(consentSource(publication)),
      ],
    });
    const asked = { actor: SENDER, purpose: "offers", operation: "use", attributes: ["email"] } as const;
    const ruling = await store.transaction((tx) => gate.ask(tx, { ...asked, subjects: [subject] }));
    return ruling.allowed ? "yes" : ruling.refusal.code;
  };
  const linesOf = ({ keyring }: OpenedOperator) =>
    readFileSync(keyring.ledgerPath, "utf8")
      .split("\n")
      .filter((line) => line !== "");

  test("given, confirmed, copied, withdrawn, put back: the gate refuses from the first moment, and nobody else's is touched", async () => {
    const first = await start();
    const [leaving, staying] = [
      await confirmed(first, "a@example.org"),
      await confirmed(first, "b@example.org"),
    ];
    expect(await mayWrite(first, leaving)).toBe("yes");
    await first.close();
    const backup = await backupOf(installation);
    try {
      const second = await start();
      clock.advance(HOUR);
      const withdrawnAt = clock.now();
      await withdraw(second, leaving.subject);
      const [line, ...others] = linesOf(second);
      expect(others).toEqual([]);
      expect(JSON.parse(line ?? "")).toEqual({
        kind: "consent-withdrawn",
        at: withdrawnAt,
        giving: leaving.givings.get("offers"),
        mac: expect.any(String),
      });
      await second.close();

      await backup.putBack();
      clock.advance(HOUR);
      const restored = await start();
      expect(await mayWrite(restored, leaving)).toBe("consent-missing");
      expect(await mayWrite(restored, staying)).toBe("yes");
      const [record] = await restored.store.read((reader) => consentsOf(reader, leaving.subject));
      // It ended when the person ended it, not when the copy learnt of it.
      expect(record).toMatchObject({ withdrawnAt });
      const entries = await restored.store.read((reader) => listEntries(reader, leaving.subject, 50));
      expect(entries.map(({ entry }) => entry)).toContainEqual(
        expect.objectContaining({
          event: "consent-withdrawn",
          actor: { kind: "system", id: "ledger" },
          details: expect.objectContaining({ withdrawnAt, giving: leaving.givings.get("offers") }),
        }),
      );
      const rows = await rowCounts(restored, ["consent_event"]);
      await restored.close();
      const again = await start();
      expect(await rowCounts(again, ["consent_event"])).toEqual(rows);
      expect(linesOf(again)).toEqual([line]);
    } finally {
      await backup.remove();
    }
  });

  test("without the ledger's line the same copy would bring it back: the ledger is what keeps it", async () => {
    const first = await start();
    const sending = await confirmed(first, "a@example.org");
    const { keyring } = first;
    await first.close();
    const backup = await backupOf(installation);
    const earlier = readFileSync(keyring.ledgerPath);
    try {
      const second = await start();
      await withdraw(second, sending.subject);
      await second.close();
      await backup.putBack();
      renameSync(keyring.ledgerPath, `${keyring.ledgerPath}.away`);
      await expect(start()).rejects.toMatchObject({ code: "ledger-missing" });
      renameSync(`${keyring.ledgerPath}.away`, keyring.ledgerPath);
      writeFileSync(keyring.ledgerPath, earlier);
      const deceived = await start();
      expect(await mayWrite(deceived, sending)).toBe("yes");
    } finally {
      await backup.remove();
    }
  });

  test("a ledger that cannot be written: withdrawn, but not acknowledged; withdrawn again, it is in both", async () => {
    const operator = await start();
    const sending = await confirmed(operator, "a@example.org");
    const { ledgerPath } = operator.keyring;
    renameSync(ledgerPath, `${ledgerPath}.away`);
    await expect(withdraw(operator, sending.subject)).rejects.toMatchObject({
      code: "after-commit-failed",
      cause: { code: "ledger-unwritable" },
    });
    expect(await inForce(operator, sending)).toEqual([]);
    renameSync(`${ledgerPath}.away`, ledgerPath);
    expect(await withdraw(operator, sending.subject)).toEqual([]);
    expect(linesOf(operator)).toHaveLength(1);
  });

  test("one link, pressed for ever, does not fill the disk with keys", async () => {
    const operator = await start();
    const { subject } = await confirmed(operator, "a@example.org");
    for (let i = 0; i < 20; i++) await withdraw(operator, subject);
    expect(linesOf(operator)).toHaveLength(1);
    await operator.close();
    const again = await start();
    for (let i = 0; i < 20; i++) await withdraw(again, subject);
    expect(linesOf(again)).toHaveLength(2);
    await again.close();
    const counted = await rowCounts(await start(), ["consent_event"]);
    expect(counted).toEqual({ consent_event: 3 });
  });

  test("a unit that failed leaves no line", async () => {
    const operator = await start();
    const { subject } = await confirmed(operator, "a@example.org");
    const failed = operator.store.transaction(async (tx) => {
      await withdrawConsent(tx, subject, "offers", operator);
      throw new Error("undone");
    });
    await expect(failed).rejects.toThrow("undone");
    expect(linesOf(operator)).toEqual([]);
  });

  test("killed between commit and line, or half way through the line: the next start writes it", async () => {
    const operator = await start();
    const sendings = [];
    for (const name of ["a", "b", "c"]) sendings.push(await confirmed(operator, `${name}@example.org`));
    const { ledgerPath } = operator.keyring;
    // As a dying process leaves it: what follows the commit never happened.
    const withdrawals = { keep: () => {} };
    for (const { subject } of sendings) {
      await operator.store.transaction((tx) =>
        withdrawConsent(tx, subject, "offers", { ...operator, withdrawals }),
      );
    }
    await operator.close();
    appendFileSync(ledgerPath, '{"at":1795348800000,"giving":"0');
    const after = await start();
    const named = linesOf(after).flatMap((line) => /"giving":"([^"]{36})"/u.exec(line)?.[1] ?? []);
    const givings = sendings.map(({ givings: all }) => all.get("offers"));
    expect(named.toSorted()).toEqual(givings.toSorted());
  });

  test("a line that a newer version wrote stops the start, clearly", async () => {
    const operator = await start();
    const { keyring } = operator;
    await operator.close();
    const newer = { kind: "unsubscribed", at: clock.now(), giving: newId() };
    await new Ledger(keyring).append(newer as LedgerFact);
    await expect(start()).rejects.toMatchObject({ code: "ledger-kind-unknown", detail: "line 1" });
  });

  test("many at once: hundreds that the copy brought back, among thousands that it knows as withdrawn or not at all", async () => {
    const first = await start();
    const sending = await confirmed(first, "a@example.org");
    const given = await first.store.read((reader) =>
      reader
        .query<Tables<typeof consentEventTable>>()
        .selectFrom("consent_event")
        .selectAll()
        .where("subject", "=", sending.subject)
        .execute(),
    );
    const givings = Array.from({ length: 450 }, newId);
    await first.store.transaction((tx) =>
      tx.insert(
        consentEventTable,
        givings.flatMap((giving) =>
          given.map((row) => ({ ...row, id: row.event === "given" ? giving : newId(), giving })),
        ),
      ),
    );
    const { keyring } = first;
    await first.close();
    const ledger = new Ledger(keyring);
    const lines = [...Array.from({ length: 2000 }, newId), ...givings, ...givings];
    const at = clock.now();
    await ledger.append(...lines.map((giving) => ({ kind: "consent-withdrawn" as const, at, giving })));

    const reported: unknown[] = [];
    const restored = await installation.open({
      clock,
      onLedgerApplied: (_, applied) => reported.push(applied),
    });
    expect(reported).toMatchObject([{ destroyedAgain: 0, withdrawnAgain: 450 }]);
    expect(await inForce(restored, sending)).toEqual(["offers"]);
    await withdraw(restored, sending.subject);
    expect(await inForce(restored, sending)).toEqual([]);
    await restored.close();

    writeFileSync(keyring.ledgerPath, "");
    const begunAnew = await start();
    expect(linesOf(begunAnew)).toHaveLength(451);
    expect(await rowCounts(begunAnew, ["consent_event"])).toEqual({ consent_event: 451 * 3 });
  });
});
