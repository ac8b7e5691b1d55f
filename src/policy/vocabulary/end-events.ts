/** What ends processing that has no calendar end (152-FZ 5(7), 21(4), 21(5), 21(5.1); GDPR 5(1)(e)). Closed. */
export const END_EVENTS = [
  "purpose-achieved",
  "consent-withdrawn",
  "stop-demanded",
  "destruction-demanded",
  "contract-ended",
  "account-closed",
  "operator-closed",
] as const;

export type EndEvent = (typeof END_EVENTS)[number];
