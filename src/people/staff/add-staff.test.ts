import { expect, test } from "vitest";
import { temporaryInstallation } from "../../../test/installation.ts";
import { addStaff } from "./add-staff.ts";

test.each(["sqlite", "postgres"] as const)(
  "%s: of two who take one login at once, one has it",
  async (engine) => {
    const installation = await temporaryInstallation(engine);
    try {
      const operator = await installation.open();
      const added = { login: "anna", name: "Anna Example", authorisations: [] };
      const taking = Array.from({ length: 4 }, () =>
        operator.store.transaction((tx) =>
          addStaff(tx, { kind: "system", id: "cli:staff" }, added, operator),
        ),
      );
      const taken = await Promise.allSettled(taking);
      expect(taken.filter(({ status }) => status === "fulfilled")).toHaveLength(1);
    } finally {
      await installation.remove();
    }
  },
);
