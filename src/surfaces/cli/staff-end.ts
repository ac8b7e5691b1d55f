import { CLI, endStaff, staffByLogin } from "../../people/staff/index.ts";
import { type Command, EXIT, optional } from "./command.ts";
import { loginOf } from "./staff-words.ts";

export const staffEnd: Command = {
  name: "staff end",
  usage: "staff end LOGIN",
  summary: "Somebody leaves: their sessions, links, rights and authorisations end at once.",
  help: `
What they did stays on record. Keys that they made for programs stay too: upheld api-key list shows them.
Exit 1 when nobody else would be left to manage staff.`,
  options: {},
  async run(input) {
    const login = loginOf(input);
    return input.installation.withOperator(optional(input, "operator"), async (operator) => {
      await operator.store.transaction(async (tx) => {
        const { id } = await staffByLogin(tx, login, operator.vault);
        await endStaff(tx, CLI, id, operator);
      });
      input.terminal.err("Ended. Nothing that they did is lost.");
      return EXIT.done;
    });
  },
};
