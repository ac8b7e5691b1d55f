import { type IdentifierKind, normalEmail, normalPhone } from "../../people/subjects/index.ts";
import { isMailAddress } from "../../platform/mail/index.ts";
import type { Attribute, CompiledPolicy, Form } from "../../policy/index.ts";
import { type FormInputPlace, inputsOf, PHONE_KINDS } from "./inputs-of.ts";

/** Why one field is refused. The words are the page's. */
export type FieldProblem =
  | "undeclared"
  | "missing"
  | "too-long"
  | "not-an-address"
  | "not-a-number"
  | "repeated";

/** What was sent, as the browser names it. */
export type SentFields = ReadonlyMap<string, readonly string[]>;

export interface CheckedValue {
  readonly attribute: string;
  /** Which of several of one attribute: a part of a name, the kind of a telephone; null where there is but one. */
  readonly qualifier: string | null;
  readonly plaintext: string;
}

export interface CheckedFields {
  readonly values: readonly CheckedValue[];
  readonly identifiers: readonly { readonly kind: IdentifierKind; readonly normal: string }[];
  /** Consents of the form whose boxes were ticked, in the form's order. None is ever required. */
  readonly consents: readonly string[];
  /** By field name, in the order of the form; undeclared ones last. Empty when all is well. */
  readonly problems: ReadonlyMap<string, FieldProblem>;
}

/**
 * Takes only what the policy in force permits on this form (clauses itsectr-privacy/3.2, 3.2.1 to 3.2.5): an
 * undeclared field is a problem of its own, an empty optional one is nothing. Text keeps its inner form; what is
 * around it is trimmed and line ends become one kind.
 */
export function checkFields(
  sent: SentFields,
  ticked: readonly string[],
  form: Form,
  policy: CompiledPolicy,
): CheckedFields {
  const inputs = inputsOf(form, policy);
  const values: CheckedValue[] = [];
  const identifiers: { kind: IdentifierKind; normal: string }[] = [];
  const problems = new Map<string, FieldProblem>();

  for (const input of inputs) {
    const { name, attribute, required } = input;
    const given = sent.get(name) ?? [];
    const plaintext = (given[0] ?? "").replace(/\r\n?/gu, "\n").trim();
    const kind = qualifierOf(input, sent);
    if (given.length > 1 || kind === undefined) problems.set(name, "repeated");
    else if (plaintext === "") {
      if (required && !hasAnotherPart(input, inputs, sent)) problems.set(name, "missing");
    } else {
      const problem = problemOf(plaintext, attribute, policy);
      if (problem !== null) problems.set(name, problem);
      values.push({ attribute: attribute.code, qualifier: kind, plaintext });
      const identifier = identifierOf(plaintext, attribute, policy);
      if (identifier !== null) identifiers.push(identifier);
    }
  }
  const names = new Set(
    inputs.flatMap(({ name, kindName }) => (kindName === null ? [name] : [name, kindName])),
  );
  for (const name of sent.keys()) if (!names.has(name)) problems.set(name, "undeclared");
  for (const code of ticked) {
    if (!form.consents.includes(code)) problems.set(code, "undeclared");
  }
  const consents = form.consents.filter((code) => ticked.includes(code));
  return { values, identifiers, consents, problems };
}

/** Which part or kind a value is; undefined for a kind that nobody offers. */
function qualifierOf({ part, kindName }: FormInputPlace, sent: SentFields): string | null | undefined {
  if (kindName === null) return part;
  const [kind = "", ...others] = sent.get(kindName) ?? [];
  if (kind === "") return null;
  return others.length === 0 ? PHONE_KINDS.find((offered) => offered === kind) : undefined;
}

/** People have names of one part: of a required name in parts any part will do (clause img-privacy/3.1). */
function hasAnotherPart(
  { part, attribute }: FormInputPlace,
  inputs: readonly FormInputPlace[],
  sent: SentFields,
): boolean {
  if (part === null) return false;
  const parts = inputs.filter((other) => other.attribute.code === attribute.code);
  // The first of the parts speaks for all of them.
  return part !== parts[0]?.part || parts.some(({ name }) => (sent.get(name)?.[0] ?? "").trim() !== "");
}

function problemOf(plaintext: string, attribute: Attribute, policy: CompiledPolicy): FieldProblem | null {
  if ([...plaintext].length > attribute.maxLength) return "too-long";
  if (attribute.kind === "email" && !isAddress(plaintext)) return "not-an-address";
  if (attribute.kind === "phone" && normalPhone(plaintext, policy.operator.country) === null) {
    return "not-a-number";
  }
  return null;
}

/** One that mail can go to as it was typed: what the normal form would mend is mended by its sender. */
function isAddress(plaintext: string): boolean {
  return isMailAddress(plaintext) && normalEmail(plaintext) !== null;
}

function identifierOf(plaintext: string, attribute: Attribute, policy: CompiledPolicy) {
  if (attribute.kind === "email") {
    const normal = normalEmail(plaintext);
    return normal === null ? null : { kind: "email" as const, normal };
  }
  if (attribute.kind === "phone") {
    const normal = normalPhone(plaintext, policy.operator.country);
    return normal === null ? null : { kind: "phone" as const, normal };
  }
  return null;
}
