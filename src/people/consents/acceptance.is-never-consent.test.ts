import { afterAll, beforeAll, describe, expect, expectTypeOf, test } from "vitest";
import {
  type OpenedOperator,
  type TestInstallation,
  temporaryInstallation,
} from "../../../test/installation.ts";
import { permitFor } from "../../../test/permits.ts";
import type { Pseudonym, Row } from "../../platform/store/index.ts";
import { PROCESSING_OPERATIONS } from "../../policy/index.ts";
import { createGate } from "../../trust/gate/index.ts";
import { policyFacts, shownFacts } from "../../trust/publication/index.ts";
import { actorFacts } from "../staff/index.ts";
import { newSubject, recordSubject, subjectFacts } from "../subjects/index.ts";
import { type ConsentEvent, consentRecords } from "./consent.ts";
import { consentSource } from "./consent-source.ts";
import type { acceptanceTable } from "./consents.table.ts";
import { consentsHolding } from "./consents-holding.ts";
import { consentsInForce, consentsOf } from "./read-consents.ts";
import { recordAcceptances } from "./record-acceptances.ts";

test("T03: an acceptance has not the shape of what a consent is read from", () => {
  expectTypeOf<Row<typeof acceptanceTable>>().not.toExtend<ConsentEvent>();
  // @ts-expect-error A row of acceptances is no consent event.
  const wrong: ConsentEvent[] = [] as Row<typeof acceptanceTable>[];
  expect(consentRecords(wrong)).toEqual([]);
});

describe.each(["sqlite", "postgres"] as const)("%s", (engine) => {
  let installation: TestInstallation;
  let operator: OpenedOperator;

  beforeAll(async () => {
    installation = await temporaryInstallation(engine);
    operator = await installation.open();
  });
  afterAll(() => installation.remove());

  test("itsectr-privacy/2.1: accepting every document, also a consent's own, changes no answer of the gate and no list of consents", async () => {
    const { policy, store, journal, publication, statutory, random, clock } = operator;
    const subject: Pseudonym = newSubject(clock.now(), random);
    const shardKey = await store.transaction(async (tx) => {
      const recorded = await recordSubject(
        tx,
        permitFor(tx, "record", subject, ["email"]),
        {
          subject,
          standing: "provisional",
          purpose: "inquiry-handling",
          basis: "legitimateInterest",
          channel: "feedback",
          rule: "enquiries",
          policy: "0".repeat(64),
          language: "en",
          values: [{ attribute: "email", plaintext: "anna@example.org" }],
          identifiers: [],
        },
        operator,
      );
      return recorded.shardKey;
    });
    const actor = { kind: "system", id: "test" } as const;
    const everything = policy.purposes.map(({ code }) => ({
      id: actor.id,
      purpose: code,
      operations: PROCESSING_OPERATIONS,
    }));
    const gate = createGate({
      journal,
      statutory,
      sources: [
        policyFacts(publication),
        shownFacts(publication),
        actorFacts(everything),
        subjectFacts(consentSource(publication)),
      ],
    });
    const answers = async () => {
      const given: string[] = [];
      for (const { code, operations, attributes } of policy.purposes) {
        for (const operation of operations) {
          const request = { actor, purpose: code, operation, subjects: [subject], attributes };
          const ruling = await store.transaction((tx) => gate.ask(tx, request));
          given.push(`${code} ${operation}: ${ruling.allowed ? "yes" : ruling.refusal.code}`);
        }
      }
      return given;
    };
    const before = await answers();
    expect(before).toContain("offers use: consent-missing");
    expect(before.some((answer) => answer.endsWith("yes"))).toBe(true);

    await store.transaction(async (tx) => {
      const permit = permitFor(tx, "record", subject);
      const inForce = await publication.inForce(tx, tx.at);
      const accepted = {
        subject,
        shardKey,
        documents: policy.documents.map(({ code }) => code),
        policy: inForce?.hash ?? "",
        language: "en",
        channel: "feedback",
        mode: "first-use",
      } as const;
      await recordAcceptances(tx, permit, accepted, operator);
    });
    expect(await answers()).toEqual(before);
    expect(await store.read((reader) => consentsOf(reader, subject))).toEqual([]);
    expect(await store.read((reader) => consentsInForce(reader, subject, policy))).toEqual([]);
    const held = await store.transaction((tx) =>
      consentsHolding.list(tx, permitFor(tx, "provide", subject), subject),
    );
    expect(held.map(({ attribute, value }) => `${attribute}: ${value}`).toSorted()).toEqual(
      policy.documents.map(({ code }) => `acceptance: ${code}`).toSorted(),
    );
  });
});
