import { citesFrom } from "./cite-clause.ts";
import type { ClauseFacts } from "./clause-facts.ts";
import type { Clause, CompiledPolicy, Language, Localised, PolicyDocument, Section } from "./compiled.ts";
import { completePromise } from "./complete-promise.ts";
import type {
  ClauseSource,
  LocalisedWording,
  OperatorDefinition,
  SectionSource,
  Wording,
} from "./define-operator.ts";
import { PolicyError } from "./policy.errors.ts";
import { stateFacts } from "./state-facts.ts";
import { strictly } from "./strict-facts.ts";
import { statutoryPurposesOf, type StatutorySet } from "./statutory-purposes.ts";

/**
 * Compiles a policy: keyed things become lists with codes, in the order in which they were written, and every text is
 * resolved from the object just made and from the rules of the operator's regimes. Pure: the same definition gives the same object.
 * Whether the object makes sense is for `checkPolicy` to say.
 * @throws what a clause's own function throws; PolicyError `unknown-code`, `wrong-shape` with the place
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
    const facts = { en: strictly(factsIn("en")), ru: strictly(factsIn("ru")) };
    const place = `documents.${document.code}.sections`;
    const sections = listOf(place, texts[document.code] ?? []);
    return { ...document, sections: sections.map((section) => resolveSection(place, section, facts)) };
  });
  return { ...promised, documents, site };
}

type Facts = Record<Language, ClauseFacts>;

function resolveSection(place: string, section: SectionSource, facts: Facts): Section {
  return {
    id: section.id,
    title: section.title,
    clauses: listOf(`${place}.${section.id}.clauses`, section.clauses).map((clause) =>
      resolveClause(`${place}.${section.id}.clauses.${clause.id}`, clause, facts),
    ),
  };
}

function resolveClause(place: string, source: ClauseSource<ClauseFacts>, facts: Facts): Clause {
  const { text, says, keptBy, ...others } = source;
  return {
    kept: null,
    kind: null,
    enforceability: null,
    invalidated: null,
    ...others,
    text: resolve(`${place}.text`, text, facts),
    says: resolveIfGiven(`${place}.says`, says, facts),
    keptBy: resolveIfGiven(`${place}.keptBy`, keptBy, facts),
  };
}

function resolveIfGiven(
  place: string,
  wording: LocalisedWording<ClauseFacts> | null | undefined,
  facts: Facts,
): Localised | null {
  return wording === null || wording === undefined ? null : resolve(place, wording, facts);
}

/** A language that was left out becomes an empty text, which `checkPolicy` names with its clause. */
function resolve(place: string, wording: Partial<LocalisedWording<ClauseFacts>>, facts: Facts): Localised {
  const inLanguage = (made: Wording<ClauseFacts> | undefined, language: Language) => {
    const text: unknown = typeof made === "function" ? made(facts[language]) : (made ?? "");
    if (typeof text === "string") return text;
    throw new PolicyError("wrong-shape", `${place}.${language}: expected a text`);
  };
  if (typeof wording !== "object" || wording === null)
    throw new PolicyError("wrong-shape", `${place}: expected an object`);
  return { en: inLanguage(wording.en, "en"), ru: inLanguage(wording.ru, "ru") };
}

/** The types say so already; whoever writes without them is told where. */
function listOf<Item>(place: string, items: readonly Item[]): readonly Item[] {
  if (Array.isArray(items) && items.every((item) => typeof item === "object" && item !== null)) return items;
  throw new PolicyError("wrong-shape", `${place}: expected a list`);
}
