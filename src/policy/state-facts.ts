import type { ClauseFacts, PromisedPolicy } from "./clause-facts.ts";
import type { CountryAssessment, RetentionRule } from "./compiled.ts";
import { findByCode, unknownCode, wordsFor } from "./find-by-code.ts";
import type { Language, Localised } from "./localised.ts";
import { LETTER_PATH } from "./letter.ts";
import { operatorFacts } from "./operator-facts.ts";
import { settingFacts } from "./setting-facts.ts";
import type { StatutoryPurpose } from "./statutory-purposes.ts";
import { COUNTRY_WORDS } from "./vocabulary/countries.ts";
import { END_EVENTS, type EndEvent } from "./vocabulary/end-events.ts";
import { PROCESSING_OPERATIONS } from "./vocabulary/operations.ts";
import {
  ASSESSMENT_WORDS,
  BASIS_WORDS,
  END_EVENT_WORDS,
  lawWords,
  NAME_PART_WORDS,
  OFFER_WORDS,
  OPERATION_WORDS,
} from "./vocabulary/words.ts";
import {
  atLeastDays,
  bulletList,
  citation,
  countedFrom,
  dateInWords,
  everyDays,
  inlineList,
  midSentence,
  sentenceCase,
  withinDays,
} from "./wording.ts";

