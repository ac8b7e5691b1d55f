import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { createInterface } from "node:readline";
import { fileURLToPath } from "node:url";

export interface Load {
  readonly process: ChildProcess;
  /** Units acknowledged so far, by id. */
  readonly acknowledged: readonly string[];
  /** The codes of the units refused so far. */
  readonly refused: readonly string[];
  /** Resolves once so many units have been acknowledged, or the process has ended. */
  reach(units: number): Promise<void>;
  /** Resolves with what the process wrote to stderr, when it has ended. */
  readonly ended: Promise<string>;
}

/** Starts a process that puts load on a store: see store-load.ts. */
export function startLoad(settings: {
  readonly engine: "sqlite" | "postgres";
  readonly name: string;
  readonly url?: string;
  readonly units: number;
  readonly inFlight: number;
}): Load {
  const script = fileURLToPath(new URL("store-load.ts", import.meta.url));
  const child = spawn(process.execPath, [script, JSON.stringify(settings)], {
    stdio: ["ignore", "pipe", "pipe"],
  });
  const acknowledged: string[] = [];
  const refused: string[] = [];
  const waiting: (() => void)[] = [];
  const wake = () => {
    for (const look of waiting.slice()) look();
  };
  let over = false;
  let errors = "";
  child.stderr.on("data", (chunk: Buffer) => {
    errors += chunk.toString();
  });
  createInterface({ input: child.stdout }).on("line", (line) => {
    if (line.startsWith("! ")) refused.push(line.slice(2));
    else if (line.length === 36) acknowledged.push(line);
    wake();
  });
  const ended = once(child, "close").then(() => {
    over = true;
    wake();
    return errors;
  });
  return {
    process: child,
    acknowledged,
    refused,
    ended,
    reach: (units) =>
      new Promise((resolve) => {
        const look = () => {
          if (!over && acknowledged.length < units) return;
          const at = waiting.indexOf(look);
          if (at >= 0) waiting.splice(at, 1);
          resolve();
        };
        waiting.push(look);
        look();
      }),
  };
}
