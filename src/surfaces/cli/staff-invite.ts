import { CLI, inviteStaff, makeSignInLink, setTopics } from "../../people/staff/index.ts";
import { type Command, EXIT, optional, required, UsageError } from "./command.ts";
import { handOverLink } from "./hand-over-link.ts";
import { allOf, authorisationsOf, loginOf, rightsOf, sayRefusal } from "./staff-words.ts";

export const staffInvite: Command = {
  name: "staff invite",
  usage:
    'staff invite LOGIN --name "NAME" --purpose CODE … [--operation CODE …] [--right RIGHT …] [--topic CODE …] [--email ADDRESS]',
  summary: "Add a member of staff, with what they may do, and a link by which they sign in once.",
  help: `
  --name NAME        their name, sealed like any other person's
  --purpose CODE     a purpose of the policy in force, or a statutory one; repeat for more
  --operation CODE   what they may do under each purpose; repeat for more (extract, use and record)
  --right RIGHT      publish, manage-staff, manage-keys or operate; repeat for more. Who manages staff also needs
                     --purpose security with record and extract
  --topic CODE       a topic whose enquiries reach them; repeat for more; none: every topic
  --email ADDRESS    where the link goes; the running server mails it

Without an address the link is printed when you look at a terminal; otherwise it is in a file that only this user can
read, and its path is printed. It works once, for 15 minutes.

Example: upheld staff invite anna --name "Anna Example" --purpose inquiry-handling`,
  options: {
    name: { type: "string" },
    purpose: { type: "string", multiple: true },
    operation: { type: "string", multiple: true },
    right: { type: "string", multiple: true },
    topic: { type: "string", multiple: true },
    email: { type: "string" },
  },
  async run(input) {
    const login = loginOf(input);
    const name = required(input, "name");
    const email = optional(input, "email");
    const rights = rightsOf(input);
    const authorisations = authorisationsOf(input);
    if (authorisations.length === 0) throw new UsageError("--purpose is missing.");
    const { terminal, installation } = input;
    return installation.withOperator(optional(input, "operator"), async (operator, origin) => {
      const invited = await operator.store.transaction(async (tx) => {
        const added = await inviteStaff(
          tx,
          CLI,
          { login, name, authorisations, rights, ...(email === undefined ? {} : { email }) },
          operator,
        );
        if ("refusal" in added) return added;
        const topics = allOf(input, "topic");
        if (topics.length > 0) await setTopics(tx, CLI, { staff: added.staff, topics }, operator);
        if (added.mailed) return added;
        return { ...added, link: await makeSignInLink(tx, CLI, added.staff, operator) };
      });
      if ("refusal" in invited) return sayRefusal(input, invited.refusal);
      const operations = new Intl.ListFormat("en-GB").format(authorisations[0]?.operations ?? []);
      const purposes = authorisations.map(({ purpose }) => purpose).join(", ");
      terminal.err(`Invited. ${login} may ${operations} data for: ${purposes}.`);
      if (rights.length > 0) terminal.err(`Rights: ${rights.join(", ")}.`);
      if (!("link" in invited)) {
        terminal.err("The running server mails a link to sign in.");
        return EXIT.done;
      }
      const { printed, where } = await handOverLink(invited.link, { ...operator, terminal, origin });
      terminal.err(`The link to sign in, once, within 15 minutes${printed ? "" : ", is in this file"}:`);
      terminal.out(`${where}\n`);
      return EXIT.done;
    });
  },
};
