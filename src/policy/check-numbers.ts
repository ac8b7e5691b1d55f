import type { CompiledPolicy, Language } from "./compiled.ts";
import { type Finding, finding } from "./finding.ts";
import type { StatutoryPurpose } from "./statutory-purposes.ts";
import { CRYPTO_WORDS } from "./vocabulary/setting-words.ts";
import { REGIME_WORDS } from "./vocabulary/words.ts";

/** A number as it stands in a text, with what is inside it: `30`, `4.2`, `2016/679`, `555-01-42`. */
const NUMBER = /\d+(?:[.,:/-]\d+)*/gu;

/** A citation of a law or of one of its parts: no promise of the operator's. */
const LAW_BEFORE =
  /(?:\b(?:articles?|art\.|sections?|parts?|recitals?|No\.)|№|стать\p{L}*|ст\.|част\p{L}*|ч\.)\s*$/iu;
const LAW_AFTER = /^-(?:FZ|ФЗ)/u;

/** A period whose number is written as a word, so that nothing shows that it is one. */
const PERIOD_IN_WORDS: Readonly<Record<Language, RegExp>> = {
  en: /\b(?:two|three|four|five|six|seven|eight|nine|ten|fourteen|fifteen|twenty|thirty|forty|sixty|ninety)(?:[- ]\p{L}+)?\s(?:hours|days|weeks|months|years)\b/iu,
  ru: /(?<!\p{L})(?:дв|тр|четыр|пят|шест|сем|восьм|восем|девят|десят|двадцат|тридцат|сорок|шестьдесят|девяност)\p{L}{0,9}\s(?:(?:календарн|рабоч)\p{L}+\s)?(?:час(?:а|ов|ам|ами|ах)(?!\p{L})|дн(?:я|ей|ям|ями|ях)(?!\p{L})|недел|месяц|год|лет(?!\p{L}))/iu,
};

/**
 * Numbers and periods that a clause states and nothing in the policy holds: typed, so that they would stay when what
 * is enforced changes. Numbers of clauses, of the policy's own facts and of the law are stated rightly.
 */
export function checkNumbers(policy: CompiledPolicy, statutory: readonly StatutoryPurpose[]): Finding[] {
  const held = numbersHeld(policy, statutory);
  return policy.documents.flatMap(({ code, sections }) =>
    sections.flatMap((section) =>
      section.clauses.flatMap(({ id, text, says, keptBy }) =>
        Object.entries({ text, says, keptBy }).flatMap(([member, words]) =>
          policy.operator.languages
            .filter((language) => words !== null && states(words[language], language, held))
            .map((language) =>
              finding(
                "typed-number",
                `documents.${code}.sections.${section.id}.clauses.${id}.${member}.${language}`,
                id,
              ),
            ),
        ),
      ),
    ),
  );
}

function states(text: string, language: Language, held: ReadonlySet<string>): boolean {
  if (PERIOD_IN_WORDS[language].test(text)) return true;
  return [...text.matchAll(NUMBER)].some(({ 0: number, index }) => {
    if (held.has(number)) return false;
    return !LAW_BEFORE.test(text.slice(0, index)) && !LAW_AFTER.test(text.slice(index + number.length));
  });
}

function numbersHeld(policy: CompiledPolicy, statutory: readonly StatutoryPurpose[]): Set<string> {
  const { documents, site: _, waivers: __, ...promised } = policy;
  const titles = documents.map(({ sections: ___, ...document }) => document);
  const clauses = documents.flatMap(({ sections }) =>
    sections.flatMap((section) => [section.id, ...section.clauses.map(({ id }) => id)]),
  );
  const words = [
    ...policy.operator.regimes.map((regime) => REGIME_WORDS[regime]),
    CRYPTO_WORDS[policy.settings.crypto.profile],
    statutory.map(({ statute }) => statute),
  ];
  const held = new Set<string>();
  for (const [number] of JSON.stringify([promised, titles, clauses, words]).matchAll(NUMBER)) {
    held.add(number);
    // A date is written in words, without zeros in front.
    for (const [part] of number.matchAll(/\d+/gu)) held.add(part).add(part.replace(/^0+(?=\d)/u, ""));
  }
  return held;
}
