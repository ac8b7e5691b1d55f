import {
  type Attribute,
  attributesOf,
  type CompiledPolicy,
  type Form,
  type NamePart,
} from "../../policy/index.ts";
import { openFields } from "./open-fields.ts";

/** What tells several telephone numbers of one person apart (clause img-privacy/3.3). */
export const PHONE_KINDS = ["mobile", "work", "home"] as const;
export type PhoneKind = (typeof PHONE_KINDS)[number];

/** One input of a form's page: a field is one, but for a name in parts and for what may be given several times. */
export interface FormInputPlace {
  /** As the browser names it: `phone`, `phone-2`, `name-family`. */
  readonly name: string;
  readonly attribute: Attribute;
  /** Of a name that is asked for in parts; null otherwise. */
  readonly part: NamePart | null;
  /** 1 for the first of several. */
  readonly place: number;
  /** Name of the choice of its kind beside it; null where there is none. */
  readonly kindName: string | null;
  readonly required: boolean;
  readonly hint: Form["fields"][number]["hint"];
}

/** Every input that a form shows and takes under this policy, in its order. */
export function inputsOf(form: Form, policy: CompiledPolicy): FormInputPlace[] {
  return openFields(form, policy).flatMap((field): FormInputPlace[] => {
    const attribute = attributesOf(policy).find(({ code }) => code === field.attribute);
    if (attribute === undefined) return [];
    const { required, hint } = field;
    const shared = { attribute, required, hint };
    if (attribute.parts.length > 0) {
      return attribute.parts.map((part) => ({
        ...shared,
        name: `${attribute.code}-${part}`,
        part,
        place: 1,
        kindName: null,
      }));
    }
    const several = attribute.many > 1;
    return Array.from({ length: Math.max(1, attribute.many) }, (_, i) => {
      const name = i === 0 ? attribute.code : `${attribute.code}-${i + 1}`;
      const kindName = several && attribute.kind === "phone" ? `${name}-kind` : null;
      return { ...shared, name, part: null, place: i + 1, kindName, required: required && i === 0 };
    });
  });
}
