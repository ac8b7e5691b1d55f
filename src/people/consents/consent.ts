import type { CompiledPolicy, Consent } from "../../policy/index.ts";
import type { Pseudonym } from "../../platform/store/index.ts";
import type { ConsentEventKind, SignatureLevel } from "./consents.table.ts";

/** One consent as it was given once, and what has become of it. Giving it anew is another. */
export interface ConsentRecord {
  /** The id of the giving; what a link to withdraw it is made of. */
  readonly giving: string;
  readonly subject: Pseudonym;
  readonly consent: string;
  readonly purpose: string;
  readonly attributes: readonly string[];
  readonly document: string;
  readonly policy: string;
  readonly language: string;
  readonly channel: string;
  readonly form: string | null;
  readonly givenAt: number;
  readonly confirmedAt: number | null;
  readonly withdrawnAt: number | null;
  /** The strongest that it reached. */
  readonly signatureLevel: SignatureLevel;
}

/** An event as it is read; what an acceptance has not: a giving, a purpose, a kind. */
export interface ConsentEvent {
  readonly giving: string;
  readonly subject: Pseudonym;
  readonly event: ConsentEventKind;
  readonly consent: string;
  readonly purpose: string;
  readonly attributes: readonly string[];
  readonly document: string;
  readonly policy: string;
  readonly language: string;
  readonly channel: string;
  readonly form: string | null;
  readonly signature_level: SignatureLevel;
  readonly at: number;
}

/** What follows from a person's events, in the order of their givings. An event without its giving counts for nothing. */
export function consentRecords(events: readonly ConsentEvent[]): ConsentRecord[] {
  const about = (giving: string, kind: ConsentEventKind) =>
    events.find((event) => event.giving === giving && event.event === kind);
  return events
    .filter(({ event }) => event === "given")
    .map((given) => {
      const confirmed = about(given.giving, "confirmed");
      return {
        giving: given.giving,
        subject: given.subject,
        consent: given.consent,
        purpose: given.purpose,
        attributes: given.attributes,
        document: given.document,
        policy: given.policy,
        language: given.language,
        channel: given.channel,
        form: given.form,
        givenAt: given.at,
        confirmedAt: confirmed?.at ?? null,
        withdrawnAt: about(given.giving, "withdrawn")?.at ?? null,
        signatureLevel: confirmed?.signature_level ?? given.signature_level,
      };
    });
}

/**
 * The consent of this policy that a record covers: the same code for the same purpose, with no attribute beyond those
 * that it was given for (tension T13). Null when the policy has none such, or has come to ask for more.
 */
export function coveredConsent(
  record: Pick<ConsentRecord, "consent" | "purpose" | "attributes">,
  policy: Pick<CompiledPolicy, "consents">,
): Consent | null {
  const declared = policy.consents.find(({ code }) => code === record.consent);
  if (declared === undefined || declared.purpose !== record.purpose) return null;
  return declared.attributes.every((attribute) => record.attributes.includes(attribute)) ? declared : null;
}

/** Given, confirmed, not withdrawn, and what the policy in force asks for. Only this opens a purpose. */
export function isInForce(record: ConsentRecord, policy: Pick<CompiledPolicy, "consents">): boolean {
  return (
    record.confirmedAt !== null && record.withdrawnAt === null && coveredConsent(record, policy) !== null
  );
}
