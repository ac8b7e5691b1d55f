export { acceptedDocuments } from "./accepted-documents.ts";
export { canonicalJson } from "./canonical-json.ts";
export { checkPolicy } from "./check-policy.ts";
export { compileOperator } from "./compile-operator.ts";
export type * from "./compiled.ts";
export { parseCompiledPolicy } from "./compiled.schema.ts";
export { dateDocuments } from "./date-documents.ts";
export { defineOperator, definePromise, type OperatorDefinition } from "./define-operator.ts";
export { diffPolicies, type PolicyChange } from "./diff-policies.ts";
export { type Finding, type FindingCode, FINDINGS } from "./finding.ts";
export { citation } from "./wording.ts";
export { findingWords, sayFinding } from "./finding-words.ts";
export { inEffect, type PolicyInEffect } from "./in-effect.ts";
export {
  attributesFor,
  attributesOf,
  formsOf,
  LETTER,
  LETTER_PURPOSE,
  LETTER_TOPICS,
  type LetterTopic,
} from "./letter.ts";
export { invalidateClause, keepInvalidations } from "./invalidate-clause.ts";
export { createLocator, type SourceFile, type SourcePlace } from "./locate-finding.ts";
export { POLICY_ERRORS, PolicyError, type PolicyErrorCode } from "./policy.errors.ts";
export { parseProse, type ProseBlock, type ProseSpan } from "./parse-prose.ts";
export { placeholderIn } from "./placeholders.ts";
export { heldRules, type PrecedenceRuling } from "./precedence.ts";
export { clauseNumbers, renderDocument } from "./render-document.ts";
export { clauseOf, registeredClause } from "./resolve-clause.ts";
export { isInn, isOgrn } from "./requisites.ts";
export { type StatutoryPurpose, statutoryPurposesOf, type StatutorySet } from "./statutory-purposes.ts";
export { isWeekend, WorkingCalendar, type YearCalendar } from "./rules/calendar.ts";
export type { Clock, ClockKind, Term, TermUnit } from "./rules/clock.ts";
export {
  clockDue,
  type ClockDue,
  type Counting,
  endTerm,
  type RunningClock,
  type TermEnd,
} from "./rules/clock-due.ts";
export { countryStanding, type CountryStanding } from "./rules/country-list.ts";
export type { LegalDocument } from "./rules/legal-document.ts";
export {
  packsFor,
  parseRulePack,
  refuseRepeatedRegimes,
  type RuleFile,
  type RulePack,
} from "./rules/rule-pack.ts";
export { calendarFor, requestClocks, rightOfDeadline } from "./rules/request-clocks.ts";
export { rulingClock, type RulingClocks } from "./rules/ruling-clock.ts";
export type { Sourced } from "./rules/sourced.ts";
export { CONTROL_CODES, type ControlCode, PENDING_ROOMS, type PendingRoom } from "./vocabulary/controls.ts";
export { DEFAULT_SETTINGS, type DisclosureGround, type SettingCode, type Settings } from "./settings.ts";
export { standing } from "./standing.ts";
export type { ClauseKind, Enforceability } from "./vocabulary/clause-kinds.ts";
export { DOCUMENT_KINDS, type DocumentKind } from "./vocabulary/document-kinds.ts";
export type { FormKind } from "./vocabulary/form-kinds.ts";
export type { DataCategory } from "./vocabulary/categories.ts";
export { LEGAL_BASES, type LegalBasis } from "./vocabulary/legal-basis.ts";
export {
  isProcessingOperation,
  PROCESSING_OPERATIONS,
  type ProcessingOperation,
} from "./vocabulary/operations.ts";
export { OFFER_WORDS, OPERATION_WORDS } from "./vocabulary/words.ts";
export type { RightsRequestType } from "./vocabulary/rights.ts";
