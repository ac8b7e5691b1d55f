import { defineConfig } from "vitest/config";

/** One run for everything but the long fault runs. Real database, SMTP, browser and processes: no mocks. */
export default defineConfig({
  resolve: { conditions: ["upheld-source"] },
  ssr: { resolve: { conditions: ["upheld-source"] } },
  oxc: { jsx: { runtime: "automatic", importSource: "hono/jsx" } },
  test: {
    include: ["src/**/*.test.{ts,tsx}", "test/**/*.test.{ts,tsx}"],
    exclude: ["test/faults/long/**", "node_modules/**", "dist/**"],
    // Ends in the opposite order: what the tests cited is judged last.
    globalSetup: ["test/setup/citations.ts", "test/setup/build.ts", "test/setup/postgres.ts"],
    isolate: false,
    pool: "forks",
    testTimeout: 30_000,
    hookTimeout: 60_000,
    reporters: ["default"],
  },
});
