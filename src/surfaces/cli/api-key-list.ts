import { type ListedApiKey, listApiKeys, staffByLogin } from "../../people/staff/index.ts";
import { type Command, EXIT, optional, required } from "./command.ts";
import { dateOf } from "./staff-words.ts";

export const apiKeyList: Command = {
  name: "api-key list",
  usage: "api-key list --as LOGIN [--json]",
  summary: "List the keys of programs: what each may do, until when, and when it was last used.",
  help: `
  --as LOGIN   the member of staff who asks; they need the right manage-keys
  --json       one JSON list on standard output`,
  options: { as: { type: "string" }, json: { type: "boolean" } },
  async run(input) {
    const login = required(input, "as");
    return input.installation.withOperator(optional(input, "operator"), async (operator) => {
      const { store, vault, clock } = operator;
      const now = clock.now();
      const keys = await store.read(async (reader) =>
        listApiKeys(reader, await staffByLogin(reader, login, vault), now),
      );
      if (input.values.json === true) input.terminal.out(`${JSON.stringify(keys, null, 2)}\n`);
      else if (keys.length === 0) input.terminal.err("No keys. upheld api-key create makes one.");
      else for (const key of keys) input.terminal.out(lineOf(key, now));
      return EXIT.done;
    });
  },
};

function lineOf(key: ListedApiKey, now: number): string {
  const state = key.revokedAt !== null ? "revoked" : key.expiresAt <= now ? "expired" : "good";
  const used = key.lastUsedAt === null ? "never used" : `used ${new Date(key.lastUsedAt).toISOString()}`;
  const scope = key.authorisations.map(({ purpose, operations }) => `${purpose}: ${operations.join(" ")}`);
  return `${key.id}  ${key.label}  ${state} until ${dateOf(key.expiresAt)}  ${used}\n    ${scope.join("\n    ")}\n`;
}
