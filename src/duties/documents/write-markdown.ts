import type { Clause } from "../../policy/index.ts";
import { clauseNumbers, parseProse, type ProseSpan } from "../../policy/index.ts";
import type { Language } from "../../platform/i18n/index.ts";
import { absoluteLink, type DocumentEdition } from "./document-edition.ts";
import { dayInWords, documentFacts } from "./document-facts.ts";
import { paperWords } from "./documents.messages.ts";

/**
 * A document as CommonMark, every text in it escaped so that none becomes markup. Links to the site are absolute.
 * The same edition gives the same text.
 */
export function writeMarkdown(edition: DocumentEdition, language: Language): string {
  const { document, origin } = edition;
  const blocks = [
    `# ${escape(document.title[language])}`,
    documentFacts(edition, language)
      .map((fact) => `- ${escape(fact)}`)
      .join("\n"),
    ...document.sections.flatMap((section) => {
      const numbers = clauseNumbers(section.clauses, language);
      return [
        `## ${escape([numberOf(section.id), section.title[language]].filter((part) => part !== "").join(" "))}`,
        ...section.clauses.map((clause, i) => writeClause(clause, numbers[i] ?? "", language, origin)),
      ];
    }),
  ];
  return `${blocks.join("\n\n")}\n`;
}

function writeClause(clause: Clause, number: string, language: Language, origin: string): string {
  const blocks = parseProse(clause.text[language]).map((block) =>
    block.kind === "paragraph"
      ? spans(block.spans, origin)
      : block.items.map((item) => `- ${spans(item, origin)}`).join("\n"),
  );
  const struck = clause.invalidated;
  return [
    ...(number === "" ? [] : [`**${escape(number)}**`]),
    ...blocks,
    ...(struck === null
      ? []
      : [
          `*${escape(
            paperWords(language).invalidated({
              day: dayInWords(struck.on, language),
              reason: struck.reason[language],
            }),
          )}*`,
        ]),
  ].join("\n\n");
}

function spans(line: readonly ProseSpan[], origin: string): string {
  return line
    .map(({ text, address }) =>
      address === null ? escape(text) : `[${escape(text)}](${absoluteLink(address, origin)})`,
    )
    .join("");
}

/** A section whose id is no number has none. */
function numberOf(id: string): string {
  return /^\d/.test(id) ? `${id}.` : "";
}

/** Backslashes before everything that CommonMark could read as markup (section 2.4 of its specification). */
function escape(text: string): string {
  return text
    .replace(/[\\`*_{}[\]<>#|~&!]/g, (character) => `\\${character}`)
    .replace(/^(\d+)([.)])(\s)/, "$1\\$2$3")
    .replace(/^([-+])(\s)/, "\\$1$2");
}