/** The facts of a policy in one language, but for `cite`, which depends on the document that cites. */
export function stateFacts(
  policy: PromisedPolicy,
  statutory: readonly StatutoryPurpose[],
  language: Language,
): Omit<ClauseFacts, "cite"> {
  const say = (text: Localised | null) => (text === null ? "" : text[language]);
  const labels = (things: readonly { readonly label: Localised }[]) => things.map(({ label }) => say(label));
  const host = policy.hosts[0] ?? "";
  // Of a list that names an undeclared attribute the check says so, with its place: here its code stands for it.
  const attributeLabels = (codes: readonly string[]) =>
    codes.map((code) => {
      const declared = policy.attributes.find((attribute) => attribute.code === code);
      return declared === undefined ? code : midSentence(say(declared.label));
    });
  const operationWords = (operations: readonly string[]) =>
    operations.map((operation) => say(wordsFor("operation", OPERATION_WORDS, operation)));
  const basisWords = (basis: string | null) =>
    basis === null ? "" : say(wordsFor("basis", BASIS_WORDS, basis));
  const purposeLabel = (code: string | null) =>
    code === null ? "" : say(findByCode("purpose", policy.purposes, code).label);
  const countryName = (code: string) => say(wordsFor("country", COUNTRY_WORDS, code));
  const days = (length: number | null, word: (length: number, language: Language) => string) =>
    length === null ? "" : word(length, language);
  const within = (length: number, of: Language) => withinDays(length, "calendar-day", of);
  const term = ({ days: length, from }: RetentionRule) =>
    length === null ? "" : `${within(length, language)} ${countedFrom(from, language)}`;
  const titleLink = ({ title, path }: { readonly title: Localised; readonly path: string }) =>
    `[${say(title)}](${path})`;
  const named = ({ name, country }: { readonly name: Localised; readonly country: string }) =>
    `${say(name)} (${countryName(country)})`;
  const assessed = ({ country, assessedOn, ground, note }: CountryAssessment) =>
    `${countryName(country)} (${ASSESSED[language]} ${dateInWords(assessedOn, language)}, ${say(wordsFor("ground", ASSESSMENT_WORDS, ground))}): ${say(note)}`;

  return {
    ...operatorFacts(policy, language),
    ...settingFacts(policy, language),
    products: policy.products.map(({ name }) => say(name)),
    product: (code) => ({ name: say(findByCode("product", policy.products, code).name) }),
    channels: labels(policy.channels),
    channel: (code) => say(findByCode("channel", policy.channels, code).label),
    attributes: labels(policy.attributes).map(midSentence),
    attribute: (code) => {
      const { label, maxLength, necessity, parts, many } = findByCode("attribute", policy.attributes, code);
      const words = parts.map((part) => say(wordsFor("part of a name", NAME_PART_WORDS, part)));
      return {
        label: midSentence(say(label)),
        maxLength,
        necessity: say(necessity),
        parts: inlineList(words, language),
        many,
      };
    },
    purposes: labels(policy.purposes.filter(({ overrides }) => overrides === null)),
    purpose: (code) => {
      const purpose = findByCode("purpose", policy.purposes, code);
      return {
        label: say(purpose.label),
        basis: basisWords(purpose.basis),
        operations: operationWords(purpose.operations),
        attributes: attributeLabels(purpose.attributes),
        retention: purpose.retention,
      };
    },
    consent: (code) => {
      const { label, purpose, attributes, document } = findByCode("consent", policy.consents, code);
      const { operations, retention, label: aim } = findByCode("purpose", policy.purposes, purpose);
      return {
        label: say(label),
        purpose: say(aim),
        operations: operationWords(operations),
        attributes: attributeLabels(attributes),
        term: term(findByCode("retention rule", policy.retention, retention)),
        link: titleLink(findByCode("document", policy.documents, document)),
      };
    },
    form: (code) => {
      const { title, path, fields } = findByCode("form", policy.forms, code);
      const asked = (required: boolean) =>
        attributeLabels(
          fields.filter((field) => field.required === required).map(({ attribute }) => attribute),
        );
      return {
        title: say(title),
        link: `[${host}${path}](${path})`,
        required: asked(true),
        optional: asked(false),
      };
    },
    letterLink: `[${host}${LETTER_PATH}](${LETTER_PATH})`,
    topics: labels(policy.topics),
    topic: (code) => say(findByCode("topic", policy.topics, code).label),
    services: policy.services.map(titleLink),
    service: (code) => {
      const service = findByCode("service", policy.services, code);
      return {
        title: say(service.title),
        link: titleLink(service),
        summary: say(service.summary),
        offerStatus: say(wordsFor("offer status", OFFER_WORDS, service.offerStatus)),
      };
    },
    retention: (code) => {
      const rule = findByCode("retention rule", policy.retention, code);
      return {
        label: say(rule.label),
        within: days(rule.days, within),
        term: term(rule),
        least: days(rule.minimumDays, atLeastDays),
        review: days(rule.reviewDays, everyDays),
        product: rule.product === null ? "" : say(findByCode("product", policy.products, rule.product).name),
        endEvents: rule.endEvents.map((event) => say(wordsFor("end event", END_EVENT_WORDS, event))),
      };
    },
    retentionTerms: policy.retention.flatMap((rule) =>
      rule.days === null ? [] : [`${say(rule.label)}: ${term(rule)}`],
    ),
    retentionReviews: policy.retention.flatMap(({ label, reviewDays }) =>
      reviewDays === null ? [] : [`${say(label)}: ${everyDays(reviewDays, language)}`],
    ),
    endEvents: END_EVENTS.filter((event: EndEvent) =>
      policy.retention.some(({ endEvents }) => endEvents.includes(event)),
    ).map((event) => say(END_EVENT_WORDS[event])),
    deadline: (code) => {
      const { label, length, unit } = findByCode("deadline", policy.deadlines, code);
      return { label: say(label), within: withinDays(length, unit, language) };
    },
    rights: labels(policy.rights),
    measures: labels(policy.measures),
    automatic: labels(policy.automatic),
    automaticItem: (code) => say(findByCode("automatic item", policy.automatic, code).label),
    statistics: {
      providers: policy.statistics.providers.map(({ name }) => say(name)),
      connected: policy.statistics.providers
        .filter(({ connected }) => connected)
        .map(({ name }) => say(name)),
      purposes: labels(policy.statistics.purposes),
    },
    recipients: (ground) => labels(policy.recipients.filter((recipient) => recipient.ground === ground)),
    recipient: (code) => say(findByCode("recipient", policy.recipients, code).label),
    connectors: {
      all: policy.connectors.map(named),
      live: policy.connectors.filter(({ live }) => live).map(named),
    },
    connector: (code) => {
      const connector = findByCode("connector", policy.connectors, code);
      return {
        name: say(connector.name),
        country: countryName(connector.country),
        purpose: purposeLabel(connector.purpose),
        attributes: attributeLabels(connector.attributes),
      };
    },
    dataSources: labels(policy.dataSources),
    source: (code) => {
      const source = findByCode("data source", policy.dataSources, code);
      return {
        label: say(source.label),
        purpose: purposeLabel(source.purpose),
        ground: basisWords(source.ground),
        evidence: say(source.evidenceOfNotice),
        attributes: attributeLabels(source.attributes),
      };
    },
    assessments: policy.assessments.map(assessed),
    operations: operationWords(PROCESSING_OPERATIONS),
    statutory: statutory.map(({ label, statute }) => `${say(label)} (${citation(statute, language)})`),
    document: (code) => {
      const document = findByCode("document", policy.documents, code);
      const governing = document.governingLaw ?? policy.operator.governingLaw;
      return {
        title: say(document.title),
        link: `[${host}${document.path}](${document.path})`,
        titleLink: titleLink(document),
        updatedOn: dateInWords(document.updatedOn, language),
        incorporates: document.incorporates.map((part) =>
          titleLink(findByCode("document", policy.documents, part)),
        ),
        offerStatus: say(wordsFor("offer status", OFFER_WORDS, document.offerStatus)),
        law: say(lawWords(governing) ?? unknownCode("governing law", governing)),
        scope: say(document.scope),
      };
    },
    list: (items) => inlineList(items, language),
    bullets: bulletList,
    sentence: sentenceCase,
  };
}

const ASSESSED = { en: "assessed on", ru: "оценка от" } as const satisfies Localised;
