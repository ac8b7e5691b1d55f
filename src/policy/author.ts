/** What an operator's `policy.ts` may import: `import { definePromise } from "upheld/policy"`. */
export { canonicalJson } from "./canonical-json.ts";
export type { ClauseFacts } from "./clause-facts.ts";
export { compileOperator } from "./compile-operator.ts";
export type * from "./compiled.ts";
export {
  type ClauseSource,
  defineOperator,
  definePromise,
  defineSection,
  type FactsOf,
  type OperatorDefinition,
  type SectionSource,
} from "./define-operator.ts";
export type { OperatorPromise } from "./sources.ts";
export type { DataCategory } from "./vocabulary/categories.ts";
export type { EndEvent } from "./vocabulary/end-events.ts";
export type { LegalBasis } from "./vocabulary/legal-basis.ts";
export type { ProcessingOperation } from "./vocabulary/operations.ts";
export type { RightsRequestType } from "./vocabulary/rights.ts";
