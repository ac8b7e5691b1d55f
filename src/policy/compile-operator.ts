import type { ClauseFacts } from "./clause-facts.ts";
import type { CompiledPolicy, Language, Localised, PolicyDocument, Section } from "./compiled.ts";
import { completePromise } from "./complete-promise.ts";
import type { LocalisedWording, OperatorDefinition, SectionSource, Wording } from "./define-operator.ts";
import { citesFrom, stateFacts } from "./state-facts.ts";
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
  const promised = completePromise(promise);
  const statutory = statutoryPurposesOf(rules, promise.operator.regimes);
  const stated = { en: stateFacts(promised, statutory, "en"), ru: stateFacts(promised, statutory, "ru") };
  const documents = promised.documents.map((document): PolicyDocument => {
    const factsIn = (language: Language): ClauseFacts => ({
      ...stated[language],
      cite: citesFrom(document.code, promised, texts, language),
    });
    const facts = { en: factsIn("en"), ru: factsIn("ru") };
    const sections = texts[document.code] ?? [];
    return { ...document, sections: sections.map((section) => resolveSection(section, facts)) };
  });
  return { ...promised, documents, site };
}

function resolveSection(section: SectionSource, facts: Record<Language, ClauseFacts>): Section {
  const resolved = (wording: LocalisedWording<ClauseFacts> | null | undefined) =>
    wording === null || wording === undefined ? null : resolve(wording, facts);
  return {
    id: section.id,
    title: section.title,
    clauses: section.clauses.map(
      ({
        text,
        says,
        keptBy,
        kept = null,
        kind = null,
        enforceability = null,
        invalidated = null,
        ...clause
      }) => ({
        ...clause,
        text: resolve(text, facts),
        says: resolved(says),
        keptBy: resolved(keptBy),
        kept,
        kind,
        enforceability,
        invalidated,
      }),
    ),
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
