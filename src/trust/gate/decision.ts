import type { LegalBasis } from "../../policy/index.ts";

/** What the gate answers: pure data, with the clause or statute that it rests on and the reason. */
export type Decision = Permission | Refusal;

export interface Permission {
  readonly allowed: true;
  /** The clause of the policy in force (`itsectr-privacy/4.1.1`) or the statute (`152-FZ 21(3.1)`). */
  readonly clause: string;
  readonly basis: LegalBasis;
  /** Hash of the policy version that it was decided under, hex. */
  readonly policy: string;
}

export interface Refusal {
  readonly allowed: false;
  readonly code: RefusalCode;
  /** The clause, where one refuses; null where none allows. */
  readonly clause: string | null;
  /** What the code is about: the attribute, the purpose, the missing fact. Never a value. */
  readonly about: string;
}

/** Why the gate refuses. Closed; each with its message and HTTP status. */
export const REFUSALS = {
  gap: {
    status: 403,
    message: "A fact that this decision needs is not known, and what is not known is refused.",
  },
  "no-policy": { status: 503, message: "No policy is in force; nothing may be processed." },
  "unknown-operation": {
    status: 403,
    message: "This is not an operation that may be done with personal data.",
  },
  "unknown-purpose": { status: 403, message: "The policy in force has no such purpose." },
  "operation-outside-purpose": { status: 403, message: "This purpose does not allow this operation." },
  "attribute-outside-purpose": { status: 403, message: "This purpose does not need this item of data." },
  "unknown-attribute": { status: 422, message: "The policy in force does not name this item of data." },
  "channel-outside-purpose": { status: 403, message: "This form does not collect for this purpose." },
  "field-outside-form": { status: 422, message: "The form does not ask for this item of data." },
  "nobody-named": { status: 403, message: "A decision needs at least one person and one item of data." },
  "not-shown": {
    status: 409,
    message: "The form was not shown with the policy in force. Open it again; what you typed is kept.",
  },
  "shown-expired": {
    status: 409,
    message: "The form was open for too long. Send it again; what you typed is kept.",
  },
  "shown-other-version": {
    status: 409,
    message:
      "The policy changed while the form was open. Read it and send the form again; what you typed is kept.",
  },
  "not-authorised": { status: 403, message: "You are not authorised for this operation under this purpose." },
  blocked: {
    status: 423,
    message: "This person's data are blocked; only what blocking leaves open may happen.",
  },
  "no-such-person": { status: 404, message: "Nobody is held under this identifier." },
  "consent-missing": { status: 403, message: "This purpose rests on consent, and there is none in force." },
} as const satisfies Record<string, { status: number; message: string }>;

export type RefusalCode = keyof typeof REFUSALS;
