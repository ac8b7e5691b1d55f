import { requireRight } from "../../people/staff/index.ts";
import { asPublisher } from "./as-publisher.ts";
import { type Command, EXIT, optional, required, UsageError } from "./command.ts";

export const publishCallOff: Command = {
  name: "publish call-off",
  usage: "publish call-off NUMBER --as LOGIN",
  summary: "Call off a version that is not in force yet; the one before it stays in force.",
  help: `
  --as LOGIN   the member of staff whose act it is; needs the right to publish

The version stays readable, marked as called off, and its number is not used again. upheld versions lists them.`,
  options: { as: { type: "string" } },
  async run(input) {
    const [word = "", ...more] = input.positionals;
    if (!/^[1-9]\d{0,8}$/u.test(word) || more.length > 0)
      throw new UsageError("Name one version by its number.");
    const number = Number(word);
    const login = required(input, "as");
    return input.installation.withOperator(optional(input, "operator"), async (operator) => {
      const staff = await asPublisher(operator, login);
      await operator.store.transaction(async (tx) => {
        await requireRight(tx, staff, "publish", tx.at);
        await operator.publication.callOff(tx, number, staff);
      });
      input.terminal.out(`Version ${number} is called off.\n`);
      return EXIT.done;
    });
  },
};
