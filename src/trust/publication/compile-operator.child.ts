/**
 * The process in which an operator's policy file runs, started by compile-operator.ts and by nothing else: without
 * environment or keys, and with no file but the operator's own and the language. It reads rules on its standard input
 * and writes one CompileOutcome.
 */
import { readFileSync } from "node:fs";
import { registerHooks } from "node:module";
import { fileURLToPath, pathToFileURL } from "node:url";
import type { OperatorDefinition } from "upheld/policy";
import type { CompileOutcome } from "./compile-outcome.ts";

const [, , folder = "", languageUrl = ""] = process.argv;
const home = pathToFileURL(`${folder}/`).href;
const language = (await import(languageUrl)) as typeof import("upheld/policy");
const rules: Parameters<typeof language.compileOperator>[1] = JSON.parse(readFileSync(0, "utf8"));

closeWaysOut();
finish(await compile());

async function compile(): Promise<CompileOutcome> {
  try {
    const { default: definition } = (await import(`${home}policy.ts`)) as { default?: unknown };
    if (!isDefinition(definition)) return failure("policy-not-a-policy", new Error(typeof definition));
    return { compiled: language.canonicalJson(language.compileOperator(definition, rules)) };
  } catch (error) {
    const code = error instanceof Error && "code" in error ? error.code : undefined;
    const noAccess = code === "ERR_ACCESS_DENIED" || code === "UPHELD_NO_ACCESS";
    return failure(noAccess ? "policy-no-access" : "policy-throws", error);
  }
}

function isDefinition(value: unknown): value is OperatorDefinition {
  if (typeof value !== "object" || value === null) return false;
  return "promise" in value && "texts" in value && "site" in value;
}

/**
 * An import is the only way to anything outside the file itself, and only its own files and the language are left to
 * import. The permission model holds what this would miss: files, processes, threads.
 */
function closeWaysOut(): void {
  registerHooks({
    resolve(specifier, context, next) {
      if (specifier === "upheld/policy") return { url: languageUrl, shortCircuit: true };
      if (!/^(\.{1,2}\/|file:)/.test(specifier)) {
        throw Object.assign(new Error(`import of ${specifier}`), {
          code: "UPHELD_NO_ACCESS",
          place: { url: context.parentURL ?? "", specifier },
        });
      }
      return next(specifier, context);
    },
  });
  for (const name of ["fetch", "WebSocket", "EventSource"]) Reflect.deleteProperty(globalThis, name);
  for (const name of ["getBuiltinModule", "binding", "dlopen", "send"]) Reflect.deleteProperty(process, name);
}

function failure(
  failed: "policy-throws" | "policy-no-access" | "policy-not-a-policy",
  error: unknown,
): CompileOutcome {
  const message = error instanceof Error ? error.message : String(error);
  return { failed, message: message.slice(0, 500), ...placeOf(error) };
}

/** The first line of the operator's own that the failure went through. */
function placeOf(error: unknown): { file: string | null; line: number | null } {
  if (!(error instanceof Error)) return { file: null, line: null };
  if ("place" in error) {
    const { url, specifier } = error.place as { url: string; specifier: string };
    if (!url.startsWith(home)) return { file: null, line: null };
    const lines = readFileSync(fileURLToPath(url), "utf8").split("\n");
    const at = lines.findIndex((line) => line.includes(`"${specifier}"`) || line.includes(`'${specifier}'`));
    return { file: url.slice(home.length), line: at === -1 ? null : at + 1 };
  }
  const stack = error.stack ?? "";
  // Node names a file by its address where it runs, and by its path where it cannot be read as TypeScript.
  const [, name = null, line] =
    [home, `${folder}/`]
      .map((start) => stack.split(start)[1])
      .map((rest) => /^([^:\s]+)(?::(\d+))?/.exec(rest ?? ""))
      .find((match) => match !== null) ?? [];
  return { file: name, line: line === undefined ? null : Number(line) };
}

function finish(outcome: CompileOutcome): void {
  process.stdout.write(JSON.stringify(outcome), () => process.exit(0));
}
