import { checkAcceptance } from "./check-acceptance.ts";
import { checkConsents } from "./check-consents.ts";
import { checkDisclosure } from "./check-disclosure.ts";
import { checkLaw } from "./check-law.ts";
import { checkNames } from "./check-names.ts";
import { checkNumbers } from "./check-numbers.ts";
import { checkReferences } from "./check-references.ts";
import { checkTexts } from "./check-texts.ts";
import { checkUse } from "./check-use.ts";
import { joinWaivers } from "./check-waivers.ts";
import type { CompiledPolicy, Form, Purpose } from "./compiled.ts";
import { has } from "./coded.ts";
import { type Finding, finding } from "./finding.ts";
import { isReservedPath } from "./reserved-paths.ts";
import { clauseOf } from "./resolve-clause.ts";
import { isBankAccount, isInn, isOgrn } from "./requisites.ts";
import type { RulePack } from "./rules/rule-pack.ts";
import { type StatutoryPurpose, statutoryPurposesOf } from "./statutory-purposes.ts";
import { isDataCategory } from "./vocabulary/categories.ts";

/**
 * What is wrong with a policy that has the right shape: references that lead nowhere, collection beyond a purpose,
 * texts that are missing, what the law of its regimes forbids or demands, and what pulls in two directions. Any error
 * stops publication; a warning may be waived in public. In the order of the object; the same policy, the same findings.
 */
export function checkPolicy(policy: CompiledPolicy, rules: readonly RulePack[]): Finding[] {
  const { regimes } = policy.operator;
  const statutory = statutoryPurposesOf(rules, regimes);
  const packs = rules.filter(({ regime }) => regimes.includes(regime));
  const found = [
    ...checkRequisites(policy),
    ...checkRegimes(policy, rules),
    ...checkCodes(policy),
    ...checkAttributes(policy),
    ...policy.purposes.flatMap((purpose) => checkPurpose(policy, purpose, statutory)),
    ...checkRetention(policy),
    ...policy.forms.flatMap((form) => checkForm(policy, form)),
    ...checkConsents(policy),
    ...checkReferences(policy),
    ...checkPaths(policy),
    ...checkDocuments(policy),
    ...checkClauseReferences(policy),
    ...checkTexts(policy),
    ...checkNumbers(policy, statutory),
    ...checkNames(policy),
    ...checkAcceptance(policy),
    ...checkDisclosure(policy, packs, dateOf(policy)),
    ...checkLaw(policy, packs),
    ...checkUse(policy),
  ];
  return joinWaivers(found, policy);
}

/** The day as of which lists that run out are read: that of the newest document, so that the same policy has the same findings. */
function dateOf({ documents }: CompiledPolicy): string {
  return (
    documents
      .map(({ updatedOn }) => updatedOn)
      .toSorted()
      .at(-1) ?? ""
  );
}

function repeated(values: readonly string[]): string[] {
  return [...new Set(values.filter((value, i) => values.indexOf(value) !== i))];
}

/** Law: identifier checks. Only the Russian registers have these numbers; a sole trader's are longer. */
function checkRequisites({ operator }: CompiledPolicy): Finding[] {
  if (operator.country !== "RU") return [];
  const { kind, inn, ogrn, bank } = operator;
  const isTrader = kind === "sole-trader";
  const wrong: string[] = [];
  if (!isInn(inn) || inn.length !== (isTrader ? 12 : 10)) wrong.push("inn");
  if (!isOgrn(ogrn) || ogrn.length !== (isTrader ? 15 : 13)) wrong.push("ogrn");
  if (bank !== null) {
    if (!isBankAccount("settlement", bank.account, bank.bic)) wrong.push("bank.account");
    if (!isBankAccount("correspondent", bank.correspondentAccount, bank.bic)) {
      wrong.push("bank.correspondentAccount");
    }
  }
  return wrong.map((name) => finding("wrong-requisite", `operator.${name}`));
}

function checkRegimes({ operator }: CompiledPolicy, rules: readonly RulePack[]): Finding[] {
  return operator.regimes
    .filter((regime) => !rules.some((set) => set.regime === regime))
    .map((regime) => finding("unknown-regime", `operator.regimes.${regime}`));
}

function checkCodes(policy: CompiledPolicy): Finding[] {
  return Object.entries(kindsOf(policy)).flatMap(([kind, things]) =>
    repeated(things.map(({ code }) => code)).map((code) => finding("duplicate-code", `${kind}.${code}`)),
  );
}

/** Clauses itsectr-privacy/1.1.2, 3.2: what may be stored is of a known kind, and somebody needs it (152-FZ 5(5)). */
function checkAttributes({ attributes, automatic, purposes }: CompiledPolicy): Finding[] {
  const unknown = attributes
    .filter(({ category }) => !isDataCategory(category))
    .map(({ code, clause }) => finding("unknown-category", `attributes.${code}.category`, clause));
  const strange = automatic
    .filter(({ code }) => !isDataCategory(code))
    .map(({ code, clause }) => finding("unknown-category", `automatic.${code}`, clause));
  const unneeded = attributes
    .filter(({ code }) => !purposes.some((purpose) => purpose.attributes.includes(code)))
    .map(({ code, clause }) => finding("attribute-without-purpose", `attributes.${code}`, clause));
  // Mail and people's rights look for one address, under this code (clause img-privacy/3.2).
  const addresses = attributes
    .filter(({ code, kind, many }) => kind === "email" && (code !== "email" || many > 1))
    .map(({ code, clause }) => finding("another-mail-address", `attributes.${code}`, clause));
  return [...unknown, ...strange, ...unneeded, ...addresses];
}

