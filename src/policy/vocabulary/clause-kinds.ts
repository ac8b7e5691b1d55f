/** What a clause is about, as the register of clauses sorts them. Closed. */
export const CLAUSE_KINDS = [
  "definition",
  "liability/declarative",
  "data-category",
  "purpose",
  "service-feature",
  "disclosure-gate",
  "versioning",
  "prohibition-on-user",
  "consent",
  "security-measure",
  "collection-channel",
  "subject-right",
  "depersonalisation",
  "security/fraud",
  "retention",
  "dispute",
  "deadline",
  "cross-border",
] as const;
export type ClauseKind = (typeof CLAUSE_KINDS)[number];

/**
 * How far a program can keep a clause: it enforces it, it records the evidence, or the clause only declares something.
 */
export const ENFORCEABILITIES = ["enforceable", "evidencable", "declarative"] as const;
export type Enforceability = (typeof ENFORCEABILITIES)[number];
