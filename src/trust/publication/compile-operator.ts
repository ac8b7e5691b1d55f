import { spawn } from "node:child_process";
import { existsSync, realpathSync } from "node:fs";
import { basename, dirname, extname, join } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";
import {
  type CompiledPolicy,
  createLocator,
  parseCompiledPolicy,
  PolicyError,
  type StatutorySet,
} from "../../policy/index.ts";
import { CompileError } from "./compile.errors.ts";
import { type CompileOutcome, compileOutcome } from "./compile-outcome.ts";
import { readSources } from "./read-sources.ts";

export interface CompileLimits {
  /** Default 5000 ms. */
  readonly timeout?: number;
  /** Of the compiled policy and all that is written, bytes. Default 4 MiB. */
  readonly output?: number;
  /** Of the process's heap, MiB. Default 128. */
  readonly memory?: number;
}

/**
 * Compiles the policy in an operator's folder, in a process of its own that may read that folder and the language
 * and nothing else. What comes back is checked for its shape here, as anything from outside is.
 * @throws CompileError, one, with file and line where there is one
 */
export async function compileOperatorFolder(
  folder: string,
  rules: readonly StatutorySet[],
  limits: CompileLimits = {},
): Promise<CompiledPolicy> {
  if (!existsSync(join(folder, "policy.ts"))) throw new CompileError("policy-missing", basename(folder));
  const home = realpathSync(folder);
  const outcome = await run(home, rules, limits);
  if ("failed" in outcome) {
    if (outcome.sketch !== null) parsed(home, outcome.sketch);
    const place = outcome.file === null ? placeIn(home, outcome.message) : outcome;
    throw new CompileError(outcome.failed, outcome.message, place);
  }
  const compiled = parsed(home, outcome.compiled);
  if (compiled.operator.id !== basename(home)) {
    throw new CompileError("policy-other-operator", compiled.operator.id);
  }
  return compiled;
}

/** @throws CompileError `policy-malformed`, with the place in the author's files */
function parsed(home: string, json: string): CompiledPolicy {
  try {
    return parseCompiledPolicy(json);
  } catch (error) {
    if (!(error instanceof PolicyError)) throw error;
    throw new CompileError("policy-malformed", error.detail, placeIn(home, error.detail));
  }
}

/** Where the author wrote what a detail names: `purposes.offers.basis: expected …`. */
function placeIn(home: string, detail: string): { file: string | null; line: number | null } {
  const [where = ""] = detail.split(": ");
  const clause =
    /\.clauses\.(.+?)(?:\.(?:text|says|keptBy|kept|kind|enforceability|invalidated)\b.*)?$/u.exec(where);
  const place = createLocator(readSources(home))({
    where,
    clause: clause?.[1] ?? null,
  });
  return place ?? { file: null, line: null };
}

/** Beside this file, as TypeScript in the source and as JavaScript once built. */
const extension = extname(import.meta.url);
const child = realpathSync(fileURLToPath(new URL(`./compile-operator.child${extension}`, import.meta.url)));
const language = join(dirname(child), "../../policy");

function run(home: string, rules: readonly StatutorySet[], limits: CompileLimits): Promise<CompileOutcome> {
  const { timeout = 5000, output = 4 * 1024 * 1024, memory = 128 } = limits;
  return new Promise((resolve, reject) => {
    const compiling = spawn(
      process.execPath,
      [
        "--permission",
        `--allow-fs-read=${home}/*`,
        `--allow-fs-read=${language}/*`,
        `--allow-fs-read=${dirname(child)}/*`,
        `--max-old-space-size=${memory}`,
        "--no-warnings",
        child,
        home,
        pathToFileURL(join(language, `author${extension}`)).href,
      ],
      {
        cwd: home,
        env: {},
        stdio: ["pipe", "pipe", "pipe"],
        timeout,
        killSignal: "SIGKILL",
      },
    );
    const out: Buffer[] = [];
    const err: Buffer[] = [];
    let size = 0;
    const collect = (chunks: Buffer[]) => (chunk: Buffer) => {
      size += chunk.length;
      if (size <= output) chunks.push(chunk);
      else compiling.kill("SIGKILL");
    };
    compiling.stdout.on("data", collect(out));
    compiling.stderr.on("data", collect(err));
    compiling.on("error", reject);
    compiling.on("close", (status, signal) => {
      try {
        if (size > output) throw new CompileError("policy-too-large", `more than ${output} bytes`);
        resolve(readOutcome(Buffer.concat(out).toString(), Buffer.concat(err).toString(), status, signal));
      } catch (error) {
        reject(error as Error);
      }
    });
    // A policy that ends its process at once leaves nobody to read the rules.
    compiling.stdin.on("error", () => {});
    compiling.stdin.end(JSON.stringify(rules.map(statutoryOf)));
  });
}

/** What a policy's texts may state of the law, and no more of it. */
function statutoryOf({
  regime,
  version,
  validFrom,
  source,
  verifiedOn,
  purposes,
}: StatutorySet): StatutorySet {
  return { regime, version, validFrom, source, verifiedOn, purposes };
}

/** Node's exit status when a top-level `await` never settles. */
const NEVER_SETTLED = 13;

function readOutcome(
  out: string,
  err: string,
  status: number | null,
  signal: NodeJS.Signals | null,
): CompileOutcome {
  if (/heap out of memory|heap limit/i.test(err)) throw new CompileError("policy-too-large", "memory");
  if (signal === "SIGKILL") throw new CompileError("policy-too-slow", "");
  if (status === NEVER_SETTLED) throw new CompileError("policy-too-slow", "it awaits what never comes");
  if (err !== "") throw new CompileError("policy-prints", firstLine(err));
  if (out === "") throw new CompileError("policy-ends-early", `status ${status ?? signal}`);
  if (!out.startsWith("{")) throw new CompileError("policy-prints", firstLine(out));
  const said = compileOutcome.safeParse(parsedOrNull(out));
  if (!said.success) throw new CompileError("policy-prints", firstLine(out));
  return said.data;
}

function parsedOrNull(json: string): unknown {
  try {
    return JSON.parse(json);
  } catch {
    return null;
  }
}

function firstLine(text: string): string {
  return (text.split("\n", 1)[0] ?? "").slice(0, 80);
}
