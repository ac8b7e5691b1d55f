import { type CompiledPolicy, type Form, type FormField, LETTER } from "../../policy/index.ts";

/**
 * The fields that a form may ask under this policy: where free text is `off`, such a field is neither shown nor taken
 * (clause itsectr-privacy/3.2.5, tension T18).
 */
export function openFields(form: Form, policy: CompiledPolicy): readonly FormField[] {
  if (policy.freeText !== "off" || form.code === LETTER) return form.fields;
  const closed = new Set(
    policy.attributes.filter(({ kind }) => kind === "free-text").map(({ code }) => code),
  );
  return form.fields.filter(({ attribute }) => !closed.has(attribute));
}
