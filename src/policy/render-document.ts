import type { Clause, Language, PolicyDocument, Section } from "./compiled.ts";
import { renderProse, escapeHtml } from "./render-prose.ts";
import { dateInWords } from "./wording.ts";

const WORDS = {
  contents: { en: "Contents", ru: "Содержание" },
  updated: { en: "Updated", ru: "Обновлено" },
  kept: { en: "How it is kept", ru: "Как это соблюдается" },
} as const;

/**
 * A document's published bytes in one language: an HTML fragment without page, style or script around it. Every text
 * is escaped. The same document gives the same bytes for ever, on any machine.
 * Anchors: a section is `#s3`, a clause `#3.2.1`.
 */
export function renderDocument(document: PolicyDocument, language: Language): Uint8Array<ArrayBuffer> {
  const { title, updatedOn, sections } = document;
  const html = [
    `<article class="document" lang="${language}">`,
    `<header class="document-header"><h1>${escapeHtml(title[language])}</h1>`,
    `<p class="document-updated">${WORDS.updated[language]} <time datetime="${escapeHtml(updatedOn)}">${dateInWords(updatedOn, language)}</time></p></header>`,
    `<nav class="document-contents" aria-labelledby="contents"><h2 id="contents">${WORDS.contents[language]}</h2><ol>`,
    ...sections.map(
      (section) => `<li><a href="#${anchor(section)}">${sectionHeading(section, language)}</a></li>`,
    ),
    "</ol></nav>",
    ...sections.map((section) => renderSection(section, language)),
    "</article>",
    "",
  ];
  return new TextEncoder().encode(html.join("\n"));
}

function anchor({ id }: Section): string {
  return escapeHtml(/^\d/.test(id) ? `s${id}` : id);
}

function sectionHeading({ id, title }: Section, language: Language): string {
  const text = escapeHtml(title[language]);
  return /^\d/.test(id) ? `<span class="document-number">${escapeHtml(id)}.</span> ${text}` : text;
}

function renderSection(section: Section, language: Language): string {
  const numbers = clauseNumbers(section.clauses, language);
  return [
    `<section class="document-section" id="${anchor(section)}">`,
    `<h2>${sectionHeading(section, language)}</h2>`,
    ...section.clauses.map((clause, i) => renderClause(clause, numbers[i] ?? "", language)),
    "</section>",
  ].join("\n");
}

function renderClause({ id, text, keptBy }: Clause, number: string, language: Language): string {
  const safeId = escapeHtml(id);
  const link =
    number === "" ? "" : `<p class="clause-number"><a href="#${safeId}">${escapeHtml(number)}</a></p>`;
  const margin =
    keptBy === null
      ? '<aside class="clause-margin"></aside>'
      : `<aside class="clause-margin"><p><span class="clause-kept">${WORDS.kept[language]}:</span> ${escapeHtml(keptBy[language])}</p></aside>`;
  return `<div class="clause" id="${safeId}">${link}<div class="clause-text">${renderProse(text[language])}</div>${margin}</div>`;
}

const LETTERS: Readonly<Record<Language, string>> = {
  en: "abcdefghijklmnopqrstuvwxyz",
  ru: "абвгдежзиклмнопрстуфхцчшщэюя",
};

/**
 * The number that readers cite. An id of digits is its own number; ids that share a number and end in a word
 * (`3.1.order`) are lettered in the order in which they stand: 3.1(b), 3.1(б). An id without digits has none.
 */
export function clauseNumbers(clauses: readonly Clause[], language: Language): string[] {
  const lettered = new Map<string, number>();
  return clauses.map(({ id }) => {
    if (/^[\d.]+$/.test(id)) return id;
    const parts = id.split(".");
    const digits = parts.filter((part) => /^\d+$/.test(part)).join(".");
    if (digits === "" || !/^\d/.test(id)) return "";
    const position = lettered.get(digits) ?? 0;
    lettered.set(digits, position + 1);
    return `${digits}(${LETTERS[language][position] ?? position + 1})`;
  });
}
