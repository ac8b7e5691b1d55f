/**
 * What a person may ask for about their own data (glossary C4). Closed: each has clocks and an answer of its own.
 */
export const RIGHTS_REQUEST_TYPES = [
  /** 152-FZ 14, 20(1); GDPR 15 */
  "access",
  /** 152-FZ 14(1), 21(2); GDPR 16 */
  "rectification",
  /** 152-FZ 14(1), 21; GDPR 17 */
  "erasure",
  /** 152-FZ 21(1); GDPR 18 */
  "restriction",
  /** GDPR 20 */
  "portability",
  /** 152-FZ 15(2); GDPR 21 */
  "objection",
  /** 152-FZ 21(5.1) */
  "stopProcessing",
  /** 152-FZ 16; GDPR 22 */
  "automatedDecisionReview",
  /** 152-FZ 9(2), 21(5); GDPR 7(3) */
  "withdrawal",
  /** 152-FZ 17; GDPR 77 */
  "complaint",
] as const;

export type RightsRequestType = (typeof RIGHTS_REQUEST_TYPES)[number];
