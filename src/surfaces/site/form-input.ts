import type { CompiledPolicy, Form } from "../../policy/index.ts";
import type { SentFields, Topic } from "../../services/intake/index.ts";

/** Name of the hidden field with the shown-version token. */
export const TOKEN = "shown";

/** Name of the hidden field with the proof of work. */
export const PROOF = "proof";

/** Name of the hidden field, and of the query, that say what a sending is about. */
export const ABOUT = "about";

/** The one topic that an address names. */
export const MY_DATA = "my-data";

const CONSENT = "consent-";

/** Names that programs like to fill in; the first that the policy has no attribute of is the trap's. */
const TEMPTING = ["website", "homepage", "web-address"];

/** Name of the field that people do not see. Never that of something that the policy knows. */
export function trapName(policy: CompiledPolicy): string {
  const known = new Set(policy.attributes.map(({ code }) => code));
  return TEMPTING.find((name) => !known.has(name)) ?? "leave-empty";
}

/** Name of a consent's box. */
export function consentName(code: string): string {
  return `${CONSENT}${code}`;
}

/** What a browser sent, each thing in its place; what the form may take of the fields is checked later. */
export interface FormInput {
  readonly token: string;
  readonly proof: string;
  readonly topic: Topic;
  readonly trap: string;
  readonly consents: readonly string[];
  readonly fields: SentFields;
}

export function readFormInput(
  sent: Readonly<Record<string, string | string[]>>,
  form: Form,
  policy: CompiledPolicy,
): FormInput {
  const trap = trapName(policy);
  const own = new Set([TOKEN, PROOF, ABOUT, trap, ...form.consents.map(consentName)]);
  const one = (name: string) => {
    const value = sent[name] ?? "";
    return typeof value === "string" ? value : value.join("");
  };
  return {
    token: one(TOKEN),
    proof: one(PROOF),
    topic: topicOf(one(ABOUT)),
    trap: one(trap),
    consents: form.consents.filter((code) => one(consentName(code)) === "on"),
    fields: new Map(
      Object.entries(sent)
        .filter(([name]) => !own.has(name))
        .map(([name, value]) => [name, typeof value === "string" ? [value] : value]),
    ),
  };
}

export function topicOf(about: string): Topic {
  return about === MY_DATA ? MY_DATA : "general";
}
