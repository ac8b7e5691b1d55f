import { clauseFacts, type ClauseFacts, type PromisedPolicy } from "./clause-facts.ts";
import type { CompiledPolicy, Language, Localised, PolicyDocument } from "./compiled.ts";
import type { LocalisedWording, OperatorDefinition, SectionSource, Wording } from "./define-operator.ts";
import { statutoryPurposesOf, type StatutorySet } from "./statutory-purposes.ts";

/**
 * Compiles a policy: keyed things become lists with codes, in the order in which they were written, and every text is
 * resolved from the object just made and from the rules of the operator's regimes. Pure: the same definition gives the same object.
 * Whether the object makes sense is for `checkPolicy` to say.
 * @throws what a clause's own function throws; PolicyError `unknown-code`
 */
export function compileOperator(
  definition: OperatorDefinition,
  rules: readonly StatutorySet[],
): CompiledPolicy {
  const { promise, texts, site } = definition;
  const promised: PromisedPolicy = {
    format: "upheld-policy/1",
    operator: promise.operator,
    hosts: promise.hosts,
    products: coded(promise.products),
    channels: coded(promise.channels),
    attributes: coded(promise.attributes),
    // The type demands a basis; whoever types without an editor is told by the check.
    purposes: coded(promise.purposes).map((purpose) => ({ ...purpose, basis: purpose.basis ?? null })),
    forms: coded(promise.forms),
    consents: coded(promise.consents),
    freeText: promise.freeText,
    retention: coded(promise.retention),
    rights: coded(promise.rights),
    measures: coded(promise.measures),
    deadlines: coded(promise.deadlines),
    automatic: coded(promise.automatic),
    statistics: {
      providers: coded(promise.statistics.providers),
      purposes: Object.entries(promise.statistics.purposes).map(([code, label]) => ({ code, label })),
    },
    recipients: coded(promise.recipients),
    documents: coded(promise.documents),
  };
  const statutory = statutoryPurposesOf(rules, promise.operator.regimes);
  const facts: Record<Language, ClauseFacts> = {
    en: clauseFacts(promised, statutory, "en"),
    ru: clauseFacts(promised, statutory, "ru"),
  };
  const documents = promised.documents.map((document): PolicyDocument => {
    const sections = texts[document.code] ?? [];
    return { ...document, sections: sections.map((section) => resolveSection(section, facts)) };
  });
  return { ...promised, documents, site };
}

function coded<Code extends string, Thing extends object>(
  things: Readonly<Partial<Record<Code, Thing>>>,
): (Thing & { code: Code })[] {
  return (Object.entries(things) as [Code, Thing][]).map(([code, thing]) => ({ ...thing, code }));
}

function resolveSection(section: SectionSource, facts: Record<Language, ClauseFacts>) {
  return {
    id: section.id,
    title: section.title,
    clauses: section.clauses.map(({ id, text, keptBy }) => ({
      id,
      text: resolve(text, facts),
      keptBy: keptBy === null ? null : resolve(keptBy, facts),
    })),
  };
}

/** A language that was left out becomes an empty text, which `checkPolicy` names with its clause. */
function resolve(
  wording: Partial<LocalisedWording<ClauseFacts>>,
  facts: Record<Language, ClauseFacts>,
): Localised {
  const inLanguage = (made: Wording<ClauseFacts> | undefined, language: Language) =>
    typeof made === "function" ? made(facts[language]) : (made ?? "");
  return { en: inLanguage(wording.en, "en"), ru: inLanguage(wording.ru, "ru") };
}
