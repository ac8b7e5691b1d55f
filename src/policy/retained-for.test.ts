import fc from "fast-check";
import { expect, test } from "vitest";
import { keeps } from "../../test/keeps.ts";
import { smallPolicy } from "../../test/small-policy.ts";
import { retainedFor } from "./retained-for.ts";

const small = smallPolicy();
const rule = small.retention[0]?.code ?? "";
const keeping = (days: number | null, minimumDays: number | null = null) => ({
  ...small,
  retention: small.retention.map((one) => ({ ...one, days, minimumDays })),
});

test(
  "T13: a longer term is for what comes under it, a shorter one for all, and the law's least in any case",
  keeps("old-data-old-scope"),
  () => {
    const term = fc.option(fc.integer({ min: 1, max: 400 }));
    fc.assert(
      fc.property(term, term, term, (was, is, least) => {
        const kept = retainedFor(rule, { inForce: keeping(is, least), collectedUnder: keeping(was) });
        const shorter = Math.min(was ?? Infinity, is ?? Infinity);
        const days = shorter === Infinity ? null : Math.max(shorter, least ?? 0);
        expect(kept?.days).toBe(days);
        expect(kept?.older).toBe((was ?? Infinity) < (is ?? Infinity));
      }),
    );
    expect(retainedFor("gone", { inForce: small, collectedUnder: small })).toBeNull();
  },
);
