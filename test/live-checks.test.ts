import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { CHECK_CODES } from "../src/duties/promises/index.ts";
import { type CheckedInstallation, checkedInstallation } from "./checked-installation.ts";

describe.each(["sqlite", "postgres"] as const)("%s", (engine) => {
  let checked: CheckedInstallation;
  beforeAll(async () => {
    checked = await checkedInstallation(engine);
  });
  afterAll(() => checked.installation.remove());

  test.each(CHECK_CODES.filter((code) => code !== "policy-address"))("%s is kept", async (code) => {
    const found = await checked.recount(code);
    expect(found).toMatchObject({ outcome: "kept", broken: 0 });
  });
});
