import { heldRules, type LegalBasis } from "../../policy/index.ts";
import type { Refusal } from "./decision.ts";
import type { PolicyFact, ScopeFact } from "./facts.ts";
import type { GateRequest } from "./request.ts";

/** What is asked of data that may have been collected, or consented to, under an earlier version. */
export interface Asked {
  readonly request: GateRequest;
  readonly purpose: { readonly code: string; readonly clause: string; readonly basis: LegalBasis };
  readonly policy: PolicyFact;
}

/** Bases on which a person may agree to a newer scope by accepting its terms anew. */
const BY_TERMS: readonly LegalBasis[] = ["contract", "preContract"];

/**
 * Data stay under the scope under which they were collected (clause itserw-privacy/2.0, tension T13): whatever a newer
 * version adds for a purpose, an item, an operation, a recipient or a country opens nothing for them. Where consent is
 * the basis only a consent to a version that says so opens it; where a contract is, and the operator asks people to
 * accept anew, such an acceptance does.
 */
export function scopeRefusal(asked: Asked, scope: ScopeFact): Refusal | null {
  const { request, purpose, policy } = asked;
  if (purpose.basis === "consent") {
    const under = scope.consented.filter((one) => one.purpose === purpose.code).map((one) => one.under);
    return under.some((version) => permits(asked, version)) ? null : refusal(asked, under[0] ?? null);
  }
  // What is written down now came under what is in force now.
  if (request.operation === "record") return null;
  const anew =
    BY_TERMS.includes(purpose.basis) && policy.compiled.settings.versioning.notice === "re-accept"
      ? scope.reaccepted
      : [];
  for (const { attribute, under } of scope.held) {
    if (!request.attributes.includes(attribute)) continue;
    const of = { ...asked, request: { ...request, attributes: [attribute] } };
    const consented = consentedThen(of, under, scope);
    if (permits(of, under) && consented) continue;
    if (anew.some((version) => version.version > (under?.version ?? 0) && permits(of, version))) continue;
    return refusal(asked, under);
  }
  return null;
}

/** Where that version rested the purpose on consent, there has to be one still, whatever the basis is now. */
function consentedThen({ purpose }: Asked, under: PolicyFact | null, { consented }: ScopeFact): boolean {
  const then = purposeIn(under, purpose.code);
  return then?.basis !== "consent" || consented.some((one) => one.purpose === purpose.code);
}

/** Whether a version allowed this operation on all of these items for this purpose, and to this recipient. */
function permits({ request, purpose, policy }: Asked, version: PolicyFact | null): boolean {
  const then = purposeIn(version, purpose.code);
  if (version === null || then === undefined || then.basis === null) return false;
  return (
    then.operations.includes(request.operation) &&
    request.attributes.every((attribute) => then.attributes.includes(attribute)) &&
    (request.recipient === undefined || knewRecipient(request.recipient, version, policy))
  );
}

function purposeIn(version: PolicyFact | null, code: string) {
  return version === null
    ? undefined
    : heldRules(version.compiled).policy.purposes.find((purpose) => purpose.code === code);
}

/** Whether a version named the recipient on the same ground; of a connector, in the same country and role. */
function knewRecipient(code: string, then: PolicyFact, now: PolicyFact): boolean {
  const [was, is] = [heldRules(then.compiled).policy, now.compiled].map((policy) => ({
    recipient: policy.recipients.find((recipient) => recipient.code === code),
    connector: policy.connectors.find((connector) => connector.code === code),
  }));
  if (is?.recipient !== undefined) return was?.recipient?.ground === is.recipient.ground;
  return (
    was?.connector !== undefined &&
    was.connector.country === is?.connector?.country &&
    was.connector.role === is.connector.role
  );
}

/** Names both versions: what is asked for stands in the one, and the data are under the other. */
function refusal({ purpose, policy }: Asked, under: PolicyFact | null): Refusal {
  const then = under === null ? "an unknown version" : `version ${under.version}`;
  return {
    allowed: false,
    code: "older-scope",
    clause: purpose.clause,
    about: `${then}, not version ${policy.version}`,
  };
}
