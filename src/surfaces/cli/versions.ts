import { formatMoment } from "../../platform/i18n/index.ts";
import type { PublishedVersion } from "../../trust/publication/index.ts";
import { type Command, EXIT, optional, UsageError } from "./command.ts";
import { indented } from "./printable.ts";

export const versions: Command = {
  name: "versions",
  usage: "versions [--json]",
  summary:
    "List every version of the policy: its dates, and whether it is in force, scheduled or called off.",
  help: `
  --json   the list as JSON on standard output, with what changed in each version; times in ms since 1970`,
  options: { json: { type: "boolean" } },
  async run(input) {
    if (input.positionals.length > 0) throw new UsageError("It takes no words, only options.");
    return input.installation.withOperator(optional(input, "operator"), async (operator) => {
      const { store, publication, clock } = operator;
      const all = await store.read((reader) => publication.versions(reader));
      const current = await publication.current(clock.now());
      if (input.values.json === true) {
        const list = all.map((version) => ({ ...version, inForce: version.number === current?.version }));
        input.terminal.out(`${JSON.stringify(list, null, 2)}\n`);
        return EXIT.done;
      }
      const timeZone = current?.compiled.operator.timeZone ?? "UTC";
      for (const version of all) {
        const line = lineOf(version, { inForce: current?.version, at: clock.now(), timeZone });
        input.terminal.out(`${line}\n`);
        if (version.note !== null)
          input.terminal.out(`    ${indented(version.note.en || version.note.ru)}\n`);
      }
      return EXIT.done;
    });
  },
};

function lineOf(
  version: PublishedVersion,
  now: { readonly inForce: number | undefined; readonly at: number; readonly timeZone: string },
): string {
  const { number, publishedAt, effectiveFrom, calledOffAt, policy, via } = version;
  const moment = (at: number) => formatMoment(at, "en", now.timeZone);
  const state =
    calledOffAt !== null
      ? `called off ${moment(calledOffAt)}`
      : number === now.inForce
        ? "in force"
        : effectiveFrom > now.at
          ? "scheduled"
          : "earlier";
  const dates = `published ${moment(publishedAt)} (${via}), effective ${moment(effectiveFrom)}`;
  return `${number}  ${state}  ${dates}  ${policy.slice(0, 16)}${madeFromText(version)}`;
}

function madeFromText({ madeFrom }: PublishedVersion): string {
  if (madeFrom.kind === "restored") return `  version ${madeFrom.version} again`;
  return madeFrom.kind === "invalidated" ? `  without ${madeFrom.document}/${madeFrom.clause}` : "";
}
