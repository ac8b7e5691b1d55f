/** What the making of a document's other formats refuses. */
export const DOCUMENTS_ERRORS = {
  "press-busy": {
    status: 503,
    message: {
      en: "Many documents are being printed as PDF just now. Try again in a minute; the page and its other formats are there meanwhile.",
      ru: "Сейчас готовится много файлов PDF. Попробуйте через минуту; сама страница и другие форматы доступны.",
    },
  },
  "not-printed": {
    status: 503,
    message: {
      en: "This document could not be printed as PDF. The page and its other formats are there; print the page instead.",
      ru: "Этот документ не удалось подготовить в PDF. Сама страница и другие форматы доступны: распечатайте страницу.",
    },
  },
} as const;

export type DocumentsErrorCode = keyof typeof DOCUMENTS_ERRORS;

/** A format of a document that cannot be had just now. */
export class DocumentsError extends Error {
  override readonly name = "DocumentsError";
  readonly code: DocumentsErrorCode;

  constructor(code: DocumentsErrorCode, options?: ErrorOptions) {
    super(DOCUMENTS_ERRORS[code].message.en, options);
    this.code = code;
  }
}
