import { fileURLToPath } from "node:url";
import { readRulePacks } from "../src/trust/publication/index.ts";
import type { Installation } from "../src/surfaces/cli/index.ts";

const refuse = () => Promise.reject(new Error("Help opens nothing."));

/** An installation for what must not touch one: help, and the check of a policy, which reads the law that ships. */
export const unopenedInstallation: Installation = {
  withOperator: refuse,
  start: refuse,
  rules: () => readRulePacks(fileURLToPath(new URL("../rules", import.meta.url))),
  get surroundings(): never {
    throw new Error("Help looks at nothing.");
  },
};
