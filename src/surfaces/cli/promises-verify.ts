import { readFileSync, statSync } from "node:fs";
import { CLAUSE_STATES, LONGEST_PROMISES, verifyPromises } from "../../duties/promises/index.ts";
import { JournalError } from "../../trust/journal/index.ts";
import { type Command, EXIT, required, UsageError } from "./command.ts";

const WHY = {
  "not-promises": "This is not a file of promises.",
  "not-signed-by-this-key": "That key has not signed it.",
  changed: "It was changed after it was signed.",
} as const;

export const promisesVerify: Command = {
  name: "promises verify",
  usage: "promises verify FILE --key KEY [--json]",
  summary: "Check a file of promises, as /promises.json gives it, against an operator's public key.",
  help: `
  --key KEY   the public key of the operator's journal, from its page at /journal/: name+hash+base64
  --json      the outcome as JSON on standard output; times in ms since 1970

Needs no installation and no network. Exit 0 when it is what the operator signed, 1 when it is not. That a promise in it
is broken does not make it less genuine: it is said.`,
  options: { key: { type: "string" }, json: { type: "boolean" } },
  async run(input) {
    const [file] = input.positionals;
    if (file === undefined || input.positionals.length > 1) throw new UsageError("Name one file.");
    const key = required(input, "key");
    const outcome = verified(readPromises(file), key);
    const { terminal, values } = input;
    if (values.json === true) terminal.out(`${JSON.stringify(outcome, null, 2)}\n`);
    else if (outcome.sound) {
      const { operator, at, counts, broken } = outcome;
      const told = CLAUSE_STATES.filter((state) => counts[state] > 0).map(
        (state) => `${counts[state]} ${state}`,
      );
      terminal.out(`${operator}, ${new Date(at).toISOString()}: ${told.join(", ")}.\n`);
      for (const clause of broken) terminal.out(`  not kept: ${clause}\n`);
      terminal.out("Sound: it is what that key signed.\n");
    } else terminal.out(`NOT SOUND. ${WHY[outcome.why]}\n`);
    return outcome.sound ? EXIT.done : EXIT.refused;
  },
};

function verified(text: string, key: string) {
  try {
    return verifyPromises(text, key);
  } catch (error) {
    if (!(error instanceof JournalError)) throw error;
    throw new UsageError("--key is not the public key of a journal: name+hash+base64.");
  }
}

function readPromises(file: string): string {
  try {
    if (statSync(file).size <= LONGEST_PROMISES) return readFileSync(file, "utf8");
  } catch {
    throw new UsageError("The file cannot be read.");
  }
  throw new UsageError("The file is too long.");
}
