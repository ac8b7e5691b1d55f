import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { sendConfirmable } from "../../../test/confirmable-sending.ts";
import {
  type OpenedOperator,
  type TestInstallation,
  temporaryInstallation,
} from "../../../test/installation.ts";
import { keeps } from "../../../test/keeps.ts";
import { publishNext } from "../../../test/next-version.ts";
import type { CompiledPolicy, Purpose } from "../../policy/index.ts";
import { createGate, type Gate } from "../../trust/gate/index.ts";
import { policyFacts, shownFacts } from "../../trust/publication/index.ts";
import { actorFacts } from "../staff/index.ts";
import { subjectFacts } from "../subjects/index.ts";
import { consentSource, scopeFacts } from "./index.ts";

const ACTOR = { kind: "system", id: "test" } as const;

/** A policy that uses the address for one thing more. */
function withSurveys(policy: CompiledPolicy): CompiledPolicy {
  const enquiries = policy.purposes.find(({ code }) => code === "inquiry-handling") as Purpose;
  const surveys = { ...enquiries, code: "surveys", attributes: ["email"], channels: [] };
  return { ...policy, purposes: [...policy.purposes, surveys] };
}

describe.each(["sqlite", "postgres"] as const)("%s", (engine) => {
  let installation: TestInstallation;
  let operator: OpenedOperator;
  let gate: Gate;

  beforeAll(async () => {
    installation = await temporaryInstallation(engine);
    operator = await installation.open();
    const { journal, statutory, publication } = operator;
    const operations = ["use", "extract"] as const;
    gate = createGate({
      journal,
      statutory,
      sources: [
        policyFacts(publication),
        shownFacts(publication),
        actorFacts(
          ["surveys", "inquiry-handling", "rights"].map((purpose) => ({ id: ACTOR.id, purpose, operations })),
        ),
        subjectFacts(consentSource(publication)),
        scopeFacts(publication),
      ],
    });
  });
  afterAll(() => installation.remove());

  const ask = async (subject: string, purpose: string, operation: "use" | "extract" = "use") => {
    const request = { actor: ACTOR, purpose, operation, subjects: [subject], attributes: ["email"] };
    const ruling = await operator.store.transaction((tx) => gate.ask(tx, request));
    return ruling.allowed ? "allowed" : `${ruling.refusal.code}: ${ruling.refusal.about}`;
  };

  test(
    "itserw-privacy/2.0: a purpose that a version adds is for what comes under it, and older purposes go on",
    keeps("old-data-old-scope", "itserw-privacy/2.0"),
    async () => {
      const before = await sendConfirmable(operator, { consents: [], email: "old@example.org" });
      expect(await ask(before.subject, "surveys")).toBe("unknown-purpose: surveys");
      await publishNext(operator, withSurveys);
      const after = await sendConfirmable(operator, { consents: [], email: "new@example.org" });
      expect(await ask(before.subject, "surveys")).toBe("older-scope: version 1, not version 2");
      expect(await ask(after.subject, "surveys")).toBe("allowed");
      expect(await ask(before.subject, "inquiry-handling")).toBe("allowed");
      expect(await ask(before.subject, "rights", "extract")).toBe("allowed");

      // Restored, the first version's policy is a newer version again; what came under it is no older than it.
      await publishNext(operator, (policy) => ({
        ...policy,
        purposes: policy.purposes.filter(({ code }) => code !== "surveys"),
      }));
      expect(await ask(after.subject, "surveys")).toBe("unknown-purpose: surveys");
      expect(await ask(before.subject, "inquiry-handling")).toBe("allowed");
    },
  );
});
