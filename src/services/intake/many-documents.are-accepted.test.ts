import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { sendConfirmable } from "../../../test/confirmable-sending.ts";
import {
  type OpenedOperator,
  type TestInstallation,
  temporaryInstallation,
} from "../../../test/installation.ts";
import { keeps } from "../../../test/keeps.ts";
import { publishNext } from "../../../test/next-version.ts";
import type { PolicyDocument } from "../../policy/index.ts";
import { ManualClock } from "../../platform/clock/index.ts";

const MANY = ["a", "b", "c", "d", "e", "f", "g", "h"].map((letter) => `agreement-about-${letter}`);

describe.each(["sqlite", "postgres"] as const)("%s", (engine) => {
  let installation: TestInstallation;
  let operator: OpenedOperator;

  beforeAll(async () => {
    installation = await temporaryInstallation(engine);
    const clock = new ManualClock(Date.parse("2026-11-22T09:00:00.000Z"));
    operator = await installation.open({ clock });
    clock.advance(3_600_000);
    await publishNext(operator, (policy) => {
      const agreement = policy.documents.find(({ kind }) => kind === "user-agreement") as PolicyDocument;
      const more = MANY.map((code) => ({ ...agreement, code, path: `/${code}/` }));
      return { ...policy, documents: [...policy.documents, ...more] };
    });
  });
  afterAll(() => installation.remove());

  test(
    "however many documents a form accepts, it is received and each is written down",
    keeps("exact-bytes-accepted"),
    async () => {
      const { subject } = await sendConfirmable(operator, { consents: [] });
      const rows = await operator.store.read((reader) =>
        reader
          .query<{ acceptance: { document: string; subject: string } }>()
          .selectFrom("acceptance")
          .select("document")
          .where("subject", "=", subject)
          .execute(),
      );
      expect(rows.map(({ document }) => document)).toEqual(expect.arrayContaining(MANY));
    },
  );
});
