import { type IdentifierKind, normalEmail, normalPhone } from "../../people/subjects/index.ts";
import { isMailAddress } from "../../platform/mail/index.ts";
import type { Attribute, CompiledPolicy, Form } from "../../policy/index.ts";
import { openFields } from "./open-fields.ts";

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

export interface CheckedFields {
  readonly values: readonly { readonly attribute: string; readonly plaintext: string }[];
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
  const fields = openFields(form, policy);
  const values: { attribute: string; plaintext: string }[] = [];
  const identifiers: { kind: IdentifierKind; normal: string }[] = [];
  const problems = new Map<string, FieldProblem>();

  for (const field of fields) {
    const attribute = policy.attributes.find((item) => item.code === field.attribute);
    if (attribute === undefined) continue;
    const given = sent.get(attribute.code) ?? [];
    const plaintext = (given[0] ?? "").replace(/\r\n?/gu, "\n").trim();
    if (given.length > 1) problems.set(attribute.code, "repeated");
    else if (plaintext === "") {
      if (field.required) problems.set(attribute.code, "missing");
    } else {
      const problem = problemOf(plaintext, attribute, policy);
      if (problem !== null) problems.set(attribute.code, problem);
      values.push({ attribute: attribute.code, plaintext });
      const identifier = identifierOf(plaintext, attribute, policy);
      if (identifier !== null) identifiers.push(identifier);
    }
  }
  for (const name of sent.keys()) {
    if (!fields.some((field) => field.attribute === name)) problems.set(name, "undeclared");
  }
  for (const code of ticked) {
    if (!form.consents.includes(code)) problems.set(code, "undeclared");
  }
  const consents = form.consents.filter((code) => ticked.includes(code));
  return { values, identifiers, consents, problems };
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
