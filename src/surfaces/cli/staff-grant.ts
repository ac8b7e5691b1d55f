import { CLI, grantAuthorisation, grantRight, setTopics, staffByLogin } from "../../people/staff/index.ts";
import { type Command, EXIT, optional, UsageError } from "./command.ts";
import { allOf, authorisationsOf, loginOf, rightsOf, untilOf } from "./staff-words.ts";

export const staffGrant: Command = {
  name: "staff grant",
  usage:
    "staff grant LOGIN [--purpose CODE … [--operation CODE …] [--until DATE]] [--right RIGHT …] [--topic CODE …]",
  summary: "Authorise a member of staff for more purposes, give them rights, or set their topics.",
  help: `
  --purpose CODE     a purpose of the policy in force, or a statutory one; repeat for more
  --operation CODE   what they may do under each; repeat for more (extract, use and record)
  --until DATE       the last day of it, UTC; without it, until it is revoked
  --right RIGHT      publish, manage-staff, manage-keys or operate; repeat for more
  --topic CODE       a topic that reaches them, in place of those before; repeat for more; "all" for every one`,
  options: {
    purpose: { type: "string", multiple: true },
    operation: { type: "string", multiple: true },
    right: { type: "string", multiple: true },
    topic: { type: "string", multiple: true },
    until: { type: "string" },
  },
  async run(input) {
    const login = loginOf(input);
    const [authorisations, rights, until] = [authorisationsOf(input), rightsOf(input), untilOf(input)];
    const topics = allOf(input, "topic");
    if (authorisations.length + rights.length + topics.length === 0) {
      throw new UsageError("Name a --purpose, a --right or a --topic.");
    }
    return input.installation.withOperator(optional(input, "operator"), async (operator) => {
      await operator.store.transaction(async (tx) => {
        const { id: staff } = await staffByLogin(tx, login, operator.vault);
        for (const authorisation of authorisations) {
          const granted = { staff, ...authorisation, ...(until === undefined ? {} : { until }) };
          await grantAuthorisation(tx, CLI, granted, operator);
        }
        for (const right of rights) await grantRight(tx, CLI, { staff, right }, operator);
        if (topics.length > 0) {
          await setTopics(tx, CLI, { staff, topics: topics.filter((topic) => topic !== "all") }, operator);
        }
      });
      input.terminal.err("Granted. It holds from the next request on.");
      return EXIT.done;
    });
  },
};
