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
const beside = (name: string) => new URL(languageUrl.replace(/author(\.[jt]s)$/u, `${name}$1`)).href;
const { completePromise } = (await import(
  beside("complete-promise")
)) as typeof import("../../policy/complete-promise.ts");
const rules: Parameters<typeof language.compileOperator>[1] = JSON.parse(readFileSync(0, "utf8"));

/** Modules by a side door, and what reaches other processes: signals, a program in this one's place. */
const PROCESS_WAYS = [
  "getBuiltinModule",
  "binding",
  "_linkedBinding",
  "dlopen",
  "send",
  "kill",
  "_kill",
  "_debugProcess",
  "_debugEnd",
  "execve",
  "loadEnvFile",
  "report",
];

closeWaysOut();
finish(await compile());

async function compile(): Promise<CompileOutcome> {
  let sketch: unknown = null;
  try {
    const { default: definition } = (await import(`${home}policy.ts`)) as { default?: unknown };
    if (!isDefinition(definition)) return failure("policy-not-a-policy", new Error(typeof definition));
    const promised = completePromise(definition.promise);
    const textless = promised.documents.map((document) => ({ ...document, sections: [] }));
    sketch = { ...promised, documents: textless, site: definition.site };
    const compiled = language.compileOperator(definition, rules);
    sketch = compiled;
    return { compiled: language.canonicalJson(compiled) };
  } catch (error) {
    return failure(failureOf(error), error, sketchOf(sketch));
  }
}

function failureOf(error: unknown): "policy-throws" | "policy-no-access" | "policy-malformed" {
  if (!(error instanceof Error)) return "policy-throws";
  if (error.name === "PolicyError") return "policy-malformed";
  const code = "code" in error ? error.code : undefined;
  return code === "ERR_ACCESS_DENIED" || code === "UPHELD_NO_ACCESS" ? "policy-no-access" : "policy-throws";
}

/** As JSON, whatever it holds: what JSON does not know is null, so that its shape is wrong there. */
function sketchOf(value: unknown): string | null {
  try {
    return value === null
      ? null
      : JSON.stringify(value, (_, inner: unknown) => (typeof inner === "function" ? null : inner));
  } catch {
    return null;
  }
}

function isDefinition(value: unknown): value is OperatorDefinition {
  if (typeof value !== "object" || value === null) return false;
  if (!("promise" in value) || !("texts" in value) || !("site" in value)) return false;
  return [value.promise, value.texts, value.site].every((part) => typeof part === "object" && part !== null);
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
  for (const name of ["fetch", "WebSocket", "EventSource", "crypto", "performance"]) {
    Reflect.deleteProperty(globalThis, name);
  }
  for (const name of PROCESS_WAYS) Reflect.deleteProperty(process, name);
  Math.random = () => refused("Math.random");
  globalThis.Date = new Proxy(Date, {
    construct: (target, given, self) =>
      given.length === 0 ? refused("new Date()") : Reflect.construct(target, given, self),
    apply: () => refused("Date()"),
  });
  Date.now = () => refused("Date.now");
}

/** The same files give the same policy, today and tomorrow: there is neither a clock nor chance. */
function refused(what: string): never {
  throw Object.assign(new Error(what), { code: "UPHELD_NO_ACCESS" });
}

function failure(
  failed: "policy-throws" | "policy-no-access" | "policy-not-a-policy" | "policy-malformed",
  error: unknown,
  sketch: string | null = null,
): CompileOutcome {
  const message = error instanceof Error ? detailOf(error) : String(error);
  return { failed, message: message.slice(0, 500), ...placeOf(error), sketch };
}

/** A refusal of the language says what it is about beside what it is. */
function detailOf(error: Error): string {
  return error.name === "PolicyError" && "detail" in error ? String(error.detail) : error.message;
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
