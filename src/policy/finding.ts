import type { Waiver } from "./compiled.ts";
import { LEGAL_FINDINGS } from "./legal-findings.ts";
import type { Localised } from "./localised.ts";

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
  /** The law that it rests on: `152-FZ 9(1)`. Null where it is the language that is at fault. */
  readonly rule: string | null;
  /** What exactly, where the message leaves it open: the section that is missing. */
  readonly about: Localised | null;
  /** The operator's public reason to accept the warning; null where there is none. */
  readonly waived: Pick<Waiver, "reason" | "on"> | null;
}

/** What a kind of finding says of itself. */
export type FindingEntry = Pick<Finding, "severity" | "message" | "remedy"> & {
  readonly rule?: string | null;
  /** Found by reading a text, so that it may be wrong, and may be waived though it is an error. */
  readonly fromReading?: true;
};

/** What is wrong with the policy in itself. */
const OWN_FINDINGS = {
  "unknown-attribute": {
    severity: "error",
    message: "This names an item of data that the policy does not declare.",
    remedy: "Declare it under `attributes`, or take it out here.",
  },
  "unknown-category": {
    severity: "error",
    message: "This is not one of the known categories of personal data.",
    remedy: "Take one of the list in docs/language.md.",
  },
  "attribute-without-purpose": {
    severity: "error",
    message: "No purpose needs this item of data, so nothing may ever be done with it.",
    remedy: "Add it to the purpose that needs it, or do not declare it.",
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
  "purpose-without-basis": {
    severity: "error",
    message: "This purpose has no legal basis, and without one nothing may be done under it.",
    remedy: "Name the ground on which it rests under `basis`.",
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
    message: "This names a document that the policy does not have.",
    remedy: "Name a document declared under `documents`.",
  },
  "unknown-form": {
    severity: "error",
    message: "This names a form that the policy does not have.",
    remedy: "Declare it under `forms`, or take it out here.",
  },
  "unknown-product": {
    severity: "error",
    message: "This names a product that the policy does not have.",
    remedy: "Declare it under `products`, or take it out here.",
  },
  "unknown-overridden": {
    severity: "error",
    message: "This takes the place of something that the policy does not have.",
    remedy: "Name one of the same kind under `overrides`, or take it out.",
  },
  "unknown-consent": {
    severity: "error",
    message: "The form asks for a consent that the policy does not have.",
    remedy: "Declare it under `consents`, or take it out of the form.",
  },
  "consent-without-need": {
    severity: "error",
    message: "This consent opens a purpose that does not rest on consent.",
    remedy: "Drop the consent, or give the purpose the basis `consent`.",
  },
  "consent-document-shared": {
    severity: "error",
    message: "The text of this consent also serves something else, and a consent is given by itself.",
    remedy: "Give the consent a document of its own.",
  },
  "consent-outside-purpose": {
    severity: "error",
    message: "This consent passes on an item of data that its purpose does not need.",
    remedy: "Add the attribute to the purpose, or take it out of the consent.",
  },
  "consent-outside-form": {
    severity: "error",
    message: "This consent passes on an item of data that the form does not ask for.",
    remedy: "Add the field to the form, or take the attribute out of the consent.",
  },
  "consent-not-asked": {
    severity: "warning",
    message: "The form collects for a purpose that rests on consent, and does not ask for that consent.",
    remedy: "List the purpose's consent under the form's `consents`.",
  },
  "free-text-closed": {
    severity: "error",
    message: "The form has a field for free text, which this policy does not take.",
    remedy: "Take the field out, or set `freeText` to `allow-with-scan`.",
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
  "unresolved-placeholder": {
    severity: "error",
    message: "A text still has a placeholder in it.",
    remedy: "Write what belongs there.",
  },
  "host-outside-scope": {
    severity: "error",
    message: "A text names a host of the operator's that this policy does not cover.",
    remedy: "List it under `hosts`, or do not name it.",
  },
  "typed-number": {
    severity: "warning",
    message:
      "A clause states a number or a period that nothing in the policy holds, so that nothing keeps it.",
    remedy: "Take it from the facts, or declare what it is a number of.",
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
  "another-mail-address": {
    severity: "error",
    message:
      "People are written to at the one address called `email`; another one would never be used or confirmed.",
    remedy:
      "Call the attribute `email` and let a form take one of it; give any other address the kind `text`.",
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
} as const satisfies Record<string, FindingEntry>;

/** Every kind of finding: how severe, what it means, how it is put right, and the law where there is one. Closed. */
export const FINDINGS = { ...OWN_FINDINGS, ...LEGAL_FINDINGS };

export type FindingCode = keyof typeof FINDINGS;

export function finding(
  code: FindingCode,
  where: string,
  clause: string | null = null,
  more: Partial<Pick<Finding, "rule" | "about">> = {},
): Finding {
  const entry: FindingEntry = FINDINGS[code];
  const { severity, message, remedy, rule = null } = entry;
  return { code, where, clause, severity, message, remedy, rule, about: null, waived: null, ...more };
}
