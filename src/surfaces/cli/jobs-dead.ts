import { listDeadJobs } from "../../platform/jobs/index.ts";
import type { Operator } from "../operator.ts";
import { settleDeadJob } from "../settle-dead-job.ts";
import { type Command, type CommandInput, EXIT, optional, UsageError } from "./command.ts";

/** The journal's name for whoever runs the command on the machine. */
const COMMAND = { kind: "system", id: "cli:jobs" } as const;

export const jobsDead: Command = {
  name: "jobs",
  usage: "jobs [--retry ID | --discard ID] [--json]",
  summary: "List the work that failed for good, try it again, or give it up.",
  help: `
  --retry ID     give a dead job all its attempts again
  --discard ID   give it up
  --json         the list as JSON on standard output

Exit 1 when there is no dead job of that id.`,
  options: { retry: { type: "string" }, discard: { type: "string" }, json: { type: "boolean" } },
  async run(input) {
    const retry = optional(input, "retry");
    const discard = optional(input, "discard");
    if (retry !== undefined && discard !== undefined) throw new UsageError("--retry or --discard, not both.");
    return input.installation.withOperator(optional(input, "operator"), async (operator) => {
      const id = retry ?? discard;
      return id === undefined ? list(operator, input) : settle(operator, input, id, retry !== undefined);
    });
  },
};

async function list({ store }: Operator, { terminal, values }: CommandInput): Promise<number> {
  const dead = await store.read((reader) => listDeadJobs(reader));
  if (values.json === true) {
    const rows = dead.map(({ id, kind, attempts, error, createdAt, diedAt }) => ({
      id,
      kind,
      attempts,
      error,
      createdAt: new Date(createdAt).toISOString(),
      diedAt: new Date(diedAt).toISOString(),
    }));
    terminal.out(`${JSON.stringify(rows, null, 2)}\n`);
  } else if (dead.length === 0) {
    terminal.err("No dead jobs.");
  } else {
    for (const { id, kind, attempts, error, diedAt } of dead) {
      terminal.out(`${id}  ${new Date(diedAt).toISOString()}  ${kind}  ${attempts} attempts  ${error}\n`);
    }
  }
  return EXIT.done;
}

async function settle(
  { store, journal }: Operator,
  { terminal }: CommandInput,
  id: string,
  again: boolean,
): Promise<number> {
  const act = again ? "retry" : "discard";
  const done = await store.transaction((tx) => settleDeadJob(tx, COMMAND, { id, act }, journal));
  if (done === null) terminal.err("There is no dead job with this id.");
  else terminal.err(again ? "Queued again." : "Discarded.");
  return done === null ? EXIT.refused : EXIT.done;
}
