import type { Content } from "pdfmake/interfaces.js";
import { type Clause, clauseNumbers, parseProse, type ProseSpan, type Section } from "../../policy/index.ts";
import type { Language } from "../../platform/i18n/index.ts";
import { absoluteLink, type DocumentEdition } from "./document-edition.ts";
import { dayInWords, documentFacts } from "./document-facts.ts";
import { paperWords } from "./documents.messages.ts";
import { MUTED, type Paper } from "./paper.ts";

const NUMBER_WIDTH = 46;

/** Lays a document out for A4: title, what it says of itself, contents with page numbers, sections, clauses. */
export function writePaper(edition: DocumentEdition, language: Language): Paper {
  const { document, policy, version } = edition;
  const words = paperWords(language);
  const title = document.title[language];
  return {
    title,
    author: policy.operator.legalName[language],
    language,
    createdAt: version.publishedAt,
    foot: `${title} · ${words.version({ number: version.number })}`,
    pages: words.page({ page: "{page}", pages: "{pages}" }),
    content: [
      { text: policy.operator.shortName[language], style: "operator" },
      { text: title, style: "title", headlineLevel: 1 },
      {
        stack: documentFacts(edition, language).map((fact) => ({ text: fact, style: "fact" })),
        style: "facts",
      },
      {
        toc: {
          title: { text: words.contents, style: "contents" },
          textStyle: { fontSize: 10 },
          numberStyle: { fontSize: 10, color: MUTED },
        },
      },
      ...document.sections.flatMap((section) => sectionOf(section, language, edition.origin)),
    ],
  };
}

function sectionOf(section: Section, language: Language, origin: string): Content[] {
  const numbers = clauseNumbers(section.clauses, language);
  const number = /^\d/.test(section.id) ? `${section.id}.  ` : "";
  return [
    {
      text: `${number}${section.title[language]}`,
      style: "section",
      tocItem: true,
      id: `section-${section.id}`,
      headlineLevel: 2,
    },
    ...section.clauses.map((clause, i) => clauseOf(clause, numbers[i] ?? "", language, origin)),
  ];
}

function clauseOf(clause: Clause, number: string, language: Language, origin: string): Content {
  const struck = clause.invalidated;
  const strike = struck === null ? {} : { decoration: "lineThrough" as const };
  const blocks: Content[] = parseProse(clause.text[language]).map((block) =>
    block.kind === "paragraph"
      ? { text: runs(block.spans, origin), ...strike, margin: [0, 0, 0, 4] }
      : { ul: block.items.map((item) => ({ text: runs(item, origin), ...strike })), margin: [0, 0, 0, 4] },
  );
  const note: Content[] =
    struck === null
      ? []
      : [
          {
            text: paperWords(language).invalidated({
              day: dayInWords(struck.on, language),
              reason: struck.reason[language],
            }),
            style: "note",
          },
        ];
  return {
    columns: [
      { text: number, width: NUMBER_WIDTH, color: MUTED, fontSize: 9, margin: [0, 1, 0, 0] },
      { stack: [...blocks, ...note], width: "*" },
    ],
    margin: [0, 0, 0, 4],
  };
}

function runs(spans: readonly ProseSpan[], origin: string): Content[] {
  return spans.map(({ text, address }) =>
    address === null ? { text } : { text, link: absoluteLink(address, origin), decoration: "underline" },
  );
}
