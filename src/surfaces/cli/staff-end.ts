import { CLI, endStaff, staffByLogin } from "../../people/staff/index.ts";
import { type Command, EXIT, optional } from "./command.ts";
import { loginOf } from "./staff-words.ts";

export const staffEnd: Command = {
  name: "staff end",
  usage: "staff end LOGIN [--keep-keys]",
  summary: "Somebody leaves: their sessions, links, rights, authorisations and API keys end at once.",
  help: `
  --keep-keys   leave the API keys that they made or renewed; they were shown the secrets, so rotate these today

Programs that use their keys stop at once, and are named. What they did stays on record.
Exit 1 when nobody else would be left to manage staff.`,
  options: { "keep-keys": { type: "boolean" } },
  async run(input) {
    const login = loginOf(input);
    return input.installation.withOperator(optional(input, "operator"), async (operator) => {
      const keepKeys = input.values["keep-keys"] === true;
      const revoked = await operator.store.transaction(async (tx) => {
        const { id } = await staffByLogin(tx, login, operator.vault);
        return endStaff(tx, CLI, id, operator, { keepKeys });
      });
      for (const { id, label } of revoked) input.terminal.err(`Revoked the key ${label} (${id}).`);
      input.terminal.err("Ended. Nothing that they did is lost.");
      return EXIT.done;
    });
  },
};
