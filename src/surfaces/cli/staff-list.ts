import { CLI, listStaff } from "../../people/staff/index.ts";
import { type Command, EXIT, optional } from "./command.ts";
import { dateOf, sayRefusal } from "./staff-words.ts";

export const staffList: Command = {
  name: "staff list",
  usage: "staff list [--json]",
  summary: "List the members of staff with their rights and purposes. Names are opened, which is journalled.",
  help: `
  --json   one JSON list on standard output`,
  options: { json: { type: "boolean" } },
  async run(input) {
    const { terminal, installation } = input;
    return installation.withOperator(optional(input, "operator"), async (operator) => {
      const listed = await operator.store.transaction((tx) => listStaff(tx, CLI, operator));
      if ("refusal" in listed) return sayRefusal(input, listed.refusal);
      if (input.values.json === true) {
        terminal.out(`${JSON.stringify(listed.staff, null, 2)}\n`);
        return EXIT.done;
      }
      if (listed.staff.length === 0)
        terminal.err("Nobody yet. upheld staff link makes the first member of staff.");
      for (const member of listed.staff) {
        const purposes = member.authorisations.map(({ purpose, operations, until }) => {
          const end = until === null ? "" : ` until ${dateOf(until)}`;
          return `    ${purpose}: ${operations.join(" ")}${end}\n`;
        });
        const left = member.until === null ? "" : `  left ${dateOf(member.until)}`;
        const rights = member.rights.length === 0 ? "" : `  [${member.rights.join(", ")}]`;
        terminal.out(`${member.login ?? "?"}  ${member.name ?? "?"}${left}${rights}\n${purposes.join("")}`);
      }
      return EXIT.done;
    });
  },
};
