import { defineConfig } from "vitest/config";
import usual from "./vitest.config.ts";

/** The long fault runs: each fault a hundred times, and power cut on a real file system where the machine allows it. */
export default defineConfig({
  ...usual,
  test: {
    ...usual.test,
    include: ["test/faults/**/*.test.ts"],
    exclude: ["node_modules/**"],
    // Without citations: evidence is judged by the run of everything.
    globalSetup: ["test/setup/build.ts", "test/setup/postgres.ts"],
    provide: { faultRounds: 100 },
    reporters: ["verbose"],
  },
});
