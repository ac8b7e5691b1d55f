import { addStaff } from "../../people/staff/index.ts";
import type { ProcessingOperation } from "../../policy/index.ts";
import { REFUSALS } from "../../trust/gate/index.ts";
import { type Command, EXIT, optional, required, UsageError } from "./command.ts";

/** What somebody who answers enquiries needs; deny by default beyond it. */
const READING: readonly ProcessingOperation[] = ["extract", "use"];

export const staffAdd: Command = {
  name: "staff add",
  usage: 'staff add LOGIN --name "NAME" --purpose CODE [--purpose CODE …]',
  summary: "Add a member of staff with the purposes under which they may read and use data.",
  help: `
  --name NAME      their name, sealed like any other person's
  --purpose CODE   a purpose of the policy in force, or a statutory one; repeat for more

Example: upheld staff add anna --name "Anna Example" --purpose inquiry-handling`,
  options: { name: { type: "string" }, purpose: { type: "string", multiple: true } },
  async run(input) {
    const [login] = input.positionals;
    if (login === undefined || input.positionals.length > 1) throw new UsageError("Name one login.");
    const name = required(input, "name");
    const purposes: unknown = input.values.purpose;
    if (!Array.isArray(purposes) || purposes.length === 0) throw new UsageError("--purpose is missing.");
    return input.installation.withOperator(optional(input, "operator"), async (operator) => {
      const authorisations = purposes.map((purpose) => ({ purpose: String(purpose), operations: READING }));
      const added = await operator.store.transaction((tx) =>
        addStaff(tx, { kind: "system", id: "cli:staff" }, { login, name, authorisations }, operator),
      );
      if ("refusal" in added) {
        input.terminal.err(`Refused: ${REFUSALS[added.refusal.code].message.en} (${added.refusal.about})`);
        return EXIT.refused;
      }
      input.terminal.err(`Added. ${login} may read and use data for: ${purposes.join(", ")}.`);
      return EXIT.done;
    });
  },
};
