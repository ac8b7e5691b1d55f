/** What a document is. Its law, its form and what it must say follow from it. Closed. */
export const DOCUMENT_KINDS = [
  "privacy-policy",
  "user-agreement",
  "licence-agreement",
  "product-terms",
  "service-agreement",
  "consent",
  "information",
] as const;
export type DocumentKind = (typeof DOCUMENT_KINDS)[number];
