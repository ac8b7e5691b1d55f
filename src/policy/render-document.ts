import type { Clause, Language, PolicyDocument, Section } from "./compiled.ts";
import { renderProse, escapeHtml } from "./render-prose.ts";
import { dateInWords } from "./wording.ts";

const WORDS = {
  contents: { en: "Contents", ru: "Содержание" },
  updated: { en: "Updated", ru: "Обновлено" },
  clause: { en: "Clause", ru: "Пункт" },
  howKept: { en: "How it is kept", ru: "Как это соблюдается" },
  invalid: { en: "Does not hold since", ru: "Не действует с" },
} as const;

/**
 * A document's published bytes in one language: an HTML fragment without page, style or script around it. Every text
 * is escaped. The same document gives the same bytes for ever, on any machine.
 * Anchors: a section is `#s3`, a clause `#3.2.1`. The class names are those of the design system's document.
 */
export function renderDocument(document: PolicyDocument, language: Language): Uint8Array<ArrayBuffer> {
  const { title, updatedOn, sections } = document;
  const updated = `<time datetime="${escapeHtml(updatedOn)}">${dateInWords(updatedOn, language)}</time>`;
  const html = [
    `<article class="document" lang="${language}">`,
    `<div class="document-head"><h1>${escapeHtml(title[language])}</h1>`,
    `<p class="document-facts">${WORDS.updated[language]} ${updated}</p></div>`,
    renderContents(sections, language),
    ...sections.map((section) => renderSection(section, language)),
    "</article>",
    "",
  ];
  return new TextEncoder().encode(html.join("\n"));
}

function renderContents(sections: readonly Section[], language: Language): string {
  return [
    '<nav class="contents" aria-labelledby="contents">',
    `<h2 id="contents">${WORDS.contents[language]}</h2>`,
    "<ol>",
    ...sections.map(
      (section) =>
        `<li><span class="contents-number">${numberOf(section)}</span><a href="#${anchor(section)}">${escapeHtml(section.title[language])}</a></li>`,
    ),
    "</ol>",
    "</nav>",
  ].join("\n");
}

function renderSection(section: Section, language: Language): string {
  const id = anchor(section);
  const numbers = clauseNumbers(section.clauses, language);
  const isKept = section.clauses.some(({ keptBy }) => keptBy !== null);
  return [
    `<section class="section" id="${id}" aria-labelledby="${id}-title">`,
    `<div class="section-title"><span class="section-number" aria-hidden="true">${numberOf(section)}</span>`,
    `<h2 id="${id}-title">${escapeHtml(section.title[language])}</h2>`,
    isKept
      ? `<span class="margin-title" aria-hidden="true">${WORDS.howKept[language]}</span></div>`
      : "</div>",
    ...section.clauses.map((clause, i) => renderClause(clause, numbers[i] ?? "", language)),
    "</section>",
  ].join("\n");
}

function renderClause({ id, text, keptBy, invalidated }: Clause, number: string, language: Language): string {
  const safeId = escapeHtml(id);
  const shown = escapeHtml(number);
  const link =
    number === "" ? "" : `<a href="#${safeId}" aria-label="${WORDS.clause[language]} ${shown}">${shown}</a>`;
  const kept =
    keptBy === null
      ? '<aside class="clause-margin"></aside>'
      : `<aside class="clause-margin kept"><p class="kept-text"><span class="kept-label">${WORDS.howKept[language]}: </span>${escapeHtml(keptBy[language])}</p></aside>`;
  return [
    `<div class="clause" id="${safeId}">`,
    `<span class="clause-number">${link}</span>`,
    `<div class="clause-text">${struck(renderProse(text[language]), invalidated, language)}</div>`,
    kept,
    "</div>",
  ].join("\n");
}

/** The text of a clause that does not hold any more is read on, struck out, with since when and why (9.3). */
function struck(prose: string, invalidated: Clause["invalidated"], language: Language): string {
  if (invalidated === null) return prose;
  const on = escapeHtml(invalidated.on);
  const since = `${WORDS.invalid[language]} <time datetime="${on}">${dateInWords(invalidated.on, language)}</time>`;
  const reason = escapeHtml(invalidated.reason[language]);
  return `<p class="clause-void"><strong>${since}.</strong> ${reason}</p><del datetime="${on}">${prose}</del>`;
}

/** A section whose id is no number has none: it stands before them. */
function numberOf({ id }: Section): string {
  return /^\d/.test(id) ? escapeHtml(id) : "";
}

function anchor({ id }: Section): string {
  return escapeHtml(/^\d/.test(id) ? `s${id}` : id);
}

const LETTERS: Readonly<Record<Language, string>> = {
  en: "abcdefghijklmnopqrstuvwxyz",
  ru: "абвгдежзиклмнопрстуфхцчшщэюя",
};

/**
 * The number that readers cite. An id of digits is its own number; ids that share a number and end in a word
 * (`3.1.order`) are lettered in the order in which they stand: 3.1(b), 3.1(б). An id without digits has none.
 */
export function clauseNumbers(clauses: readonly Pick<Clause, "id">[], language: Language): string[] {
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
