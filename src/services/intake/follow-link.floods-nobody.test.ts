import { afterAll, beforeAll, describe, expect, test } from "vitest";
import {
  type OpenedOperator,
  type TestInstallation,
  temporaryInstallation,
} from "../../../test/installation.ts";
import { sendEnquiry } from "../../../test/sent-enquiry.ts";
import { parseAddress } from "../../platform/http/index.ts";
import { requestFollowLink } from "./request-follow-link.ts";

describe.each(["sqlite", "postgres"] as const)("%s", (engine) => {
  let installation: TestInstallation;
  let operator: OpenedOperator;

  beforeAll(async () => {
    installation = await temporaryInstallation(engine);
    operator = await installation.open();
  });
  afterAll(() => installation.remove());

  const queued = () =>
    operator.store.read(async (reader) => {
      const rows = await reader
        .query<{ message: { template: string } }>()
        .selectFrom("message")
        .select("template")
        .where("template", "=", "enquiry-link")
        .execute();
      return rows.length;
    });

  test("from however many networks links are asked for, a mailbox gets a few an hour, and nobody is told", async () => {
    const reference = await sendEnquiry(operator);
    const most = 3;
    const parts = { ...operator, forms: { ...operator.forms, perHourUnproven: most } };
    const spellings = ["maria@example.org", "Maria@Example.org"];
    for (let i = 0; i < most * 2 + 2; i++) {
      const client = parseAddress(`198.51.100.${i + 1}`);
      const email = spellings[i % spellings.length] ?? "";
      const asking = operator.store.transaction((tx) =>
        requestFollowLink(tx, { reference, email, client }, parts),
      );
      await expect(asking).resolves.toBeUndefined();
    }
    expect(await queued()).toBeGreaterThan(0);
    expect(await queued()).toBeLessThanOrEqual(most + 1);
  });
});
