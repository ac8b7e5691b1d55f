export type * from "./compiled.ts";
export { LEGAL_BASES, type LegalBasis } from "./vocabulary/legal-basis.ts";
export {
  isProcessingOperation,
  PROCESSING_OPERATIONS,
  type ProcessingOperation,
} from "./vocabulary/operations.ts";
