import { readFile } from "node:fs/promises";
import { FINDINGS, type Verification, verifyJournal } from "../../trust/journal/index.ts";
import { type Command, EXIT, optional, type Terminal, UsageError } from "./command.ts";
import { witnessesOf } from "./witnesses.ts";

export const journalVerify: Command = {
  name: "journal verify",
  usage: "journal verify [--since FILE] [--key KEY] [--witness KEY …] [--json]",
  summary: "Recount the journal from its entries against its hashes, tiles and signed checkpoints.",
  help: `
  --since FILE   a checkpoint that you kept; proves that today's journal continues it
  --key KEY      the journal's public key from elsewhere than this installation
  --witness KEY  a witness whose cosignatures are checked too; repeat for more
  --json         the outcome as JSON on standard output

Exit 0 when nothing was found, 1 when something was; each finding says where.`,
  options: {
    since: { type: "string" },
    key: { type: "string" },
    witness: { type: "string", multiple: true },
    json: { type: "boolean" },
  },
  async run(input) {
    const file = optional(input, "since");
    const witnesses = witnessesOf(input);
    const since = file === undefined ? undefined : await readNote(file);
    return input.installation.withOperator(optional(input, "operator"), async ({ store, journal, clock }) => {
      const started = clock.monotonic();
      const outcome = await verifyJournal({
        store,
        isGenuine: journal.isGenuine,
        verifierKey: optional(input, "key") ?? journal.verifierKey,
        now: clock.now(),
        witnesses,
        ...(since === undefined ? {} : { since }),
        ...(process.stderr.isTTY ? { onProgress: progressOn(input.terminal) } : {}),
      });
      const seconds = (clock.monotonic() - started) / 1000;
      if (input.values.json === true) input.terminal.out(`${JSON.stringify(asJson(outcome), null, 2)}\n`);
      else tell(outcome, seconds, since !== undefined, input.terminal);
      return outcome.sound ? EXIT.done : EXIT.refused;
    });
  },
};

async function readNote(file: string): Promise<string> {
  try {
    return await readFile(file, "utf8");
  } catch {
    throw new UsageError("The file that --since names cannot be read.");
  }
}

const EVERY = 100_000;

function progressOn(terminal: Terminal): (done: number, total: number) => void {
  let told = 0;
  return (done, total) => {
    if (done - told < EVERY) return;
    told = done;
    terminal.err(`${done} of ${total} entries`);
  };
}

function tell(outcome: Verification, seconds: number, since: boolean, terminal: Terminal): void {
  for (const { origin, size, rootHash, checkpoints, cosignatures } of outcome.logs) {
    const root = Buffer.from(rootHash).toString("base64");
    terminal.out(`${origin}: ${size} entries, root ${root}\n`);
    terminal.out(`  signed checkpoints: ${checkpoints}, witness cosignatures: ${cosignatures}\n`);
  }
  if (outcome.pruned > 0)
    terminal.out(`${outcome.pruned} entries pruned at their term; their hashes stand.\n`);
  if (outcome.pending > 0) terminal.out(`${outcome.pending} entries wait for their place.\n`);
  for (const { code, where } of outcome.findings)
    terminal.out(`WRONG ${where}: ${FINDINGS[code]} (${code})\n`);
  if (outcome.omitted > 0) terminal.out(`and ${outcome.omitted} more\n`);
  const verdict = outcome.sound
    ? `Sound${since ? ", and it continues the checkpoint that you kept" : ""}.`
    : "NOT SOUND.";
  terminal.out(`${verdict} ${seconds.toFixed(2)} s\n`);
}

function asJson(outcome: Verification) {
  return {
    ...outcome,
    logs: outcome.logs.map((log) => ({ ...log, rootHash: Buffer.from(log.rootHash).toString("base64") })),
  };
}
