import { type UnopenedAttribute, unopenedAttributes } from "../../duties/necessity/index.ts";
import { type Command, EXIT, optional, UsageError } from "./command.ts";

const MONTH = 30 * 24 * 3_600_000;
const MOST = 120;

export const dataUnopened: Command = {
  name: "data unopened",
  usage: "data unopened [--months N] [--json]",
  summary: "List items of data that nobody opened for their purpose in the last months, by the journal.",
  help: `
  --months N   how far to look back, 1 to 120 months of 30 days; 6 without it
  --json       one JSON list on standard output

What is kept and not once looked at may not be necessary. Nothing of a person is shown. What the journal no longer holds,
because its term is over, counts as not opened.`,
  options: { months: { type: "string" }, json: { type: "boolean" } },
  async run(input) {
    if (input.positionals.length > 0) throw new UsageError("It takes no words, only options.");
    const months = monthsOf(optional(input, "months") ?? "6");
    return input.installation.withOperator(optional(input, "operator"), async (operator) => {
      const { store, publication, clock } = operator;
      const now = clock.now();
      const inForce = await publication.current(now);
      const found =
        inForce === null ? [] : await unopenedAttributes(store, inForce.compiled, now - months * MONTH);
      if (input.values.json === true) input.terminal.out(`${JSON.stringify(found, null, 2)}\n`);
      else if (found.length === 0) input.terminal.err("Everything was opened for each of its purposes.");
      else for (const one of found) input.terminal.out(lineOf(one));
      return EXIT.done;
    });
  },
};

function monthsOf(text: string): number {
  const months = Number(text);
  if (!/^\d+$/u.test(text) || months < 1 || months > MOST) {
    throw new UsageError(`--months is a whole number, 1 to ${MOST}.`);
  }
  return months;
}

function lineOf({ purpose, attribute, necessity, clause }: UnopenedAttribute): string {
  const needed = necessity === null ? "" : `  needed for: ${necessity.en}`;
  return `${purpose}  ${attribute}  clause ${clause}${needed}\n`;
}
