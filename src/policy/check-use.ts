import { clauseTexts } from "./clause-texts.ts";
import { has } from "./coded.ts";
import type { Clause, CompiledPolicy, PolicyDocument } from "./compiled.ts";
import { type Finding, finding } from "./finding.ts";
import { hostsIn, registeredName } from "./own-hosts.ts";
import { heldRules } from "./precedence.ts";

/**
 * Whether what is declared is of use, whether each clause says what keeps it where others do, and whether documents and
 * clauses that pull in two directions say which holds (T15).
 */
export function checkUse(policy: CompiledPolicy): Finding[] {
  return [
    ...checkAttributes(policy),
    ...checkPurposes(policy),
    ...checkRetention(policy),
    ...checkSettings(policy),
    ...policy.documents.flatMap((document) => checkKept(document)),
    ...checkNecessity(policy),
    ...checkPrecedence(policy),
    ...policy.documents.flatMap((document) => checkScope(policy, document)),
  ];
}

/** Items of data that something collects. A channel that is no form is opened by something else: an account, a product. */
function collectedBy({ purposes, forms, dataSources, connectors, channels }: CompiledPolicy): Set<string> {
  return new Set([
    ...forms.flatMap(({ fields }) => fields.map(({ attribute }) => attribute)),
    ...[...dataSources, ...connectors].flatMap((one) => one.attributes),
    ...purposes
      .filter((purpose) => purpose.channels.some((code) => has(channels, code) && !has(forms, code)))
      .flatMap((purpose) => purpose.attributes),
  ]);
}

function checkAttributes(policy: CompiledPolicy): Finding[] {
  const { attributes, purposes } = policy;
  const collected = collectedBy(policy);
  return attributes
    .filter(
      ({ code }) => !collected.has(code) && purposes.some((purpose) => purpose.attributes.includes(code)),
    )
    .map(({ code, clause }) => finding("unused-attribute", `attributes.${code}`, clause));
}

/**
 * A purpose is of use when something is bound to it, when it works with what is collected, or when what a visit leaves
 * is counted for it.
 */
function checkPurposes(policy: CompiledPolicy): Finding[] {
  const { purposes, forms, consents, connectors, dataSources, automatic } = policy;
  const collected = collectedBy(policy);
  const bound = new Set([
    ...forms.flatMap(({ purpose, furtherPurposes }) => [purpose, ...furtherPurposes]),
    ...[...consents, ...connectors, ...dataSources].map(({ purpose }) => purpose),
  ]);
  return purposes
    .filter(({ code, channels, attributes }) => {
      if (bound.has(code) || channels.length > 0) return false;
      if (attributes.length === 0) return automatic.length === 0;
      return !attributes.some((attribute) => collected.has(attribute));
    })
    .map(({ code, clause }) => finding("unused-purpose", `purposes.${code}`, clause));
}

function checkRetention({ retention, purposes }: CompiledPolicy): Finding[] {
  const named = new Set(purposes.map((purpose) => purpose.retention));
  return retention
    .filter(({ code, product, overrides }) => !named.has(code) && product === null && overrides === null)
    .map(({ code, clause }) => finding("unused-retention", `retention.${code}`, clause));
}

/** Settings that are about something which the policy does not have. */
function checkSettings({ settings, rights, documents }: CompiledPolicy): Finding[] {
  const { mailIntake } = settings.requests;
  const unknownTitles = (mailIntake?.titles ?? [])
    .filter(({ type }) => type !== "opt-out" && !rights.some(({ code }) => code === type))
    .map(({ type }) => `requests.mailIntake.titles.${type}`);
  const { grounds, authorities } = settings.disclosure;
  const { precedence } = settings.documents;
  return [
    ...unknownTitles,
    ...(authorities.length > 0 && !grounds.includes("law") ? ["disclosure.authorities"] : []),
    ...(precedence.length === 1 || (precedence.length > 0 && documents.length === 1)
      ? ["documents.precedence"]
      : []),
  ].map((setting) => finding("unused-setting", `settings.${setting}`));
}

/** Once an author says of one clause of a document what keeps it, silence about another is an oversight. */
function checkKept({ code, sections }: PolicyDocument): Finding[] {
  const clauses = sections.flatMap((section) => section.clauses.map((clause) => ({ section, clause })));
  if (clauses.every(({ clause }) => clause.kept === null)) return [];
  return clauses
    .filter(({ clause }) => clause.kept === null)
    .map(({ section, clause }) =>
      finding(
        "clause-without-control",
        `documents.${code}.sections.${section.id}.clauses.${clause.id}`,
        clause.id,
      ),
    );
}

/** Clause proit-privacy/3.1: where a clause is kept by saying of each item what needs it, each item has it said. */
function checkNecessity({ attributes, documents }: CompiledPolicy): Finding[] {
  const promised = documents.some(({ sections }) =>
    sections.some(({ clauses }) => clauses.some((clause) => controlsOf(clause).includes("necessity"))),
  );
  if (!promised) return [];
  return attributes
    .filter(({ necessity }) => necessity === null)
    .map(({ code, clause }) => finding("attribute-without-necessity", `attributes.${code}`, clause));
}

function controlsOf({ kept }: Clause): readonly string[] {
  if (kept === null) return [];
  if ("by" in kept) return kept.by;
  return "evidence" in kept ? kept.evidence : [];
}

function checkPrecedence(policy: CompiledPolicy): Finding[] {
  return heldRules(policy)
    .rulings.filter(({ by }) => by === null)
    .map(({ about, code, yields }) =>
      finding("conflict-without-precedence", `${KIND_OF[about]}.${code}`, yields),
    );
}

const KIND_OF = { purpose: "purposes", recipient: "recipients", retention: "retention" } as const;

/** What a clause calls what it covers. */
const COVERS = /\b(?:covers?|applies|apply|scope|extends?)\b|распростран|действует в отношении|применяется/iu;

/**
 * Clauses itsectr-privacy/preamble.scope, 2.3: those that say what a document covers name the same hosts, programs and
 * products, or the document says where its scope ends.
 */
function checkScope(policy: CompiledPolicy, document: PolicyDocument): Finding[] {
  const [language] = policy.operator.languages;
  if (document.scope !== null || language === undefined) return [];
  const own = new Set(policy.hosts.map((host) => registeredName(host.replace(/^\*\./u, ""))));
  const products = policy.products.map(({ name }) => name[language]);
  const scopes = clauseTexts(policy, [language])
    .filter((one) => one.document === document && COVERS.test(one.text))
    .map((one) => {
      const hosts = hostsIn(one.text).filter((host) => own.has(registeredName(host)));
      const named = [...hosts, ...products.filter((name) => one.text.includes(name))];
      return { ...one, hosts, named: named.toSorted().join("\n") };
    })
    .filter(({ hosts }) => hosts.length > 0);
  return scopes
    .filter(({ named }) => named !== scopes[0]?.named)
    .map(({ where, clause }) => finding("scopes-differ", where, clause.id));
}
