import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { addStaff, CLI } from "../src/people/staff/index.ts";
import { newSubject } from "../src/people/subjects/index.ts";
import type { Pseudonym } from "../src/platform/store/index.ts";
import { REFUSALS } from "../src/trust/gate/index.ts";
import { takeFromSource } from "../src/services/intake/take-from-source.ts";
import { rowCounts } from "./confirmable-sending.ts";
import { type OpenedOperator, type TestInstallation, temporaryInstallation } from "./installation.ts";
import { keeps, removes } from "./keeps.ts";

describe.each(["sqlite", "postgres"] as const)("%s", (engine) => {
  let installation: TestInstallation;
  let operator: OpenedOperator;
  let staff: Pseudonym;
  let purpose: string;

  beforeAll(async () => {
    installation = await temporaryInstallation(engine);
    operator = await installation.open({ id: "img" });
    const found = operator.policy.purposes.find(
      ({ basis, operations }) => basis !== "consent" && operations.includes("record"),
    );
    if (found === undefined) throw new Error("Nothing is recorded here.");
    purpose = found.code;
    const operations = found.operations.filter((one) => ["collect", "record"].includes(one));
    staff = await operator.store.transaction(async (tx) => {
      const member = { login: "vera", name: "Vera Example", authorisations: [{ purpose, operations }] };
      const added = await addStaff(tx, CLI, member, operator);
      return "staff" in added ? added.staff : "";
    });
  });
  afterAll(() => installation.remove());

  const writeDown = (who: Pseudonym) =>
    operator.store.transaction((tx) =>
      operator.gate.ask(tx, {
        actor: { kind: "staff", id: staff },
        purpose,
        operation: "record",
        subjects: [who],
        attributes: ["email"],
      }),
    );

  test(
    "img-privacy/5.1.channel: nobody is imported, bought or written down; only who sends a form becomes known",
    keeps("other-sources", "img-privacy/5.1.channel"),
    async () => {
      const before = await rowCounts(operator, ["subject", "subject_value"]);
      expect(operator.policy.settings.sources).toEqual(["form"]);
      for (const source of ["import", "purchased", "partner"]) {
        const values = { email: "anna@example.org" };
        const taken = await operator.store.transaction((tx) =>
          takeFromSource(tx, { source, staff, values }, { ...operator, policy: operator.policy }),
        );
        expect(taken).toMatchObject({ outcome: "refused" });
      }
      const stranger = newSubject(operator.clock.now(), operator.random);
      const ruling = await writeDown(stranger);
      expect(ruling).toMatchObject({
        allowed: false,
        refusal: { code: "channel-outside-purpose", about: "staff-entry", clause: "img-privacy/5.1.channel" },
      });
      expect(REFUSALS["channel-outside-purpose"].status).toBe(403);
      expect(await rowCounts(operator, ["subject", "subject_value"])).toEqual(before);
    },
  );

  test(
    "somebody who is known is another matter, so that it is the newness that is refused",
    removes("other-sources"),
    async () => {
      expect(await writeDown(staff)).toMatchObject({ allowed: true });
    },
  );
});