function checkPurpose(
  policy: CompiledPolicy,
  purpose: Purpose,
  statutory: readonly StatutoryPurpose[],
): Finding[] {
  const where = `purposes.${purpose.code}`;
  const wrong: Finding[] = [];
  if (has(statutory, purpose.code)) wrong.push(finding("statutory-code", where, purpose.clause));
  if (purpose.basis === null) wrong.push(finding("purpose-without-basis", where, purpose.clause));
  if (purpose.operations.length === 0) {
    wrong.push(finding("purpose-without-operation", where, purpose.clause));
  }
  for (const attribute of purpose.attributes) {
    if (!has(policy.attributes, attribute)) {
      wrong.push(finding("unknown-attribute", `${where}.attributes.${attribute}`, purpose.clause));
    }
  }
  for (const channel of purpose.channels) {
    if (!has(policy.channels, channel)) {
      wrong.push(finding("unknown-channel", `${where}.channels.${channel}`, purpose.clause));
    }
  }
  if (!has(policy.retention, purpose.retention)) {
    wrong.push(finding("unknown-retention", `${where}.retention.${purpose.retention}`, purpose.clause));
  }
  return wrong;
}

/** Tensions T04: without a calendar end there must be an event that ends it (152-FZ 5(7)). */
function checkRetention(policy: CompiledPolicy): Finding[] {
  return policy.retention
    .filter(
      ({ days, reviewDays, endEvents }) => days === null && (reviewDays === null || endEvents.length === 0),
    )
    .map(({ code, clause, endEvents }) =>
      finding(
        endEvents.length === 0 ? "endless-retention" : "no-inactivity-review",
        `retention.${code}`,
        clause,
      ),
    );
}

function checkForm(policy: CompiledPolicy, form: Form): Finding[] {
  const where = `forms.${form.code}`;
  const wrong: Finding[] = [];
  if (!has(policy.channels, form.code)) wrong.push(finding("unknown-channel", where, form.clause));
  if (!has(policy.documents, form.document)) {
    wrong.push(finding("unknown-document", `${where}.document.${form.document}`, form.clause));
  }
  const further = form.furtherPurposes.filter((code) => !has(policy.purposes, code));
  wrong.push(
    ...further.map((code) => finding("unknown-purpose", `${where}.furtherPurposes.${code}`, form.clause)),
  );
  const purpose = policy.purposes.find(({ code }) => code === form.purpose);
  if (purpose === undefined) {
    wrong.push(finding("unknown-purpose", `${where}.purpose.${form.purpose}`, form.clause));
  } else if (!purpose.channels.includes(form.code)) {
    wrong.push(finding("channel-outside-purpose", where, form.clause));
  }
  for (const { attribute } of form.fields) {
    const field = `${where}.fields.${attribute}`;
    if (!has(policy.attributes, attribute)) wrong.push(finding("unknown-attribute", field, form.clause));
    else if (purpose !== undefined && !purpose.attributes.includes(attribute)) {
      wrong.push(finding("field-outside-purpose", field, form.clause));
    }
    if (policy.freeText === "off" && isFreeText(policy, attribute)) {
      wrong.push(finding("free-text-closed", field, form.clause));
    }
  }
  return wrong;
}

function isFreeText({ attributes }: CompiledPolicy, code: string): boolean {
  return attributes.some((attribute) => attribute.code === code && attribute.kind === "free-text");
}

/** Every page has an address of its own, and none of the product's. */
function checkPaths(policy: CompiledPolicy): Finding[] {
  const home = "/";
  const pages = [...policy.documents, ...policy.forms, ...policy.services];
  const paths = pages.map(({ path }) => path);
  const taken = new Set([...repeated([home, ...paths]), ...paths.filter(isReservedPath)]);
  return [...taken].map((path) => finding("same-path", path));
}

function checkDocuments(policy: CompiledPolicy): Finding[] {
  return policy.documents.flatMap(({ code, sections }) => {
    const ids = sections.flatMap(({ clauses }) => clauses.map(({ id }) => id));
    if (ids.length === 0) return [finding("empty-document", `documents.${code}`)];
    return repeated(ids).map((id) => finding("duplicate-clause", `documents.${code}`, id));
  });
}

/** Everything that is enforced rests on a clause that people can read. */
function checkClauseReferences(policy: CompiledPolicy): Finding[] {
  const resting = Object.entries({ ...kindsOf(policy), settingClauses: policy.settingClauses });
  return resting.flatMap(([kind, things]) =>
    things.flatMap((thing) =>
      "clause" in thing && clauseOf(policy, thing.clause) === null
        ? [finding("unknown-clause", `${kind}.${thing.code}`, thing.clause)]
        : [],
    ),
  );
}

/** Every kind of thing that has codes. */
function kindsOf(policy: CompiledPolicy) {
  const { products, channels, attributes, purposes, forms, topics, services } = policy;
  const { retention, consents, rights, measures, deadlines, automatic } = policy;
  const { recipients, connectors, dataSources, documents } = policy;
  return {
    products,
    channels,
    attributes,
    purposes,
    forms,
    topics,
    services,
    retention,
    consents,
    rights,
    measures,
    deadlines,
    automatic,
    recipients,
    connectors,
    dataSources,
    documents,
  };
}
