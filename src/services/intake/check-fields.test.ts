import { describe, expect, test } from "vitest";
import { keeps, removes } from "../../../test/keeps.ts";
import { smallPolicy } from "../../../test/small-policy.ts";
import type { Attribute, CompiledPolicy, Form } from "../../policy/index.ts";
import { checkFields, type CheckedFields } from "./check-fields.ts";
import { inputsOf } from "./inputs-of.ts";

const attribute = (
  changes: Partial<Attribute> & Pick<Attribute, "code" | "kind" | "category">,
): Attribute => ({
  identifiability: "direct",
  maxLength: 200,
  necessity: null,
  parts: [],
  many: 1,
  label: { en: changes.code, ru: changes.code },
  clause: "1.1",
  ...changes,
});

const policy: CompiledPolicy = smallPolicy({
  attributes: [
    attribute({ code: "name", kind: "text", category: "name", parts: ["family", "given", "patronymic"] }),
    attribute({ code: "email", kind: "email", category: "email" }),
    attribute({ code: "phone", kind: "phone", category: "phone", many: 3 }),
    attribute({ code: "company", kind: "text", category: "company" }),
    attribute({ code: "message", kind: "free-text", category: "message", maxLength: 20 }),
  ],
});
const [first] = policy.forms;
const form: Form = {
  ...(first as Form),
  fields: [
    { attribute: "name", required: true, hint: null },
    { attribute: "phone", required: true, hint: null },
    { attribute: "email", required: false, hint: null },
  ],
};

function check(sent: Record<string, string | string[]>, changes: Partial<Form> = {}): CheckedFields {
  const fields = new Map(Object.entries(sent).map(([name, value]) => [name, [value].flat()]));
  return checkFields(fields, [], { ...form, ...changes }, policy);
}

const whole = { "name-family": "Примеров", phone: "8 200 555 01 42" };

describe("a name in parts", () => {
  test(
    "is kept part by part, as it was written",
    keeps("name-parts", "name-as-written", "img-privacy/3.1", "itsectr-privacy/3.2.1"),
    () => {
      const { values, problems } = check({
        ...whole,
        "name-given": "  Ынсук ",
        "name-patronymic": "Õnne-Mari ابن",
      });
      expect(problems.size).toBe(0);
      expect(values.filter(({ attribute: code }) => code === "name")).toEqual([
        { attribute: "name", qualifier: "family", plaintext: "Примеров" },
        { attribute: "name", qualifier: "given", plaintext: "Ынсук" },
        { attribute: "name", qualifier: "patronymic", plaintext: "Õnne-Mari ابن" },
      ]);
    },
  );

  test("of one part is a name: any part will do, none will not", keeps("name-parts"), () => {
    expect(check({ ...whole, "name-family": "", "name-given": "Ынсук" }).problems.size).toBe(0);
    expect([...check({ phone: whole.phone }).problems]).toEqual([["name-family", "missing"]]);
  });

  test("is not taken whole, nor in a part that the policy does not ask for", removes("name-parts"), () => {
    expect(check({ ...whole, name: "Примеров Пример" }).problems.get("name")).toBe("undeclared");
    const unparted = policy.attributes.map((item) => ({ ...item, parts: [] }));
    const sent = new Map([["name-family", ["Примеров"]]]);
    const without = checkFields(sent, [], form, { ...policy, attributes: unparted });
    expect(without.problems.get("name-family")).toBe("undeclared");
  });
});

describe("several telephone numbers", () => {
  test(
    "are values of their own, each of its kind, each to be found by",
    keeps("several-phones", "img-privacy/3.3"),
    () => {
      const sent = {
        ...whole,
        "phone-kind": "mobile",
        "phone-2": "+44 20 7946 0000",
        "phone-2-kind": "work",
        "phone-3": "",
      };
      const { values, identifiers, problems } = check(sent);
      expect(problems.size).toBe(0);
      expect(values.filter(({ attribute: code }) => code === "phone")).toEqual([
        { attribute: "phone", qualifier: "mobile", plaintext: "8 200 555 01 42" },
        { attribute: "phone", qualifier: "work", plaintext: "+44 20 7946 0000" },
      ]);
      expect(identifiers).toEqual([
        { kind: "phone", normal: "+72005550142" },
        { kind: "phone", normal: "+442079460000" },
      ]);
    },
  );

  test(
    "are refused one by one, and a kind that nobody offers is",
    keeps("several-phones", "phone-normal-form", "itsectr-privacy/3.2.2"),
    () => {
      const sent = { ...whole, "phone-2": "12", "phone-3": "+7 200 555-01-43", "phone-3-kind": "fax" };
      expect([...check(sent).problems]).toEqual([
        ["phone-2", "not-a-number"],
        ["phone-3", "repeated"],
      ]);
    },
  );

  test("are no more than the policy allows", removes("several-phones"), () => {
    expect(check({ ...whole, "phone-4": "+7 200 555-01-43" }).problems.get("phone-4")).toBe("undeclared");
    const single = policy.attributes.map((item) => ({ ...item, many: 1 }));
    const sent = new Map([["phone-2", ["+7 200 555-01-43"]]]);
    const without = checkFields(sent, [], form, { ...policy, attributes: single });
    expect(without.problems.get("phone-2")).toBe("undeclared");
  });
});

test(
  "an optional field may stay empty, whatever it is, and a required one may not",
  keeps("optional-fields", "itserw-privacy/1.1.optional", "itsectr-privacy/3.2.4"),
  () => {
    for (const { code } of policy.attributes) {
      const fields = [{ attribute: code, required: false, hint: null }];
      const names = inputsOf({ ...form, fields }, policy).map(({ name }) => [name, ""] as const);
      const { values, problems } = check(Object.fromEntries(names), { fields });
      expect([values, problems.size]).toEqual([[], 0]);
    }
  },
);

test(
  "with the mark of being optional taken off, the empty field is noticed",
  removes("optional-fields"),
  () => {
    for (const { code } of policy.attributes) {
      const fields = [{ attribute: code, required: true, hint: null }];
      const names = inputsOf({ ...form, fields }, policy).map(({ name }) => [name, ""] as const);
      const { problems } = check(Object.fromEntries(names), { fields });
      expect([...problems.values()]).toEqual(["missing"]);
    }
  },
);

test(
  "a field that the form does not ask for is named, whoever else's policy knows it",
  keeps("permitted-fields", "listed-attributes"),
  () => {
    for (const code of ["company", "message", "sex", "phone-kind-kind", "__proto__"]) {
      const sent = new Map<string, readonly string[]>([
        ...Object.entries(whole).map(([name, value]) => [name, [value]] as const),
        [code, ["x"]],
      ]);
      expect(checkFields(sent, [], form, policy).problems.get(code)).toBe("undeclared");
    }
  },
);
