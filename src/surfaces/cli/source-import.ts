import { readFileSync } from "node:fs";
import { staffByLogin } from "../../people/staff/index.ts";
import { rowProblemText, takeFromSource } from "../../services/intake/index.ts";
import { type Command, EXIT, optional, required, UsageError } from "./command.ts";

export const sourceImport: Command = {
  name: "import",
  usage: "import --source CODE --file FILE --as LOGIN",
  summary: "Take data about people from a source that the policy declares, row by row, with a report.",
  help: `
  --source CODE  the source, as the policy names it under dataSources
  --file FILE    one JSON object a line, of texts by the policy's codes: {"email": "…", "name": "…"}; - for standard input
  --as LOGIN     the member of staff who does it; needs an authorisation to collect for the source's purpose

Each row is taken or refused by itself, and a line says which: its number, and why. What is taken is told to nobody by
this; the policy says how people were. Exit 0 when every row was taken, 1 when one was refused.`,
  options: { source: { type: "string" }, file: { type: "string" }, as: { type: "string" } },
  async run(input) {
    if (input.positionals.length > 0) throw new UsageError("It takes no words, only options.");
    const [source, file, login] = ["source", "file", "as"].map((option) => required(input, option));
    const lines = readFileSync(file === "-" ? 0 : (file ?? ""), "utf8").split("\n");
    return input.installation.withOperator(optional(input, "operator"), async (operator) => {
      const { store, publication, clock, vault } = operator;
      const policy = (await publication.current(clock.now()))?.compiled;
      if (policy === undefined) throw new UsageError("No policy is in force.");
      const staff = await store.transaction(async (tx) => (await staffByLogin(tx, login ?? "", vault)).id);
      let refused = 0;
      for (const [i, line] of lines.entries()) {
        if (line.trim() === "") continue;
        const row = { source: source ?? "", staff, values: parsed(line) };
        const taken = await store.transaction((tx) => takeFromSource(tx, row, { ...operator, policy }));
        if (taken.outcome === "taken") input.terminal.out(`${i + 1}  taken\n`);
        else {
          refused += 1;
          input.terminal.out(
            `${i + 1}  refused  ${taken.code} (${taken.about}): ${rowProblemText(taken.code)}\n`,
          );
        }
      }
      return refused === 0 ? EXIT.done : EXIT.refused;
    });
  },
};

/** What is no JSON is no row. */
function parsed(line: string): unknown {
  try {
    return JSON.parse(line);
  } catch {
    return null;
  }
}
