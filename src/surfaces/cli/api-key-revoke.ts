import { revokeApiKey, staffByLogin } from "../../people/staff/index.ts";
import { type Command, type CommandInput, EXIT, optional, required, UsageError } from "./command.ts";

export const apiKeyRevoke: Command = {
  name: "api-key revoke",
  usage: "api-key revoke ID --as LOGIN",
  summary: "End a key with all its secrets, from the next request on.",
  help: `
  --as LOGIN   the member of staff who does it; they need the right manage-keys`,
  options: { as: { type: "string" } },
  async run(input) {
    const [id, login] = [keyOf(input), required(input, "as")];
    return input.installation.withOperator(optional(input, "operator"), async (operator) => {
      await operator.store.transaction(async (tx) =>
        revokeApiKey(tx, await staffByLogin(tx, login, operator.vault), id, operator),
      );
      input.terminal.err("Revoked.");
      return EXIT.done;
    });
  },
};

/** The one key that a command is about. */
export function keyOf({ positionals }: CommandInput): string {
  const [id, ...more] = positionals;
  if (id === undefined || more.length > 0 || !/^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/u.test(id)) {
    throw new UsageError("Name one key by its id.");
  }
  return id;
}
