import { expect, test } from "vitest";
import { STORE_ERRORS, StoreError } from "../store/index.ts";
import { explainBy } from "./problem.ts";

test("nobody is told that nothing was stored where it may have been", () => {
  const kept = (code: keyof typeof STORE_ERRORS) =>
    explainBy([STORE_ERRORS])(new StoreError(code), true).kept;
  expect(kept("store-uncertain")).toBe("unknown");
  expect(kept("after-commit-failed")).toBe("unknown");
  expect(kept("store-full")).toBe("nothing");
});
