import { type ChildProcess, spawn, spawnSync } from "node:child_process";
import { once } from "node:events";
import { createInterface } from "node:readline";
import { fileURLToPath } from "node:url";
import type { TestInstallation } from "../installation.ts";
import { environmentOf } from "../running-product.ts";

const SCRIPT = fileURLToPath(new URL("processes/submit-for-ever.ts", import.meta.url));

/** A running application that is sent forms; what it has acknowledged stands here. */
export class SubmittingProcess {
  readonly process: ChildProcess;
  /** Number of each acknowledged sending, by reference. */
  readonly acknowledged = new Map<string, number>();
  /** The codes of sendings that were refused. */
  readonly refused: string[] = [];
  /** The newest checkpoint that somebody was given. */
  checkpoint: string | undefined;
  /** What it printed with `ready`. */
  synchronous: string | undefined;
  errors = "";
  readonly #ended: Promise<unknown>;
  #over = false;
  readonly #waiting = new Set<() => void>();

  constructor(installation: TestInstallation, firstNumber: number) {
    this.process = spawn(process.execPath, ["--no-warnings", SCRIPT, String(firstNumber)], {
      cwd: installation.folder,
      env: environmentOf(installation),
      stdio: ["ignore", "pipe", "pipe"],
    });
    this.process.stderr?.on("data", (chunk: Buffer) => (this.errors += chunk.toString()));
    if (this.process.stdout !== null) {
      createInterface({ input: this.process.stdout }).on("line", (line) => this.#hear(line));
    }
    this.#ended = once(this.process, "close").then(() => {
      this.#over = true;
      this.#wake();
    });
  }

  /** Resolves when so many sendings have been acknowledged since the process is ready; rejects when it ended before. */
  async reach(sendings: number): Promise<void> {
    while (this.synchronous === undefined || this.acknowledged.size < sendings) {
      if (this.#over) throw new Error(`The process ended by itself.\n${this.errors}`);
      await new Promise<void>((resolve) => this.#waiting.add(resolve));
    }
  }

  /** Stops it where it is, as a power cut stops everything; `kill` ends it. */
  async freeze(): Promise<void> {
    this.process.kill("SIGSTOP");
    const state = () =>
      spawnSync("ps", ["-o", "stat=", "-p", String(this.process.pid)], { encoding: "utf8" }).stdout.trim();
    while (!state().startsWith("T")) await new Promise((resolve) => setTimeout(resolve, 1));
  }

  /** Kills it, and resolves when all that it had said before has been heard. */
  async kill(): Promise<void> {
    this.process.kill("SIGKILL");
    await this.#ended;
  }

  #hear(line: string): void {
    // The last line may have been cut off by the kill: nobody was told that.
    if (line.startsWith("ready ")) this.synchronous = line.slice("ready ".length);
    else if (line.startsWith("! ")) this.refused.push(line.slice(2));
    else if (line.endsWith("]")) {
      const [number, reference, checkpoint] = JSON.parse(line) as [number, string, string];
      this.acknowledged.set(reference, number);
      this.checkpoint = checkpoint;
    }
    this.#wake();
  }

  #wake(): void {
    for (const wake of this.#waiting) wake();
    this.#waiting.clear();
  }
}
