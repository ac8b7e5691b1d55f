import { type Command, EXIT, optional, type Terminal } from "../command.ts";
import { type Finding, TOPICS } from "./examination.ts";
import { examineInstallation, examineOperator, unopened } from "./examine.ts";

export const doctor: Command = {
  name: "doctor",
  usage: "doctor [--dns SERVER] [--json]",
  summary: "Look at keys, disk, clock, mail, DNS and certificate, and say what to do.",
  help: `
Changes nothing, and sends no mail. Safe while Upheld runs.

  --dns SERVER   name server to ask instead of this machine's: an address, or address:port
  --json         the findings as JSON on standard output

Exit 0 when nothing is wrong (warnings may be there), 1 when something is.`,
  options: { dns: { type: "string" }, json: { type: "boolean" } },
  async run(input) {
    const { installation, terminal, values } = input;
    const around = installation.surroundings;
    const chosen = optional(input, "operator");
    const groups = [{ operator: null as string | null, findings: await examineInstallation(around) }];
    for (const id of chosen === undefined ? around.operators() : [chosen]) {
      const findings = await installation
        .withOperator(id, (operator) => examineOperator(operator, around, optional(input, "dns")))
        .catch((error: unknown) => [unopened(error)]);
      groups.push({ operator: id, findings });
    }
    if (values.json === true) terminal.out(`${JSON.stringify(groups, null, 2)}\n`);
    else for (const group of groups) tell(group, terminal);
    const all = groups.flatMap(({ findings }) => findings);
    const wrongs = all.filter(({ state }) => state === "wrong").length;
    const warnings = all.filter(({ state }) => state === "warning").length;
    terminal.err(wrongs + warnings === 0 ? "All is well." : `wrong: ${wrongs}, warnings: ${warnings}`);
    return wrongs === 0 ? EXIT.done : EXIT.refused;
  },
};

const MARKS = { sound: "ok", note: "--", warning: "!", wrong: "WRONG" } as const;

function tell(group: { operator: string | null; findings: readonly Finding[] }, { out }: Terminal): void {
  out(`${group.operator ?? "this installation"}\n`);
  const ordered = [...group.findings].sort((a, b) => TOPICS.indexOf(a.topic) - TOPICS.indexOf(b.topic));
  for (const { topic, state, seen, remedy } of ordered) {
    out(`  ${MARKS[state].padEnd(6)}${topic.padEnd(10)}${seen}\n`);
    if (remedy !== null) out(`${" ".repeat(18)}${remedy}\n`);
  }
}
