import { expect, test } from "vitest";
import { explainBy } from "../../src/platform/http/problem.ts";
import { STORE_ERRORS, StoreError, type StoreErrorCode } from "../../src/platform/store/index.ts";

const UNSURE: readonly StoreErrorCode[] = ["store-uncertain", "after-commit-failed"];

test.each(Object.keys(STORE_ERRORS) as StoreErrorCode[])(
  "a sender who gets %s is not told that nothing was stored unless nothing was",
  (code) => {
    const { kept } = explainBy([STORE_ERRORS])(new StoreError(code), true);
    expect(kept).toBe(UNSURE.includes(code) ? "unknown" : "nothing");
  },
);
