import type { Language, Localised } from "../../../policy/index.ts";
import { UsageError } from "../command.ts";
import { type GivenAnswers, type Question, QUESTIONS } from "./questions.ts";

/** Everything that a new operator is made from. */
export interface OperatorAnswers {
  readonly name: string;
  readonly languages: readonly Language[];
  readonly shortName: Localised;
  readonly legalName: Localised;
  readonly address: Localised;
  readonly inn: string;
  readonly ogrn: string;
  readonly host: string;
  readonly email: string;
  readonly phone: string;
  readonly timeZone: string;
  readonly takesPhone: boolean;
  readonly takesCompany: boolean;
  readonly retentionDays: number;
  readonly asksForOffers: boolean;
}

/** The answers of questions that were all answered rightly; what is said in one language only serves for both. */
export function operatorAnswers(given: GivenAnswers): OperatorAnswers {
  const said = (key: string) => given[key] ?? "";
  const localised = (key: string): Localised => ({
    en: given[`${key}.en`] ?? said(`${key}.ru`),
    ru: given[`${key}.ru`] ?? said(`${key}.en`),
  });
  const isYes = (key: string) => said(key) === "yes";
  return {
    name: said("name"),
    languages: said("languages").split(" ") as Language[],
    shortName: localised("shortName"),
    legalName: localised("legalName"),
    address: localised("address"),
    inn: said("inn"),
    ogrn: said("ogrn"),
    host: said("host"),
    email: said("email"),
    phone: said("phone"),
    timeZone: said("timeZone"),
    takesPhone: isYes("takesPhone"),
    takesCompany: isYes("takesCompany"),
    retentionDays: Number(said("retentionDays")),
    asksForOffers: isYes("asksForOffers"),
  };
}

/**
 * Answers from a file, by the rules of the questions that are asked at a terminal.
 * @throws UsageError that names every answer that is missing, wrong or not asked for
 */
export function answersFrom(json: string, name: string | undefined): OperatorAnswers {
  const written = flat(readJson(json));
  const given: Record<string, string> = name === undefined ? written : { ...written, name };
  const wrong = Object.keys(given)
    .filter((key) => !QUESTIONS.some((question) => question.key === key))
    .map((key) => `${key} is not asked for.`);
  for (const question of QUESTIONS) {
    if (!isAsked(question, given)) {
      delete given[question.key];
      continue;
    }
    const answer = (given[question.key] ?? "").trim() || (question.otherwise?.(given) ?? "");
    const problem = problemWith(question, answer);
    if (problem !== null) wrong.push(`${question.key} ${problem}.`);
    given[question.key] = answer;
  }
  if (wrong.length > 0) throw new UsageError(`These answers cannot be used:\n  ${wrong.join("\n  ")}`);
  return operatorAnswers(given);
}

export function isAsked({ applies }: Question, given: GivenAnswers): boolean {
  return applies === undefined || applies(given);
}

/** What is wrong with an answer, an empty one included; null when it can be used. */
export function problemWith(question: Question, answer: string): string | null {
  return answer === "" ? "is missing" : question.wrong(answer);
}

function readJson(json: string): Readonly<Record<string, unknown>> {
  let value: unknown;
  try {
    value = JSON.parse(json);
  } catch {
    throw new UsageError("The file of answers is not JSON.");
  }
  if (typeof value === "object" && value !== null && !Array.isArray(value)) return { ...value };
  throw new UsageError("The file of answers has to hold one JSON object.");
}

/** As they would be typed: `{ "legalName": { "en": … } }` is `legalName.en`, true is yes, a list has spaces between. */
function flat(members: Readonly<Record<string, unknown>>, before = ""): Record<string, string> {
  const all: Record<string, string> = {};
  for (const [key, value] of Object.entries(members)) {
    const name = `${before}${key}`;
    if (typeof value === "boolean") all[name] = value ? "yes" : "no";
    else if (Array.isArray(value)) all[name] = value.join(" ");
    else if (typeof value === "object" && value !== null && before === "") {
      Object.assign(all, flat({ ...value }, `${name}.`));
    } else all[name] = String(value);
  }
  return all;
}
