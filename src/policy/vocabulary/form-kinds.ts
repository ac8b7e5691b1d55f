/** What a form is for, in the words of the clauses that name channels. Closed. */
export const FORM_KINDS = ["feedback", "order", "registration", "application", "newsletter"] as const;
/** A policy declares one of these; `letter` is the form that every operator has by law. */
export type FormKind = (typeof FORM_KINDS)[number] | "letter";
