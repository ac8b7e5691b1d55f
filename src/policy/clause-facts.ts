import type { CompiledPolicy, Language, Localised, RetentionRule } from "./compiled.ts";
import { PolicyError } from "./policy.errors.ts";
import type { DisclosureGround } from "./settings.ts";
import type { Codes } from "./sources.ts";
import type { StatutoryPurpose } from "./statutory-purposes.ts";
import { BASIS_WORDS, END_EVENT_WORDS, LAW_WORDS, OPERATION_WORDS } from "./vocabulary/words.ts";
import { END_EVENTS, type EndEvent } from "./vocabulary/end-events.ts";
import type { LegalBasis } from "./vocabulary/legal-basis.ts";
import { PROCESSING_OPERATIONS, type ProcessingOperation } from "./vocabulary/operations.ts";
import {
  bulletList,
  citation,
  countedFrom,
  dateInWords,
  inlineList,
  midSentence,
  sentenceCase,
  withinDays,
} from "./wording.ts";

/**
 * What a clause may state, in the language it is written in, taken from the object that is enforced.
 * Look-ups by a code that the policy lacks throw PolicyError `unknown-code`.
 */
export interface ClauseFacts<C extends Codes = Codes> {
  readonly operator: {
    readonly legalName: string;
    readonly shortName: string;
    readonly address: string;
    readonly inn: string;
    readonly ogrn: string;
    readonly email: string;
    readonly phone: string;
    readonly law: string;
  };
  /** The first host: where links point. */
  readonly host: string;
  readonly hosts: readonly string[];
  readonly products: readonly string[];
  readonly channels: readonly string[];
  channel(code: C["channel"]): string;
  readonly attributes: readonly string[];
  attribute(code: C["attribute"]): { readonly label: string; readonly maxLength: number };
  readonly purposes: readonly string[];
  purpose(code: C["purpose"]): {
    readonly label: string;
    readonly basis: string;
    readonly operations: readonly string[];
    readonly attributes: readonly string[];
    readonly retention: C["retention"];
  };
  /** What a consent opens, for its own text (152-FZ 9(1), 9(4)). */
  consent(code: C["consent"]): {
    /** What stands beside the box. */
    readonly label: string;
    readonly purpose: string;
    readonly operations: readonly string[];
    /** The items that pass to the purpose, which are those of the consent and no others. */
    readonly attributes: readonly string[];
    /** `within 10 calendar days of the withdrawal of consent`; empty where only events end it. */
    readonly term: string;
    /** The title of its text, as a link. */
    readonly link: string;
  };
  form(code: C["form"]): {
    readonly title: string;
    /** The form's address on the site, and the link to it as clause text writes one. */
    readonly link: string;
    readonly required: readonly string[];
    readonly optional: readonly string[];
  };
  retention(code: C["retention"]): {
    readonly label: string;
    /** `within 30 calendar days`; empty where only events end it. */
    readonly within: string;
    readonly endEvents: readonly string[];
  };
  /** What people may ask for about their own data. */
  readonly rights: readonly string[];
  /** What protects the data. */
  readonly measures: readonly string[];
  /** Every rule that has a period, worded with it. */
  readonly retentionTerms: readonly string[];
  /** Every event that ends processing under some rule. */
  readonly endEvents: readonly string[];
  deadline(code: C["deadline"]): { readonly label: string; readonly within: string };
  readonly automatic: readonly string[];
  automaticItem(code: string): string;
  readonly statistics: {
    readonly providers: readonly string[];
    readonly connected: readonly string[];
    readonly purposes: readonly string[];
  };
  /** Those outside who may be given data on this ground. */
  recipients(ground: DisclosureGround): readonly string[];
  readonly operations: readonly string[];
  /** What the law itself lays on the operator, with its statute. */
  readonly statutory: readonly string[];
  document(code: C["document"]): {
    readonly title: string;
    /** `itsectr.example/privacy-policy/` as a link. */
    readonly link: string;
    readonly updatedOn: string;
  };
  /** `a, b and c` */
  list(items: readonly string[]): string;
  /** One item a line. */
  bullets(items: readonly string[]): string;
  /** With a capital first letter. */
  sentence(text: string): string;
  /** The operator's e-mail address as a link. */
  readonly emailLink: string;
}

/** What the facts are taken from: the policy as it will be enforced, before its documents have their text. */
export type PromisedPolicy = Omit<CompiledPolicy, "documents" | "site"> & {
  readonly documents: readonly Omit<CompiledPolicy["documents"][number], "sections">[];
};

