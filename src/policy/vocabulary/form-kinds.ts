/** What a form is for, in the words of the clauses that name channels. Closed. */
export const FORM_KINDS = ["feedback", "order", "registration", "application", "newsletter"] as const;
export type FormKind = (typeof FORM_KINDS)[number];
