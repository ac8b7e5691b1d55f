import type { Content, TDocumentDefinitions } from "pdfmake/interfaces.js";
import type { Language } from "../../platform/i18n/index.ts";

/** A document laid out for paper: what is sent to the press. No functions, so that it crosses to another thread. */
export interface Paper {
  readonly content: Content[];
  readonly title: string;
  readonly author: string;
  readonly language: Language;
  /** Of the version's publication, ms: the same version has the same bytes. */
  readonly createdAt: number;
  /** What stands at the foot of each page, and how pages are counted: `{page}`, `{pages}`. */
  readonly foot: string;
  readonly pages: string;
}

export const MUTED = "#57534e";

/** The styles of paper, and where the foot of a page stands. */
export const PAPER_STYLES: Pick<
  TDocumentDefinitions,
  "pageSize" | "pageMargins" | "defaultStyle" | "styles"
> = {
  pageSize: "A4",
  pageMargins: [62, 62, 62, 70],
  defaultStyle: { font: "Roboto", fontSize: 10, lineHeight: 1.28, color: "#1c1917" },
  styles: {
    operator: { fontSize: 10, color: MUTED, margin: [0, 0, 0, 6] },
    title: { fontSize: 22, lineHeight: 1.15, bold: true, margin: [0, 0, 0, 12] },
    facts: { margin: [0, 0, 0, 18] },
    fact: { fontSize: 8.5, color: MUTED },
    contents: { fontSize: 11, bold: true, margin: [0, 0, 0, 6] },
    section: { fontSize: 14, lineHeight: 1.15, bold: true, margin: [0, 20, 0, 8] },
    note: { fontSize: 9, italics: true, color: MUTED },
  },
};
