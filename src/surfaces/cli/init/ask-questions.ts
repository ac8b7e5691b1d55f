import { createInterface } from "node:readline/promises";
import type { Readable } from "node:stream";
import { type Terminal, UsageError } from "../command.ts";
import { isAsked, operatorAnswers, type OperatorAnswers, problemWith } from "./answers.ts";
import { QUESTIONS } from "./questions.ts";

/**
 * Asks at the terminal, one line an answer; an answer that cannot be used is asked for again, with the reason. A
 * question whose answer is in `already` is not asked.
 * @throws UsageError when the input ends before the questions do
 */
export async function askQuestions(
  already: Readonly<Record<string, string>>,
  input: Readable,
  terminal: Terminal,
): Promise<OperatorAnswers> {
  const given: Record<string, string> = { ...already };
  const lines = createInterface({ input });
  const typed = lines[Symbol.asyncIterator]();
  try {
    for (const question of QUESTIONS) {
      if (question.key in given || !isAsked(question, given)) continue;
      const otherwise = question.otherwise?.(given) ?? "";
      terminal.out(`\n${question.ask}${otherwise === "" ? "" : ` [${otherwise}]`}\n  ${question.why}\n`);
      for (;;) {
        terminal.out("> ");
        const line = await typed.next();
        if (line.done === true) throw new UsageError("The answers ended before the questions did.");
        const answer = line.value.trim() || otherwise;
        const problem = problemWith(question, answer);
        given[question.key] = answer;
        if (problem === null) break;
        terminal.out(`  That ${problem}. Please again.\n`);
      }
    }
  } finally {
    lines.close();
  }
  return operatorAnswers(given);
}
