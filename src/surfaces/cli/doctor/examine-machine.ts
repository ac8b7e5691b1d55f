import { connect } from "node:net";
import { type Finding, note, sound, type Surroundings, warning } from "./examination.ts";

/** Node, and whether the port is free or already ours. */
export async function examineMachine(around: Surroundings): Promise<Finding[]> {
  const node = sound("machine", `Node ${process.versions.node} on ${process.platform} ${process.arch}.`);
  if (around.port === 0) return [node];
  const taken = await answers(around.host, around.port);
  return [
    node,
    taken === null ? sound("machine", `Port ${around.port} is free.`) : await whose(around, taken),
  ];
}

async function whose({ host, port }: Surroundings, address: string): Promise<Finding> {
  try {
    const answer = await fetch(`http://${address}:${port}/healthz`, { signal: AbortSignal.timeout(2_000) });
    const said: unknown = await answer.json();
    if (typeof said === "object" && said !== null && "ready" in said) {
      return said.ready === true
        ? note("machine", `Upheld runs on port ${port}, and says that it is ready.`)
        : warning("machine", `Upheld runs on port ${port}, and says that it is not ready.`, "Read its log.");
    }
  } catch {
    // Not ours: told below.
  }
  return warning(
    "machine",
    `Port ${port} of ${host} is taken by another program, or by Upheld with TLS.`,
    "Stop it, or set PORT to another.",
  );
}

/** The address at which something listens; null when nothing does. */
function answers(host: string, port: number): Promise<string | null> {
  const address = host === "0.0.0.0" || host === "::" ? "127.0.0.1" : host;
  return new Promise((resolve) => {
    const socket = connect({ host: address, port, timeout: 2_000 });
    const end = (found: string | null) => {
      socket.destroy();
      resolve(found);
    };
    socket.once("connect", () => end(address));
    socket.once("timeout", () => end(null));
    socket.once("error", () => end(null));
  });
}
