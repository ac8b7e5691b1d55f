export type { DocumentEdition } from "./document-edition.ts";
export { DOCUMENTS_ERRORS } from "./documents.errors.ts";
export { Press } from "./press.ts";
export { type DocumentJson, documentJson, writeJson } from "./write-json.ts";
export { writeLinkedData } from "./write-linked-data.ts";
export { writeMarkdown } from "./write-markdown.ts";
export { writePaper } from "./write-paper.ts";
