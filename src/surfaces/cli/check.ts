import { join, normalize } from "node:path";
import { checkPolicy, createLocator, type Finding, type RulePack, sayFinding } from "../../policy/index.ts";
import {
  COMPILE_ERRORS,
  CompileError,
  compileOperatorFolder,
  readSources,
} from "../../trust/publication/index.ts";
import { type Command, EXIT, type Terminal, UsageError } from "./command.ts";

/** A finding with the place in the author's files, where it can be found. */
interface PlacedFinding extends Finding {
  /** As the folder was named: `operators/itsectr/promise.ts`. */
  readonly file: string | null;
  readonly line: number | null;
}

/** Why a policy did not compile, in the same shape. */
interface Failure {
  readonly code: string;
  readonly message: string;
  readonly file: string | null;
  readonly line: number | null;
}

export const check: Command = {
  name: "check",
  usage: "check FOLDER [--json]",
  summary: "Compile an operator's policy and say what is wrong with it, where, and what to do.",
  help: `
  FOLDER   the operator's folder: operators/itsectr
  --json   the outcome as JSON on standard output

Needs no installation, no keys and no database. Exit 0 when the policy may be published (warnings do not forbid it),
1 when it has errors or does not compile.`,
  options: { json: { type: "boolean" } },
  async run({ positionals, values, terminal, installation }) {
    const [folder, ...more] = positionals;
    if (folder === undefined || more.length > 0) throw new UsageError("Name one operator's folder.");
    const found = await examine(folder, await installation.rules());
    if (values.json === true) terminal.out(`${JSON.stringify(asJson(found), null, 2)}\n`);
    else tell(found, folder, terminal);
    return "failure" in found || countsOf(found.findings).errors > 0 ? EXIT.refused : EXIT.done;
  },
};

type Outcome = { readonly findings: readonly PlacedFinding[] } | { readonly failure: Failure };

async function examine(folder: string, rules: readonly RulePack[]): Promise<Outcome> {
  const named = (file: string | null) => (file === null ? null : join(normalize(folder), file));
  try {
    const compiled = await compileOperatorFolder(folder, rules);
    const locate = createLocator(readSources(folder));
    const findings = checkPolicy(compiled, rules).map((finding) => {
      const place = locate(finding);
      return { ...finding, file: named(place?.file ?? null), line: place?.line ?? null };
    });
    return { findings };
  } catch (error) {
    if (!(error instanceof CompileError)) throw error;
    const { code, detail, file, line } = error;
    const message = `${COMPILE_ERRORS[code].message.en}${detail === "" ? "" : ` (${detail})`}`;
    return { failure: { code, message, file: named(file), line } };
  }
}

function tell(found: Outcome, folder: string, terminal: Terminal): void {
  if ("failure" in found) {
    const { file, line, message } = found.failure;
    terminal.out(`${placeOf(file ?? folder, line)}  ${message}\nIt does not compile.\n`);
    return;
  }
  for (const group of GROUPS) {
    const findings = found.findings.filter((finding) => groupOf(finding) === group);
    if (findings.length > 0) terminal.out(`${HEADINGS[group]}\n`);
    for (const finding of findings) terminal.out(`  ${lineOf(finding)}\n`);
  }
  const { errors, warnings, waived } = countsOf(found.findings);
  const verdict = errors === 0 ? "It may be published." : "It cannot be published.";
  const accepted = waived === 0 ? "" : `, ${waived} waived`;
  terminal.out(`${counted(errors, "error")}, ${counted(warnings, "warning")}${accepted}. ${verdict}\n`);
}

const GROUPS = ["error", "warning", "waived"] as const;
const HEADINGS = { error: "Errors", warning: "Warnings", waived: "Waived in public" } as const;

function groupOf({ severity, waived }: Finding): (typeof GROUPS)[number] {
  return waived === null ? severity : "waived";
}

function lineOf(finding: PlacedFinding): string {
  const { file, line, where, clause } = finding;
  const { message, remedy, rule, waived } = sayFinding(finding, "en");
  const place = file === null ? where : placeOf(file, line);
  const cited = clause === null ? "" : `clause ${clause}  `;
  return `${place}  ${cited}${message}  ${waived ?? remedy}${rule === null ? "" : `  (${rule})`}`;
}

function countsOf(findings: readonly Finding[]) {
  const of = (group: (typeof GROUPS)[number]) =>
    findings.filter((finding) => groupOf(finding) === group).length;
  return { errors: of("error"), warnings: of("warning"), waived: of("waived") };
}

function placeOf(file: string, line: number | null): string {
  return line === null ? file : `${file}:${line}`;
}

function counted(count: number, thing: string): string {
  return `${count} ${thing}${count === 1 ? "" : "s"}`;
}

function asJson(found: Outcome) {
  if ("failure" in found) return { compiles: false, ...found };
  return { compiles: true, ...countsOf(found.findings), findings: found.findings };
}
