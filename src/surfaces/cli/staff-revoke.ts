import { CLI, revokeAuthorisation, revokeRight, staffByLogin } from "../../people/staff/index.ts";
import { type Command, EXIT, optional, UsageError } from "./command.ts";
import { allOf, loginOf, rightsOf } from "./staff-words.ts";

export const staffRevoke: Command = {
  name: "staff revoke",
  usage: "staff revoke LOGIN [--purpose CODE …] [--right RIGHT …]",
  summary: "Take purposes or rights away from a member of staff, from their next request on.",
  help: `
  --purpose CODE   a purpose for which they are authorised; repeat for more
  --right RIGHT    publish, manage-staff, manage-keys or operate; repeat for more

Exit 1 when they do not have it, or when nobody else would be left to manage staff.`,
  options: { purpose: { type: "string", multiple: true }, right: { type: "string", multiple: true } },
  async run(input) {
    const login = loginOf(input);
    const [purposes, rights] = [allOf(input, "purpose"), rightsOf(input)];
    if (purposes.length + rights.length === 0) throw new UsageError("Name a --purpose or a --right.");
    return input.installation.withOperator(optional(input, "operator"), async (operator) => {
      await operator.store.transaction(async (tx) => {
        const { id: staff } = await staffByLogin(tx, login, operator.vault);
        for (const purpose of purposes) await revokeAuthorisation(tx, CLI, { staff, purpose }, operator);
        for (const right of rights) await revokeRight(tx, CLI, { staff, right }, operator);
      });
      input.terminal.err("Revoked. It holds from the next request on.");
      return EXIT.done;
    });
  },
};
