import { CLI, makeSignInLink, staffByLogin } from "../../people/staff/index.ts";
import { type Command, EXIT, optional, UsageError } from "./command.ts";
import { handOverLink } from "./hand-over-link.ts";

export const staffLink: Command = {
  name: "staff link",
  usage: "staff link [LOGIN]",
  summary:
    "Make a link by which a member of staff signs in once; without a login, the first member of staff.",
  help: `
On a terminal the link is printed. Otherwise it is in a file that only this user can read, and its path is printed. It
works once, for 15 minutes. Without a login it works only as long as nobody works here yet.`,
  options: {},
  async run(input) {
    const [login, ...more] = input.positionals;
    if (more.length > 0) throw new UsageError("Name one login.");
    const { terminal, installation } = input;
    return installation.withOperator(optional(input, "operator"), async (operator, origin) => {
      const link = await operator.store.transaction(async (tx) => {
        const staff = login === undefined ? null : (await staffByLogin(tx, login, operator.vault)).id;
        return makeSignInLink(tx, CLI, staff, operator);
      });
      const { printed, where } = await handOverLink(link, { ...operator, terminal, origin });
      terminal.err(`The link to sign in, once, within 15 minutes${printed ? "" : ", is in this file"}:`);
      terminal.out(`${where}\n`);
      return EXIT.done;
    });
  },
};
