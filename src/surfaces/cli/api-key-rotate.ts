import { rotateApiKey, staffByLogin } from "../../people/staff/index.ts";
import { type Command, EXIT, optional, required } from "./command.ts";
import { keyOf } from "./api-key-revoke.ts";

export const apiKeyRotate: Command = {
  name: "api-key rotate",
  usage: "api-key rotate ID --as LOGIN",
  summary: "Give a key a new secret, shown once. The old one stays good for 24 hours.",
  help: `
  --as LOGIN   the member of staff who does it; they need the right manage-keys, and all that the key may do

The secret goes to standard output. A secret from before the last rotation dies at once.`,
  options: { as: { type: "string" } },
  async run(input) {
    const [id, login] = [keyOf(input), required(input, "as")];
    return input.installation.withOperator(optional(input, "operator"), async (operator) => {
      const { secret, earlierUntil } = await operator.store.transaction(async (tx) =>
        rotateApiKey(tx, await staffByLogin(tx, login, operator.vault), id, operator),
      );
      const until = new Date(earlierUntil).toISOString();
      input.terminal.err(`The secret before stays good until ${until}. This is the new one:`);
      input.terminal.out(`${secret}\n`);
      return EXIT.done;
    });
  },
};
