import { createApiKey, staffByLogin } from "../../people/staff/index.ts";
import { type Command, EXIT, optional, required, UsageError } from "./command.ts";
import { authorisationsOf, untilOf } from "./staff-words.ts";

export const apiKeyCreate: Command = {
  name: "api-key create",
  usage: "api-key create --as LOGIN --label TEXT --purpose CODE … [--operation CODE …] [--until DATE]",
  summary: "Make a key for a program, within purposes and operations that you have yourself. Shown once.",
  help: `
  --as LOGIN         the member of staff who makes it; they need the right manage-keys
  --label TEXT       which program it is for
  --purpose CODE     what the program works for; repeat for more
  --operation CODE   what it may do under each; repeat for more (extract)
  --until DATE       its last day, UTC (a year from now)

The secret goes to standard output, once; nobody can look it up later.

Example: upheld api-key create --as anna --label "Help desk" --purpose inquiry-handling --operation extract`,
  options: {
    as: { type: "string" },
    label: { type: "string" },
    purpose: { type: "string", multiple: true },
    operation: { type: "string", multiple: true },
    until: { type: "string" },
  },
  async run(input) {
    const [login, label] = [required(input, "as"), required(input, "label")];
    const [authorisations, until] = [authorisationsOf(input, ["extract"]), untilOf(input)];
    if (authorisations.length === 0) throw new UsageError("--purpose is missing.");
    return input.installation.withOperator(optional(input, "operator"), async (operator) => {
      const { id, secret } = await operator.store.transaction(async (tx) => {
        const staff = await staffByLogin(tx, login, operator.vault);
        const made = { label, authorisations, ...(until === undefined ? {} : { expiresAt: until }) };
        return createApiKey(tx, staff, made, operator);
      });
      input.terminal.err(`Made ${id}. This is its secret; it is not shown again:`);
      input.terminal.out(`${secret}\n`);
      return EXIT.done;
    });
  },
};
