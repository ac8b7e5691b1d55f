import { afterAll, beforeAll, describe, expect, test } from "vitest";
import {
  type OpenedOperator,
  type TestInstallation,
  temporaryInstallation,
} from "../../../test/installation.ts";
import { ManualClock } from "../../platform/clock/index.ts";
import { KEY_LIFETIME, rotateWhenDue } from "./rotate-when-due.ts";

describe.each(["sqlite", "postgres"] as const)("%s", (engine) => {
  const clock = new ManualClock(Date.UTC(2026, 10, 1));
  let installation: TestInstallation;
  let operator: OpenedOperator;

  beforeAll(async () => {
    installation = await temporaryInstallation(engine);
    operator = await installation.open({ clock });
  });
  afterAll(() => installation.remove());

  test("a key stays in force for 30 days and no longer", async () => {
    clock.advance(KEY_LIFETIME - 1);
    expect(await rotateWhenDue(operator)).toBeNull();
    clock.advance(1);
    expect(await rotateWhenDue(operator)).toMatchObject({ version: 2, destroyed: [1] });
    expect(await rotateWhenDue(operator)).toBeNull();
    expect(operator.keyring.versions()).toEqual([2]);
  });

  test("two processes that find it due at once make one new key", async () => {
    clock.advance(KEY_LIFETIME);
    const other = await installation.open({ clock });
    await Promise.all([rotateWhenDue(operator), rotateWhenDue(other)]);
    expect(operator.keyring.versions()).toEqual([3]);
  });
});
