import type { Clock, RulePack, Sourced, Term } from "../../policy/index.ts";
import { type Command, EXIT, UsageError } from "./command.ts";

export const rules: Command = {
  name: "rules",
  usage: "rules [--json]",
  summary: "List the law that is here as data: its entries, and which of them nobody has verified.",
  help: `
  --json   everything as JSON on standard output, each entry with its source, from when it holds, and its mark

Needs no installation, no keys and no database. Exit 1 when a file of the rules is wrong; the message names it.`,
  options: { json: { type: "boolean" } },
  async run({ positionals, values, terminal, installation }) {
    if (positionals.length > 0) throw new UsageError("It takes no words, only options.");
    const packs = await installation.rules();
    if (values.json === true) terminal.out(`${JSON.stringify(packs.map(asJson), null, 2)}\n`);
    else terminal.out(packs.map(linesOf).join("\n"));
    return EXIT.done;
  },
};

function asJson({ calendar, ...pack }: RulePack) {
  return { ...pack, calendars: calendar.years };
}

function linesOf(pack: RulePack): string {
  const { regime, version, name, verifiedOn, calendar, clocks, countries, documents, purposes } = pack;
  const lists = countries.lists.map((list) => `${list.label.en}, ${list.countries.length}${mark(list)}`);
  return [
    `${regime}  ${version}  ${name.en}, verified ${verifiedOn}`,
    "  Clocks",
    ...clocks.map((clock) => `    ${clockLine(clock)}`),
    "  Calendars of working days",
    ...calendar.years.map((year) => {
      const { status, version: edition, source } = year;
      return `    ${year.year}  ${status}, ${edition}, ${source}${mark(year)}`;
    }),
    "  Countries",
    ...(countries.transfers === "free" ? ["    anywhere"] : lists.map((line) => `    ${line}`)),
    "  Documents",
    ...documents.map((document) => {
      const { code, fields, source } = document;
      return `    ${code}  ${fields.length} fields, ${source}${mark(document)}`;
    }),
    "  Purposes that the law lays down",
    ...purposes.map(({ code, statute }) => `    ${code}  ${statute}`),
    "",
  ].join("\n");
}

function clockLine(clock: Clock): string {
  const { id, kind, when, extension, source } = clock;
  const longer = extension === null ? "" : `, and ${termText(extension)} more`;
  return `${id}  ${kind}  ${termText(clock)}${longer} from: ${when.en}  ${source}${mark(clock)}`;
}

function mark({ verifyBeforeUse }: Sourced): string {
  return verifyBeforeUse ? "  verify before use" : "";
}

function termText({ length, unit }: Term): string {
  if (unit === "at-once") return "at once";
  if (unit === "day-of-next-month") return `day ${length} of the next month`;
  return `${length} ${unit.replace("-", " ")}${length === 1 ? "" : "s"}`;
}
