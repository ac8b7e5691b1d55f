import { readFile } from "node:fs/promises";
import { type Command, EXIT, optional, UsageError } from "./command.ts";
import { witnessesOf } from "./witnesses.ts";

export const journalCosign: Command = {
  name: "journal cosign",
  usage: "journal cosign FILE --witness KEY [--witness KEY …]",
  summary: "Keep a witness's cosignature of a checkpoint; it is served with the checkpoint from then on.",
  help: `
FILE is the checkpoint as the witness gave it back, with the log's own signature.

  --witness KEY   the witness's public key (C2SP tlog-cosignature); cosignatures of others are passed over

Exit 1 when the log never had that tree, or no named witness has signed.`,
  options: { witness: { type: "string", multiple: true } },
  async run(input) {
    const [file] = input.positionals;
    const witnesses = witnessesOf(input);
    if (file === undefined || input.positionals.length > 1) throw new UsageError("Name one file.");
    if (witnesses.length === 0) throw new UsageError("--witness is missing.");
    const note = await readFile(file, "utf8").catch(() => {
      throw new UsageError("The file cannot be read.");
    });
    return input.installation.withOperator(optional(input, "operator"), async ({ journal }) => {
      const kept = await journal.acceptCosignatures(note, witnesses);
      input.terminal.err(`${kept} kept.`);
      return EXIT.done;
    });
  },
};
