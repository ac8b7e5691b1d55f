import { spawn } from "node:child_process";
import { once } from "node:events";
import { createInterface } from "node:readline";
import { fileURLToPath } from "node:url";
import { describe, expect, test } from "vitest";
import { Ledger } from "../../src/trust/vault/ledger.ts";
import type { VaultTables } from "../../src/trust/vault/vault.table.ts";
import { type TestInstallation, temporaryInstallation } from "../installation.ts";
import { brokenJournal, brokenSubmissions } from "./broken-submissions.ts";
import { startMail } from "./mail-beside.ts";
import { environmentOf } from "../running-product.ts";
import { addReader } from "./submissions.ts";
import { Visitors } from "./visitors.ts";

const SCRIPT = fileURLToPath(new URL("processes/disturb.ts", import.meta.url));

/** A process beside the application that does one thing again and again. */
class Disturbance {
  done = 0;
  readonly #process;
  readonly #ended: Promise<unknown>;
  errors = "";

  constructor(installation: TestInstallation, act: "rotate" | "publish" | "destroy") {
    this.#process = spawn(process.execPath, ["--no-warnings", SCRIPT, act], {
      cwd: installation.folder,
      env: environmentOf(installation),
      stdio: ["pipe", "pipe", "pipe"],
    });
    createInterface({ input: this.#process.stdout }).on("line", () => this.done++);
    this.#process.stderr.on("data", (chunk: Buffer) => (this.errors += chunk.toString()));
    this.#process.stdin.on("error", () => {});
    this.#ended = once(this.#process, "close");
  }

  get over(): boolean {
    return this.#process.exitCode !== null;
  }

  async stop(): Promise<void> {
    this.#process.stdin.end();
    await this.#ended;
  }
}

describe.each(["sqlite", "postgres"] as const)("%s", (engine) => {
  test("while others rotate keys, publish and destroy, forms are received or refused for a reason", async () => {
    const installation = await temporaryInstallation(engine);
    try {
      const operator = await installation.open();
      await addReader(operator);
      const stopMail = await startMail(operator);
      const rotating = new Disturbance(installation, "rotate");
      const publishing = new Disturbance(installation, "publish");
      const destroying = new Disturbance(installation, "destroy");
      const all = [rotating, publishing, destroying];
      const visitors = new Visitors(operator, 1);
      try {
        await visitors.until(
          () =>
            all.some(({ over }) => over) ||
            (rotating.done >= 3 &&
              publishing.done >= 5 &&
              destroying.done >= 20 &&
              visitors.acknowledged.size >= 200),
        );
      } finally {
        await visitors.stop();
        await Promise.all(all.map((one) => one.stop()));
        await stopMail();
      }

      expect(all.map(({ errors }) => errors)).toEqual(["", "", ""]);
      expect([...visitors.told.keys()].filter((code) => code !== "shown-other-version")).toEqual([]);
      expect(await brokenSubmissions(operator, visitors.acknowledged)).toEqual([]);
      expect(await brokenJournal(operator, visitors.checkpoint)).toEqual([]);
      const destroyed = await operator.store.read((reader) =>
        reader
          .query<VaultTables>()
          .selectFrom("vault_scope")
          .select("id")
          .where("destroyed_at", "is not", null)
          .execute(),
      );
      const listed: string[] = [];
      for await (const fact of new Ledger(operator.keyring).read()) {
        if (fact.kind === "scopes-destroyed") listed.push(...fact.scopes);
      }
      expect(new Set(listed)).toEqual(new Set(destroyed.map(({ id }) => id)));
      expect(listed.length).toBeGreaterThanOrEqual(20);
    } finally {
      await installation.remove();
    }
  }, 180_000);
});
