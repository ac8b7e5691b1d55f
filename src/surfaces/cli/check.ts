import { join, normalize } from "node:path";
import { checkPolicy, createLocator, type Finding, type RulePack } from "../../policy/index.ts";
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
    return "failure" in found || errorsOf(found.findings) > 0 ? EXIT.refused : EXIT.done;
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

function errorsOf(findings: readonly Finding[]): number {
  return findings.filter(({ severity }) => severity === "error").length;
}

function tell(found: Outcome, folder: string, terminal: Terminal): void {
  if ("failure" in found) {
    const { file, line, message } = found.failure;
    terminal.out(`${placeOf(file ?? folder, line)}  ${message}\nIt does not compile.\n`);
    return;
  }
  for (const severity of ["error", "warning"] as const) {
    const group = found.findings.filter((finding) => finding.severity === severity);
    if (group.length > 0) terminal.out(`${severity === "error" ? "Errors" : "Warnings"}\n`);
    for (const { file, line, where, clause, message, remedy } of group) {
      const place = file === null ? where : placeOf(file, line);
      const cited = clause === null ? "" : `clause ${clause}  `;
      terminal.out(`  ${place}  ${cited}${message}  ${remedy}\n`);
    }
  }
  const errors = errorsOf(found.findings);
  const verdict = errors === 0 ? "It may be published." : "It cannot be published.";
  const warnings = found.findings.length - errors;
  terminal.out(`${counted(errors, "error")}, ${counted(warnings, "warning")}. ${verdict}\n`);
}

function placeOf(file: string, line: number | null): string {
  return line === null ? file : `${file}:${line}`;
}

function counted(count: number, thing: string): string {
  return `${count} ${thing}${count === 1 ? "" : "s"}`;
}

function asJson(found: Outcome) {
  if ("failure" in found) return { compiles: false, ...found };
  const errors = errorsOf(found.findings);
  return { compiles: true, errors, warnings: found.findings.length - errors, findings: found.findings };
}
