/**
 * The closed list of processing operations: 152-FZ 3(3), GDPR 4(2). Gate and journal accept nothing else
 * (clause itsectr-privacy/1.1.3).
 */
export const PROCESSING_OPERATIONS = [
  "collect",
  "record",
  "systematise",
  "accumulate",
  "store",
  "clarify",
  "extract",
  "use",
  "transfer",
  "provide",
  "distribute",
  "grantAccess",
  "depersonalise",
  "block",
  "delete",
  "destroy",
  "crossBorderTransfer",
  "link",
  "unlink",
] as const;

export type ProcessingOperation = (typeof PROCESSING_OPERATIONS)[number];

export function isProcessingOperation(value: unknown): value is ProcessingOperation {
  return typeof value === "string" && (PROCESSING_OPERATIONS as readonly string[]).includes(value);
}
