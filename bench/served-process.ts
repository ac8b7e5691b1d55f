import { execFileSync, spawn } from "node:child_process";
import { once } from "node:events";
import { Agent, request } from "node:http";
import { readFileSync } from "node:fs";
import { createServer } from "node:net";
import { setTimeout as sleep } from "node:timers/promises";

const KIBIBYTE = 1024;
const MEGABYTE = 1_000_000;
/** How often a server that starts is asked, ms. */
const ASK_MS = 2;
const PATIENCE_MS = 60_000;
/** A process that computes less than this share of a look's time is at rest. */
const AT_REST = 0.1;
export const LOOK_MS = 200;

/** A server in a process of its own, on a free port of the loopback interface. */
export interface ServedProcess {
  readonly port: number;
  /** From the start of the process to its first answer, ms. */
  readonly startMs: number;
  /** Resident memory, MB of a million bytes. */
  resident(): number;
  /** Waits until it has done what was left to do: mails, places in the journal. */
  atRest(): Promise<void>;
  /** Sends one request to it, on one of a few lasting connections. @throws Error for any other status than 200 */
  ask(path: string): Promise<string>;
  stop(): Promise<void>;
}

/** Starts Node with these parameters and with `PORT` set, and waits for its first answer at `path`. */
export async function startProcess(
  parameters: readonly string[],
  {
    host,
    environment,
    path = "/",
  }: {
    readonly host: string;
    readonly environment: Readonly<Record<string, string>>;
    readonly path?: string;
  },
): Promise<ServedProcess> {
  const port = await freePort();
  const agent = new Agent({ keepAlive: true, maxSockets: 64 });
  const ask: ServedProcess["ask"] = (path) => get({ agent, port, host, path });
  const started = performance.now();
  const child = spawn(process.execPath, parameters, {
    env: { ...process.env, ...environment, PORT: String(port) },
    stdio: ["ignore", "ignore", "pipe"],
  });
  let complaint = "";
  child.stderr
    .setEncoding("utf8")
    .on("data", (text: string) => (complaint = (complaint + text).slice(-2000)));
  for (let answered = false; !answered; ) {
    if (child.exitCode !== null) throw new Error(`The server did not start.\n${complaint}`);
    if (performance.now() - started > PATIENCE_MS) {
      child.kill("SIGKILL");
      throw new Error(`The server did not answer in time.\n${complaint}`);
    }
    answered = await ask(path).then(
      () => true,
      () => sleep(ASK_MS, false),
    );
  }
  const { pid = 0 } = child;
  return {
    port,
    startMs: performance.now() - started,
    resident: () => {
      const kibibytes = execFileSync("ps", ["-o", "rss=", "-p", String(pid)], { encoding: "utf8" });
      return (Number(kibibytes) * KIBIBYTE) / MEGABYTE;
    },
    async atRest() {
      for (let before = computed(pid); ; ) {
        await sleep(LOOK_MS);
        const now = computed(pid);
        if (now - before < LOOK_MS * AT_REST) return;
        before = now;
      }
    },
    ask,
    async stop() {
      agent.destroy();
      if (child.exitCode !== null || child.signalCode !== null) return;
      const gone = once(child, "exit");
      child.kill("SIGTERM");
      await gone;
    },
  };
}

/** How long a process has computed since its start, ms (proc(5), fields 14 and 15, in hundredths of a second). */
function computed(pid: number): number {
  const fields = readFileSync(`/proc/${pid}/stat`, "utf8").split(") ")[1]?.split(" ") ?? [];
  return (Number(fields[11]) + Number(fields[12])) * 10;
}

interface Asked {
  readonly agent: Agent;
  readonly port: number;
  readonly host: string;
  readonly path: string;
}

function get({ agent, port, host, path }: Asked): Promise<string> {
  return new Promise((resolve, reject) => {
    const asked = request(
      { agent, port, path, host: "127.0.0.1", headers: { Host: host, "Accept-Language": "en" } },
      (answer) => {
        let text = "";
        answer.setEncoding("utf8").on("data", (chunk: string) => (text += chunk));
        answer.on("error", reject);
        answer.on("end", () => {
          if (answer.statusCode === 200) resolve(text);
          else reject(new Error(`${path} answered ${answer.statusCode}.`));
        });
      },
    );
    asked.on("error", reject);
    asked.end();
  });
}

/** A port that was free a moment ago. */
async function freePort(): Promise<number> {
  const server = createServer().listen(0, "127.0.0.1");
  await once(server, "listening");
  const address = server.address();
  server.close();
  await once(server, "close");
  if (address === null || typeof address === "string") throw new Error("There is no port.");
  return address.port;
}
