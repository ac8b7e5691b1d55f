/**
 * The process in which an operator's policy file runs, started by compile-operator.ts and by nothing else: without
 * environment or keys, and with no file but the operator's own and the language. It reads rules on its standard input
 * and writes one CompileOutcome.
 */
import { readFileSync, writeSync } from "node:fs";
import { registerHooks, stripTypeScriptTypes } from "node:module";
import { extname } from "node:path";
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
/** This process itself, which the policy does not get to see. */
const node = process;
const rules: Parameters<typeof language.compileOperator>[1] = JSON.parse(readFileSync(0, "utf8"));

/**
 * What a policy finds beside the language of ECMAScript itself: nothing that reads a clock, draws lots, waits, or leads
 * to another process. An object of Node's own leads further by its constructor, so none of them is left.
 */
const LEFT = ["URL", "URLSearchParams", "TextEncoder", "TextDecoder", "structuredClone"];

/** Globals that ECMA-262 and ECMA-402 define, by their property of the global object. */
const OF_THE_LANGUAGE =
  /^(?:globalThis|Infinity|NaN|undefined|eval|isFinite|isNaN|parse(?:Float|Int)|(?:de|en)codeURI(?:Component)?|escape|unescape|JSON|Math|Reflect|Proxy|Intl|Iterator|Promise|Symbol|Date|RegExp|Number|BigInt|Boolean|String|Object|Function|Array|Map|Set|Weak(?:Map|Set|Ref)|FinalizationRegistry|ArrayBuffer|DataView|(?:Big)?(?:Int|Uint|Float)\d+(?:Clamped)?Array|(?:Aggregate|Eval|Range|Reference|Syntax|Type|URI|Suppressed)?Error|(?:Async)?DisposableStack)$/u;

/** How a file of the operator's own is read: as a module, since CommonJS would hand it the loader. */
const FORMATS: Readonly<Record<string, string>> = {
  ".ts": "module-typescript",
  ".mts": "module-typescript",
  ".js": "module",
  ".mjs": "module",
  ".json": "json",
};

// Node's reader of TypeScript is made once, at its first use, of what is taken away below. Built, this is JavaScript, and
// the policy would be that first use.
stripTypeScriptTypes("");
closeWaysOut();
finish(await compile());

async function compile(): Promise<CompileOutcome> {
  let sketch: unknown = null;
  try {
    const { default: definition } = (await import(`${home}policy.ts`)) as {
      default?: unknown;
    };
    if (!isDefinition(definition)) return failure("policy-not-a-policy", new Error(typeof definition));
    const promised = completePromise(definition.promise);
    const textless = promised.documents.map((document) => ({
      ...document,
      sections: [],
    }));
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
      const found = /^(?:\.{1,2}\/|file:)/u.test(specifier) ? next(specifier, context) : null;
      const format = FORMATS[extname(found?.url ?? "")];
      if (found === null || format === undefined) {
        throw Object.assign(new Error(`import of ${specifier}`), {
          code: "UPHELD_NO_ACCESS",
          place: { url: context.parentURL ?? "", specifier },
        });
      }
      return { ...found, format };
    },
  });
  for (const name of Object.getOwnPropertyNames(globalThis)) {
    if (!OF_THE_LANGUAGE.test(name) && !LEFT.includes(name)) Reflect.deleteProperty(globalThis, name);
  }
  for (const key of Object.getOwnPropertySymbols(globalThis)) Reflect.deleteProperty(globalThis, key);
  Object.assign(globalThis, { process: standIn(), console: printer() });
  Math.random = () => refused("Math.random");
  stopClock();
}

/** What a policy may ask of its process: to end it, and to print, which is refused afterwards. */
function standIn() {
  const stream = (fd: number) => ({
    write: (text: unknown) => writeSync(fd, String(text)) > 0,
  });
  return {
    env: {},
    argv: [],
    exit: (code?: number) => node.exit(code),
    stdout: stream(1),
    stderr: stream(2),
  };
}

function printer() {
  const line = (fd: number) => (text: unknown) => void writeSync(fd, `${String(text)}\n`);
  const [out, err] = [line(1), line(2)];
  return { log: out, info: out, debug: out, warn: err, error: err, trace: err };
}

/** No way of asking what day it is: not of the class, not of what made a date, not of a format without one. */
function stopClock(): void {
  const { Date } = globalThis;
  const stopped = new Proxy(Date, {
    construct: (target, given, self) =>
      given.length === 0 ? refused("new Date()") : Reflect.construct(target, given, self),
    apply: () => refused("Date()"),
  });
  Date.now = () => refused("Date.now");
  Date.prototype.constructor = stopped;
  globalThis.Date = stopped;
  const { prototype } = Intl.DateTimeFormat;
  const { formatToParts } = prototype;
  const format = Object.getOwnPropertyDescriptor(prototype, "format")?.get;
  const given = (date: unknown) => (date === undefined ? refused("Intl.DateTimeFormat") : date);
  Object.defineProperty(prototype, "format", {
    get(this: Intl.DateTimeFormat) {
      const bound = format?.call(this) as (date: unknown) => string;
      return (date?: unknown) => bound(given(date));
    },
  });
  prototype.formatToParts = function ofDate(this: Intl.DateTimeFormat, date) {
    return formatToParts.call(this, given(date) as Date);
  };
}

/** The same files give the same policy, today and tomorrow: there is neither a clock nor chance. */
function refused(what: string): never {
  throw Object.assign(new Error(what), { code: "UPHELD_NO_ACCESS" });
}

function failure(
  failed: Extract<CompileOutcome, { failed: string }>["failed"],
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
    const { url, specifier } = error.place as {
      url: string;
      specifier: string;
    };
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

/** A pipe takes as much as it has room for; the parent reads on, or ends what says too much. */
function finish(outcome: CompileOutcome): void {
  const bytes = new TextEncoder().encode(JSON.stringify(outcome));
  for (let at = 0; at < bytes.length; ) at += writeSync(1, bytes, at);
  node.exit(0);
}
