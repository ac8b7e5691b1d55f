/** Grounds for processing: 152-FZ 6(1), GDPR 6(1). Each is a different record; none stands in for another. */
export const LEGAL_BASES = [
  /** 152-FZ 6(1)(1), 9; GDPR 6(1)(a), 7 */
  "consent",
  /** 152-FZ 6(1)(5); GDPR 6(1)(b) */
  "contract",
  /** 152-FZ 6(1)(5); GDPR 6(1)(b) */
  "preContract",
  /** 152-FZ 6(1)(2), (3); GDPR 6(1)(c) */
  "legalObligation",
  /** 152-FZ 6(1)(6); GDPR 6(1)(d) */
  "vitalInterest",
  /** 152-FZ 6(1)(4); GDPR 6(1)(e) */
  "publicInterest",
  /** 152-FZ 6(1)(7); GDPR 6(1)(f) */
  "legitimateInterest",
  /** 152-FZ 6(1)(9); GDPR 89 */
  "statistics",
] as const;

export type LegalBasis = (typeof LEGAL_BASES)[number];
