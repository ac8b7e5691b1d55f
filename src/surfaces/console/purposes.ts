import type { Language } from "../../platform/i18n/index.ts";
import { type CompiledPolicy, OPERATION_WORDS, type ProcessingOperation } from "../../policy/index.ts";
import type { Operator } from "../operator.ts";

/** What somebody at the console does with data; passing on, erasing and publishing are granted by name elsewhere. */
export const CONSOLE_OPERATIONS = [
  "record",
  "clarify",
  "extract",
  "use",
  "provide",
] as const satisfies readonly ProcessingOperation[];

export interface GrantablePurpose {
  readonly code: string;
  readonly label: string;
  /** Of `CONSOLE_OPERATIONS`, those that the purpose allows. */
  readonly operations: readonly ProcessingOperation[];
}

/** The purposes for which somebody can be authorised: the policy's in force, and those that law imposes. */
export function grantablePurposes(
  policy: CompiledPolicy,
  { statutory }: Pick<Operator, "statutory">,
  language: Language,
): GrantablePurpose[] {
  return [...policy.purposes, ...statutory]
    .map(({ code, label, operations }) => ({
      code,
      label: label[language],
      operations: CONSOLE_OPERATIONS.filter((one) => operations.includes(one)),
    }))
    .filter(({ operations }) => operations.length > 0);
}

/** An operation in words; a code that a later release wrote stands as it is. */
export function operationText(operation: string, language: Language): string {
  const words: Readonly<Record<string, { readonly en: string; readonly ru: string }>> = OPERATION_WORDS;
  return words[operation]?.[language] ?? operation;
}

/** A purpose in words; one that no policy in force has any more stands as its code. */
export function purposeText(
  code: string,
  policy: CompiledPolicy,
  { statutory }: Pick<Operator, "statutory">,
  language: Language,
): string {
  return [...policy.purposes, ...statutory].find((one) => one.code === code)?.label[language] ?? code;
}
