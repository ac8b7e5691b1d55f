export { acceptedBefore } from "./accepted-before.ts";
export { acceptedUnproven } from "./accepted-unproven.ts";
export { confirmConsents } from "./confirm-consents.ts";
export { type ConsentRecord, coveredConsent, isInForce } from "./consent.ts";
export { consentSource } from "./consent-source.ts";
export { consentsHolding } from "./consents-holding.ts";
export { CONSENTS_ERRORS, ConsentsError } from "./consents.errors.ts";
export { consentsSchema } from "./consents.table.ts";
export { type GivenConsent, giveConsent } from "./give-consent.ts";
export { consentsInForce, consentsOf, readConsent } from "./read-consents.ts";
export {
  type Acceptances,
  type AcceptingParts,
  type ConsentParts,
  recordAcceptances,
} from "./record-acceptances.ts";
export { ledgeredConsents } from "./withdraw-again.ts";
export { scopeFacts } from "./scope-facts.ts";
export { withdrawConsent } from "./withdraw-consent.ts";
