import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { rowCounts } from "../../../test/confirmable-sending.ts";
import {
  type OpenedOperator,
  type TestInstallation,
  temporaryInstallation,
} from "../../../test/installation.ts";
import { keeps, removes } from "../../../test/keeps.ts";
import { addStaff, CLI } from "../../people/staff/index.ts";
import type { Pseudonym } from "../../platform/store/index.ts";
import { takeFromSource } from "./take-from-source.ts";

const GIVEN = { email: "anna@example.org", name: "Anna Example", licenceKey: "KEY-1" };

describe.each(["sqlite", "postgres"] as const)("%s", (engine) => {
  let installation: TestInstallation;
  let operator: OpenedOperator;
  let staff: Pseudonym;

  beforeAll(async () => {
    installation = await temporaryInstallation(engine);
    operator = await installation.open({ id: "itserw" });
    const purpose = operator.policy.dataSources.find(({ code }) => code === "resellers")?.purpose ?? "";
    staff = await operator.store.transaction(async (tx) => {
      const authorisations = [{ purpose, operations: ["collect"] as const }];
      const added = await addStaff(
        tx,
        CLI,
        { login: "vera", name: "Vera Example", authorisations },
        operator,
      );
      return "staff" in added ? added.staff : "";
    });
  });
  afterAll(() => installation.remove());

  const take = (values: unknown, source = "resellers", by = staff) =>
    operator.store.transaction((tx) =>
      takeFromSource(tx, { source, staff: by, values }, { ...operator, policy: operator.policy }),
    );
  const counts = () => rowCounts(operator, ["subject", "subject_value", "subject_collection"]);

  test(
    "itserw-privacy/1.4: a row of a declared source is kept with its source, purpose and ground, unproven",
    keeps("other-sources", "itserw-privacy/1.4"),
    async () => {
      const taken = await take(GIVEN);
      if (taken.outcome !== "taken") throw new Error(taken.code);
      const rows = await operator.store.read((reader) =>
        reader
          .query<{
            subject_collection: { subject: string; channel: string; basis: string; purpose: string };
          }>()
          .selectFrom("subject_collection")
          .select(["channel", "basis", "purpose"])
          .where("subject", "=", taken.subject)
          .execute(),
      );
      expect(rows).toEqual([{ channel: "resellers", basis: "contract", purpose: "contract" }]);
    },
  );

  test.each<[string, unknown, string]>([
    ["no object", [GIVEN], "row-malformed"],
    ["nothing in it", { email: " " }, "row-malformed"],
    ["what is no text", { ...GIVEN, email: 1 }, "row-malformed"],
    ["what is no address", { ...GIVEN, email: "anna" }, "value-malformed"],
    [
      "an item that the source does not list",
      { ...GIVEN, phone: "+7 200 555-01-42" },
      "source-outside-policy",
    ],
    ["an item that nobody declared", { ...GIVEN, salary: "1" }, "unknown-attribute"],
  ])(
    "itserw-privacy/1.4: a row with %s is refused by itself, and nothing of it is kept",
    removes("other-sources"),
    async (_, values, code) => {
      const before = await counts();
      const taken = await take(values);
      expect(taken).toMatchObject({ outcome: "refused" });
      expect(taken.outcome === "refused" && [code, "attribute-outside-purpose"]).toContain(
        taken.outcome === "refused" ? taken.code : "",
      );
      expect(await counts()).toEqual(before);
    },
  );

  test(
    "proit-privacy/1.4: from elsewhere, or by whoever may not collect, nothing is taken",
    keeps("other-sources", "proit-privacy/1.4"),
    async () => {
      const before = await counts();
      expect(await take(GIVEN, "trade-fair")).toMatchObject({ outcome: "refused", code: "unknown-purpose" });
      expect(await take(GIVEN, "resellers", "0198c0de-0000-7000-8000-000000000000")).toMatchObject({
        outcome: "refused",
        code: "not-authorised",
      });
      expect(await counts()).toEqual(before);
    },
  );
});