/** The facts of a policy in one language. */
export function clauseFacts(
  policy: PromisedPolicy,
  statutory: readonly StatutoryPurpose[],
  language: Language,
): ClauseFacts {
  const say = (text: Localised) => text[language];
  const labels = (things: readonly { readonly label: Localised }[]) => things.map(({ label }) => say(label));
  const host = policy.hosts[0] ?? "";
  const { operator } = policy;
  // Of a list that names an undeclared attribute the check says so, with its place: here its code stands for it.
  const attributeLabel = (code: string) => {
    const declared = policy.attributes.find((attribute) => attribute.code === code);
    return declared === undefined ? code : midSentence(say(declared.label));
  };
  const operationWords = (operations: readonly ProcessingOperation[]) =>
    operations.map((operation) => say(OPERATION_WORDS[operation] ?? missing("operation", operation)));
  const basisWords = (basis: LegalBasis | null) =>
    basis === null ? "" : say(BASIS_WORDS[basis] ?? missing("basis", basis));
  const term = ({ days, from }: RetentionRule) =>
    days === null ? "" : `${withinDays(days, "calendar-day", language)} ${countedFrom(from, language)}`;

  return {
    operator: {
      legalName: say(operator.legalName),
      shortName: say(operator.shortName),
      address: say(operator.address),
      inn: operator.inn,
      ogrn: operator.ogrn,
      email: operator.email,
      phone: operator.phone,
      law: say(LAW_WORDS[operator.governingLaw] ?? missing("governing law", operator.governingLaw)),
    },
    emailLink: `[${operator.email}](mailto:${operator.email})`,
    host,
    hosts: policy.hosts,
    products: policy.products.map(({ name }) => say(name)),
    channels: labels(policy.channels),
    channel: (code) => say(find("channel", policy.channels, code).label),
    attributes: labels(policy.attributes).map(midSentence),
    attribute: (code) => {
      const { label, maxLength } = find("attribute", policy.attributes, code);
      return { label: midSentence(say(label)), maxLength };
    },
    purposes: labels(policy.purposes),
    purpose: (code) => {
      const purpose = find("purpose", policy.purposes, code);
      return {
        label: say(purpose.label),
        basis: basisWords(purpose.basis),
        operations: operationWords(purpose.operations),
        attributes: purpose.attributes.map(attributeLabel),
        retention: purpose.retention,
      };
    },
    consent: (code) => {
      const { label, purpose, attributes, document } = find("consent", policy.consents, code);
      const { operations, retention, label: aim } = find("purpose", policy.purposes, purpose);
      const { title, path } = find("document", policy.documents, document);
      return {
        label: say(label),
        purpose: say(aim),
        operations: operationWords(operations),
        attributes: attributes.map(attributeLabel),
        term: term(find("retention rule", policy.retention, retention)),
        link: `[${say(title)}](${path})`,
      };
    },
    form: (code) => {
      const { title, path, fields } = find("form", policy.forms, code);
      const named = (required: boolean) =>
        fields
          .filter((field) => field.required === required)
          .map(({ attribute }) => attributeLabel(attribute));
      return {
        title: say(title),
        link: `[${host}${path}](${path})`,
        required: named(true),
        optional: named(false),
      };
    },
    rights: labels(policy.rights),
    measures: labels(policy.measures),
    retentionTerms: policy.retention.flatMap((rule) =>
      rule.days === null ? [] : [`${say(rule.label)}: ${term(rule)}`],
    ),
    endEvents: END_EVENTS.filter((event) =>
      policy.retention.some(({ endEvents }) => endEvents.includes(event)),
    ).map((event) => say(END_EVENT_WORDS[event])),
    retention: (code) => {
      const { label, days, endEvents } = find("retention rule", policy.retention, code);
      return {
        label: say(label),
        within: days === null ? "" : withinDays(days, "calendar-day", language),
        endEvents: endEvents.map((event) =>
          say(END_EVENT_WORDS[event as EndEvent] ?? missing("end event", event)),
        ),
      };
    },
    deadline: (code) => {
      const { label, length, unit } = find("deadline", policy.deadlines, code);
      return { label: say(label), within: withinDays(length, unit, language) };
    },
    automatic: labels(policy.automatic),
    automaticItem: (code) => say(find("automatic item", policy.automatic, code).label),
    statistics: {
      providers: policy.statistics.providers.map(({ name }) => say(name)),
      connected: policy.statistics.providers
        .filter(({ connected }) => connected)
        .map(({ name }) => say(name)),
      purposes: labels(policy.statistics.purposes),
    },
    recipients: (ground) => labels(policy.recipients.filter((recipient) => recipient.ground === ground)),
    operations: operationWords(PROCESSING_OPERATIONS),
    statutory: statutory.map(({ label, statute }) => `${say(label)} (${citation(statute, language)})`),
    document: (code) => {
      const { title, path, updatedOn } = find("document", policy.documents, code);
      return {
        title: say(title),
        link: `[${host}${path}](${path})`,
        updatedOn: dateInWords(updatedOn, language),
      };
    },
    list: (items) => inlineList(items, language),
    bullets: bulletList,
    sentence: sentenceCase,
  };
}

function find<Thing extends { readonly code: string }>(
  kind: string,
  things: readonly Thing[],
  code: string,
): Thing {
  return things.find((thing) => thing.code === code) ?? missing(kind, code);
}

function missing(kind: string, code: string): never {
  throw new PolicyError("unknown-code", `${kind} ${code}`);
}
