/**
 * First parts of the addresses at which the product itself answers, whatever a policy says: the letter, the promises,
 * the journal, the console. `en` and `ru` stand before every path of a page.
 */
const RESERVED: ReadonlySet<string> = new Set([
  "accept",
  "api",
  "assets",
  "changes",
  "confirm",
  "console",
  "development",
  "documents",
  "en",
  "enquiry",
  "healthz",
  "journal",
  "letter",
  "metrics",
  "policy-choice",
  "promises",
  "receipt",
  "ru",
  "write",
]);

/** Pages of ours under a first part that a policy may use: the withdrawal of a consent, the list of services. */
const WITHDRAWAL = "/consents/withdraw/";
const SERVICES = "/services/";

/** Whether a document, a form or a service of a policy may not have this address. */
export function isReservedPath(path: string): boolean {
  return path === SERVICES || path.startsWith(WITHDRAWAL) || RESERVED.has(path.split("/")[1] ?? "");
}
