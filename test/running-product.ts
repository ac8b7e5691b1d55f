import { type ChildProcess, execFile, spawn } from "node:child_process";
import { once } from "node:events";
import { createServer } from "node:net";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";
import { send } from "./http-client.ts";
import type { TestInstallation } from "./installation.ts";

const root = fileURLToPath(new URL("..", import.meta.url));
const command = join(root, "bin", "upheld.mjs");
const run = promisify(execFile);

/** The product as a newcomer runs it: the command, in a process of its own. */
export interface RunningProduct {
  readonly port: number;
  readonly host: string;
  /** `http://itsectr.localhost:…`, for the browser. */
  readonly origin: string;
  /** Everything that it has printed so far. */
  output(): string;
  /** Ends it as Ctrl-C does, or by a signal; resolves with its exit code when it has gone. */
  stop(signal?: NodeJS.Signals): Promise<number | null>;
}

export function environmentOf(installation: TestInstallation): NodeJS.ProcessEnv {
  return { ...process.env, ...installation.environment, UPHELD_OPERATORS: installation.operators };
}

/** Starts `upheld start` on a free port and waits until it is ready. */
export async function startProduct(
  installation: TestInstallation,
  settings: Readonly<Record<string, string>> = {},
): Promise<RunningProduct> {
  const port = await freePort();
  const child = spawn(process.execPath, [command, "start"], {
    cwd: installation.folder,
    env: { ...environmentOf(installation), ...settings, PORT: String(port) },
    stdio: ["ignore", "pipe", "pipe"],
  });
  let printed = "";
  for (const stream of [child.stdout, child.stderr]) {
    stream.setEncoding("utf8").on("data", (text: string) => (printed += text));
  }
  const host = `itsectr.localhost:${port}`;
  await untilReady(child, port, () => printed);
  return {
    port,
    host,
    origin: `http://${host}`,
    output: () => printed,
    async stop(signal = "SIGTERM") {
      if (child.exitCode !== null || child.signalCode !== null) return child.exitCode;
      const gone = once(child, "exit");
      child.kill(signal);
      await gone;
      return child.exitCode;
    },
  };
}

/** Runs one `upheld …` command; resolves with what it printed and its exit code. */
export async function runUpheld(
  installation: TestInstallation,
  ...argv: string[]
): Promise<{ readonly code: number; readonly out: string; readonly err: string }> {
  try {
    const { stdout, stderr } = await run(process.execPath, [command, ...argv], {
      cwd: installation.folder,
      env: environmentOf(installation),
    });
    return { code: 0, out: stdout, err: stderr };
  } catch (error) {
    const failed = error as { code: number; stdout: string; stderr: string };
    return { code: failed.code, out: failed.stdout, err: failed.stderr };
  }
}

async function untilReady(child: ChildProcess, port: number, output: () => string): Promise<void> {
  for (let attempt = 0; attempt < 200; attempt++) {
    if (child.exitCode !== null) throw new Error(`The product did not start.\n${output()}`);
    const answer = await send({ port, path: "/healthz" }).catch(() => null);
    if (answer?.status === 200) return;
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
  child.kill("SIGKILL");
  throw new Error(`The product was not ready in time.\n${output()}`);
}

/** A port that was free a moment ago. */
async function freePort(): Promise<number> {
  const server = createServer().listen(0, "127.0.0.1");
  await once(server, "listening");
  const address = server.address();
  server.close();
  await once(server, "close");
  if (address === null || typeof address === "string") throw new Error("No port.");
  return address.port;
}
