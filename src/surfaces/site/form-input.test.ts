import { expect, test } from "vitest";
import { keeps, removes } from "../../../test/keeps.ts";
import { smallPolicy } from "../../../test/small-policy.ts";
import type { CompiledPolicy, Form } from "../../policy/index.ts";
import { aboutOf, readFormInput, topicOf, topicsOf } from "./form-input.ts";

const words = { en: "Words", ru: "Слова" };
const topic = (code: string, form = "feedback") => ({ code, label: words, clause: "1.1", form });
const policy: CompiledPolicy = smallPolicy({
  topics: [topic("services"), topic("cooperation"), topic("repairs", "order")],
});
const [form] = policy.forms as [Form];

test("itsectr-agreement/4.2.3: a form offers its own topics, and takes one of these", keeps("topics"), () => {
  expect(topicsOf(form, policy)).toEqual(["services", "cooperation"]);
  expect(topicOf("cooperation", form, policy)).toBe("cooperation");
  // Another form's, one that nobody declared, and none.
  for (const asked of ["repairs", "gossip", ""]) expect(topicOf(asked, form, policy)).toBe("services");
});

test("a policy without topics sorts no sending, whatever it names", removes("topics"), () => {
  const without = { ...policy, topics: [] };
  expect(topicsOf(form, without)).toEqual([]);
  expect(readFormInput({ topic: "cooperation" }, form, without).topic).toBe("general");
});

test(
  "itsectr-agreement/3.2.forms: a sending is about a service that its form is for, and about no other",
  keeps("service-enquiries"),
  () => {
    const service = (code: string, forms: readonly string[]): CompiledPolicy["services"][number] => ({
      code,
      path: `/services/${code}/`,
      title: words,
      summary: words,
      body: words,
      clause: "1.1",
      offerStatus: "informational",
      forms,
    });
    const offering = { ...policy, services: [service("sites", ["feedback"]), service("apps", ["order"])] };
    expect(aboutOf("sites", form, offering)).toBe("sites");
    expect(aboutOf("apps", form, offering)).toBeNull();
    expect(aboutOf("privacy-policy--1", form, offering)).toBeNull();
  },
);
