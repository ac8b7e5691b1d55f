/** What the check of a policy found, and what to do about it. */
export interface Finding {
  /** An error stops publication; a warning is shown and may be published over. */
  readonly severity: "error" | "warning";
  readonly code: FindingCode;
  /** The place in the compiled object: `purposes.offers.attributes`. */
  readonly where: string;
  /** The clause that it concerns; null where none. */
  readonly clause: string | null;
  readonly message: string;
  readonly remedy: string;
}

/** Every kind of finding: how severe, what it means, how it is put right. Closed. */
export const FINDINGS = {
  "unknown-attribute": {
    severity: "error",
    message: "This names an item of data that the policy does not declare.",
    remedy: "Declare it under `attributes`, or take it out here.",
  },
  "field-outside-purpose": {
    severity: "error",
    message: "The form asks for an item of data that its purpose does not need.",
    remedy: "Add the attribute to the purpose, or take the field out of the form.",
  },
  "unknown-purpose": {
    severity: "error",
    message: "This names a purpose that the policy does not have.",
    remedy: "Declare it under `purposes`, or take it out here.",
  },
  "statutory-code": {
    severity: "error",
    message:
      "This purpose has the code of one that the law lays on every operator, which no policy can widen.",
    remedy: "Give the purpose a code of its own.",
  },
  "unknown-retention": {
    severity: "error",
    message: "This purpose has no retention rule.",
    remedy: "Name a rule declared under `retention`.",
  },
  "endless-retention": {
    severity: "error",
    message: "This rule has neither a period nor an event that ends it.",
    remedy: "Give it `days`, or at least one end event.",
  },
  "no-inactivity-review": {
    severity: "warning",
    message: "This rule ends by events alone; what is never asked about is kept for ever.",
    remedy: "Give it `days` as well, if the law does not demand more.",
  },
  "purpose-without-operation": {
    severity: "error",
    message: "This purpose allows no operation, so nothing can be done under it.",
    remedy: "List the operations that it needs.",
  },
  "unknown-channel": {
    severity: "error",
    message: "This names a channel that the policy does not declare.",
    remedy: "Declare it under `channels`, or take it out here.",
  },
  "channel-outside-purpose": {
    severity: "error",
    message: "The form collects for a purpose that does not collect through it.",
    remedy: "Add the channel to the purpose, or bind the form to another purpose.",
  },
  "unknown-document": {
    severity: "error",
    message: "The form shows a document that the policy does not have.",
    remedy: "Name a document declared under `documents`.",
  },
  "unknown-clause": {
    severity: "error",
    message: "This rests on a clause that no document has.",
    remedy: "Write the clause, or name the one that it rests on.",
  },
  "empty-document": {
    severity: "error",
    message: "This document has no clauses.",
    remedy: "Give it its sections under `texts`.",
  },
  "missing-language": {
    severity: "error",
    message: "A text is missing in a language that the operator offers.",
    remedy: "Write it in every language listed under `operator.languages`.",
  },
  "wrong-requisite": {
    severity: "error",
    message: "The control digit of this number does not agree.",
    remedy: "Compare it with the certificate of registration.",
  },
  "unknown-regime": {
    severity: "error",
    message: "There are no rules for this regime, so what its law demands is not known.",
    remedy: "Name a regime for which the folder `rules` has a set.",
  },
  "same-path": {
    severity: "error",
    message: "Two pages have one address.",
    remedy: "Give each document and form a path of its own.",
  },
  "duplicate-clause": {
    severity: "error",
    message: "Two clauses of one document have one number.",
    remedy: "Number each clause once.",
  },
  "duplicate-code": {
    severity: "error",
    message: "Two things of one kind have one code.",
    remedy: "Give each a code of its own.",
  },
} as const satisfies Record<string, Pick<Finding, "severity" | "message" | "remedy">>;

export type FindingCode = keyof typeof FINDINGS;

export function finding(code: FindingCode, where: string, clause: string | null = null): Finding {
  return { code, where, clause, ...FINDINGS[code] };
}
