import { existsSync, mkdirSync, mkdtempSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { readFile } from "node:fs/promises";
import { join, normalize } from "node:path";
import { localDate, systemClock } from "../../../platform/clock/index.ts";
import { type Command, EXIT, optional, type Terminal, UsageError } from "../command.ts";
import { answersFrom, type OperatorAnswers, problemWith } from "./answers.ts";
import { askQuestions } from "./ask-questions.ts";
import { operatorFiles } from "./operator-files.ts";
import { QUESTIONS } from "./questions.ts";

export const init: Command = {
  name: "init",
  usage: "init [NAME] [--answers FILE] [--into FOLDER]",
  summary: "Ask a dozen questions and write an operator of your own: its promise, policy and home page.",
  help: `
  NAME            short name of the operator, also its folder's; asked for when left out
  --answers FILE  answers as JSON instead of questions: {"name": "acme", "legalName": {"en": "…", "ru": "…"}, …}
  --into FOLDER   where the operator's folder is made; default: operators

An empty answer takes what stands in brackets. A folder that is there already is never touched.`,
  options: { answers: { type: "string" }, into: { type: "string" } },
  async run(input) {
    const [name, ...more] = input.positionals;
    if (more.length > 0) throw new UsageError("Name one operator.");
    const into = optional(input, "into") ?? "operators";
    if (name !== undefined) refuseName(name, into);
    const file = optional(input, "answers");
    const answers =
      file === undefined
        ? await askQuestions(name === undefined ? {} : { name }, process.stdin, input.terminal)
        : answersFrom(await readAnswers(file), name);
    refuseName(answers.name, into);
    write(join(into, answers.name), operatorFiles(answers, localDate(systemClock.now(), answers.timeZone)));
    tellNext(answers, into, input.terminal);
    return EXIT.done;
  },
};

/** Before anything is asked, as far as it can be known by then. */
function refuseName(name: string, into: string): void {
  const [question] = QUESTIONS;
  const problem = question === undefined ? null : problemWith(question, name);
  if (problem !== null) throw new UsageError(`name ${problem}.`);
  const folder = join(into, name);
  if (existsSync(folder)) throw new Error(`${normalize(folder)} is there already. Nothing was changed.`);
}

async function readAnswers(file: string): Promise<string> {
  try {
    return await readFile(file, "utf8");
  } catch {
    throw new UsageError("The file that --answers names cannot be read.");
  }
}

/** Whole or not at all: the files are written beside and moved in one step. */
function write(folder: string, files: Readonly<Record<string, string>>): void {
  mkdirSync(join(folder, ".."), { recursive: true });
  const beside = mkdtempSync(`${folder}-`);
  try {
    for (const [file, text] of Object.entries(files)) writeFileSync(join(beside, file), text, { flag: "wx" });
    renameSync(beside, folder);
  } catch (error) {
    rmSync(beside, { recursive: true, force: true });
    throw error;
  }
}

function tellNext({ name }: OperatorAnswers, into: string, terminal: Terminal): void {
  const folder = normalize(join(into, name));
  terminal.out(`
${folder} is written. It passes the check as it stands; change it as you like.

  npx upheld check ${typed(folder)}    what is wrong with it, where, and what to do
  npm start${into === "operators" ? "" : `  with UPHELD_OPERATORS=${typed(normalize(into))}`}
                                publishes it as version 1 and serves it
  http://${name}.localhost:8080/

Read privacy-policy.ts before you publish: it is your promise, and a lawyer should agree with it.
`);
}

/** A path as it is typed at a shell: in quotes where it has a space. */
function typed(path: string): string {
  return /\s/u.test(path) ? `"${path}"` : path;
}
