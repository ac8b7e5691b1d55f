import { isStaffRight, type StaffRight } from "../../people/staff/index.ts";
import { isProcessingOperation, type ProcessingOperation } from "../../policy/index.ts";
import { type Refusal, REFUSALS } from "../../trust/gate/index.ts";
import { type CommandInput, EXIT, optional, UsageError } from "./command.ts";

/** What somebody who answers enquiries needs; deny by default beyond it. */
const ANSWERING: readonly ProcessingOperation[] = ["extract", "use", "record"];

/** The one login that a command of `staff` is about. */
export function loginOf({ positionals }: CommandInput): string {
  const [login] = positionals;
  if (login === undefined || positionals.length > 1) throw new UsageError("Name one login.");
  return login;
}

/** An option that may be repeated. */
export function allOf({ values }: CommandInput, option: string): string[] {
  const given: unknown = values[option];
  return Array.isArray(given) ? given.map(String) : [];
}

export function rightsOf(input: CommandInput): StaffRight[] {
  return allOf(input, "right").map((right) => {
    if (!isStaffRight(right)) {
      throw new UsageError("--right is publish, manage-staff, manage-keys or operate.");
    }
    return right;
  });
}

/** The purposes that `--purpose` names, each with the operations that `--operation` names, or with `usual` ones. */
export function authorisationsOf(
  input: CommandInput,
  usual: readonly ProcessingOperation[] = ANSWERING,
): { purpose: string; operations: ProcessingOperation[] }[] {
  const named = allOf(input, "operation").map((operation) => {
    if (!isProcessingOperation(operation)) throw new UsageError("--operation names no operation.");
    return operation;
  });
  const operations = named.length === 0 ? [...usual] : named;
  return allOf(input, "purpose").map((purpose) => ({ purpose, operations }));
}

/** The end of the day that `--until` names, UTC, ms. */
export function untilOf(input: CommandInput): number | undefined {
  const until = optional(input, "until");
  if (until === undefined) return undefined;
  const end = /^\d{4}-\d\d-\d\d$/u.test(until) ? Date.parse(`${until}T23:59:59.999Z`) : Number.NaN;
  if (Number.isNaN(end)) throw new UsageError("--until is a date: 2027-06-30.");
  return end;
}

/** Says what the gate refused. */
export function sayRefusal({ terminal }: CommandInput, { code, about, clause }: Refusal): number {
  const cited = clause === null ? "" : ` (${clause})`;
  terminal.err(`Refused: ${REFUSALS[code].message.en} ${code}: ${about}${cited}. The refusal is journalled.`);
  return EXIT.refused;
}

export const dateOf = (at: number): string => new Date(at).toISOString().slice(0, 10);
