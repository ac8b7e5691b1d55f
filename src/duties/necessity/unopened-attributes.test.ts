import { afterAll, beforeAll, describe, expect, test } from "vitest";
import {
  type OpenedOperator,
  type TestInstallation,
  temporaryInstallation,
} from "../../../test/installation.ts";
import { keeps } from "../../../test/keeps.ts";
import { sendEnquiry } from "../../../test/sent-enquiry.ts";
import { addStaff, staffByLogin } from "../../people/staff/index.ts";
import { ManualClock } from "../../platform/clock/index.ts";
import { closeEnquiry, openEnquiry } from "../../services/intake/index.ts";
import { unopenedAttributes } from "./index.ts";

const DAY = 86_400_000;

describe.each(["sqlite", "postgres"] as const)("%s", (engine) => {
  let installation: TestInstallation;
  let operator: OpenedOperator;
  let clock: ManualClock;
  beforeAll(async () => {
    installation = await temporaryInstallation(engine);
    clock = new ManualClock(Date.now());
    operator = await installation.open({ clock });
  });
  afterAll(() => installation.remove());

  const unopened = async (days: number) => {
    await operator.journal.sequencer.drain();
    const found = await unopenedAttributes(operator.store, operator.policy, clock.now() - days * DAY);
    return found.filter(({ purpose }) => purpose === "inquiry-handling").map(({ attribute }) => attribute);
  };

  test(
    "an item that nobody opened for its purpose is listed until somebody does, and again when that is long ago",
    keeps("necessity", "proit-privacy/3.1"),
    async () => {
      const all = ["name", "phone", "email", "company", "message"];
      const reference = await sendEnquiry(operator);
      expect(await unopened(30)).toEqual(all);
      const anna = await operator.store.transaction(async (tx) => {
        const operations = ["extract", "use"] as const;
        const authorisations = [{ purpose: "inquiry-handling", operations }];
        const by = { kind: "system", id: "cli:staff" } as const;
        await addStaff(tx, by, { login: "anna", name: "Anna Example", authorisations }, operator);
        return staffByLogin(tx, "anna", operator.vault);
      });
      await operator.store.transaction((tx) => closeEnquiry(tx, anna, reference, operator));
      expect(await unopened(30)).toEqual(all);

      const opened = await operator.store.transaction((tx) => openEnquiry(tx, anna, reference, operator));
      expect(opened).toHaveProperty("enquiry");
      const left = await unopened(30);
      for (const attribute of ["name", "email", "message"]) expect(left).not.toContain(attribute);
      clock.advance(40 * DAY);
      expect(await unopened(30)).toEqual(all);
    },
  );
});
