import { CLI, grantAuthorisation, grantRight, staffByLogin } from "../../people/staff/index.ts";
import { type Command, EXIT, optional, UsageError } from "./command.ts";
import { authorisationsOf, loginOf, rightsOf, untilOf } from "./staff-words.ts";

export const staffGrant: Command = {
  name: "staff grant",
  usage: "staff grant LOGIN [--purpose CODE … [--operation CODE …] [--until DATE]] [--right RIGHT …]",
  summary: "Authorise a member of staff for more purposes, or give them rights.",
  help: `
  --purpose CODE     a purpose of the policy in force, or a statutory one; repeat for more
  --operation CODE   what they may do under each; repeat for more (extract, use and record)
  --until DATE       the last day of it, UTC; without it, until it is revoked
  --right RIGHT      publish, manage-staff, manage-keys or operate; repeat for more`,
  options: {
    purpose: { type: "string", multiple: true },
    operation: { type: "string", multiple: true },
    right: { type: "string", multiple: true },
    until: { type: "string" },
  },
  async run(input) {
    const login = loginOf(input);
    const [authorisations, rights, until] = [authorisationsOf(input), rightsOf(input), untilOf(input)];
    if (authorisations.length + rights.length === 0) throw new UsageError("Name a --purpose or a --right.");
    return input.installation.withOperator(optional(input, "operator"), async (operator) => {
      await operator.store.transaction(async (tx) => {
        const { id: staff } = await staffByLogin(tx, login, operator.vault);
        for (const authorisation of authorisations) {
          const granted = { staff, ...authorisation, ...(until === undefined ? {} : { until }) };
          await grantAuthorisation(tx, CLI, granted, operator);
        }
        for (const right of rights) await grantRight(tx, CLI, { staff, right }, operator);
      });
      input.terminal.err("Granted. It holds from the next request on.");
      return EXIT.done;
    });
  },
};
