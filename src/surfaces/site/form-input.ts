import { type CompiledPolicy, type Form, LETTER, LETTER_TOPICS } from "../../policy/index.ts";
import type { SentFields, Topic } from "../../services/intake/index.ts";

/** Name of the hidden field with the shown-version token. */
export const TOKEN = "shown";

/** Name of the hidden field with the proof of work. */
export const PROOF = "proof";

/** Name of the choice, and of the query, that say on which subject a sending is. */
export const TOPIC = "topic";

/** Name of the hidden field, and of the query, that say what was being read, or about which service it is. */
export const ABOUT = "about";

/** Name of the control by which a newer version is accepted anew (tension T13). */
export const REACCEPT = "accept-newer";

/** Where letters are written (src/policy/letter.ts). */
export const LETTER_PATH = "/letter/";

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
  /** What was being read, or the service that it is about: `privacy-policy/3`, `websites`. */
  readonly about: string | null;
  readonly trap: string;
  readonly consents: readonly string[];
  readonly reaccepts: boolean;
  readonly fields: SentFields;
}

export function readFormInput(
  sent: Readonly<Record<string, string | string[]>>,
  form: Form,
  policy: CompiledPolicy,
): FormInput {
  const trap = trapName(policy);
  const own = new Set([TOKEN, PROOF, TOPIC, ABOUT, REACCEPT, trap, ...form.consents.map(consentName)]);
  const one = (name: string) => {
    const value = sent[name] ?? "";
    return typeof value === "string" ? value : value.join("");
  };
  return {
    token: one(TOKEN),
    proof: one(PROOF),
    topic: topicOf(one(TOPIC), form, policy),
    about: aboutOf(one(ABOUT), form, policy),
    trap: one(trap),
    consents: form.consents.filter((code) => one(consentName(code)) === "on"),
    reaccepts: policy.settings.versioning.notice === "re-accept" && one(REACCEPT) === "on",
    fields: new Map(
      Object.entries(sent)
        .filter(([name]) => !own.has(name))
        .map(([name, value]) => [name, typeof value === "string" ? [value] : value]),
    ),
  };
}

/** What the sender of a form may choose to write about; empty where there is nothing to choose. */
export function topicsOf(form: Form, { topics }: CompiledPolicy): readonly string[] {
  if (form.code === LETTER) return LETTER_TOPICS;
  return topics.filter((topic) => topic.form === form.code).map(({ code }) => code);
}

/** A topic that the form offers; what it does not offer is its first. */
export function topicOf(asked: string, form: Form, policy: CompiledPolicy): Topic {
  const offered = topicsOf(form, policy);
  return offered.find((code) => code === asked) ?? offered[0] ?? "general";
}

/** What a sending is about, as an address names it: a section of a document for a letter, else a service of the form's. */
export function aboutOf(asked: string, form: Form, policy: CompiledPolicy): string | null {
  if (form.code !== LETTER) {
    const service = policy.services.find(({ code, forms }) => code === asked && forms.includes(form.code));
    return service?.code ?? null;
  }
  for (const document of policy.documents) {
    const section = document.sections.find(({ id }) => sectionSlug(document.code, id) === asked);
    if (section !== undefined) return `${document.code}/${section.id}`;
  }
  return null;
}

/** How an address names a section: letters, digits and dashes alone. */
export function sectionSlug(document: string, section: string): string {
  return `${document}--${section}`.replaceAll(".", "-");
}

/** How an address names what a sending is about. */
export function aboutSlug(about: string): string {
  const [document = "", section] = about.split("/");
  return section === undefined ? document : sectionSlug(document, section);
}
