import type { Installation } from "../src/surfaces/cli/index.ts";

const refuse = () => Promise.reject(new Error("Help opens nothing."));

/** An installation for what must not touch one: help. */
export const unopenedInstallation: Installation = {
  withOperator: refuse,
  start: refuse,
  rules: refuse,
  get surroundings(): never {
    throw new Error("Help looks at nothing.");
  },
};
