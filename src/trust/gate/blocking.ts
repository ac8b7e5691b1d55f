import type { ProcessingOperation } from "../../policy/index.ts";
import type { GateRequest } from "./request.ts";

/** What blocking leaves open whatever the purpose: 152-FZ 3(7), 21(1); GDPR 18(2). */
const ALWAYS: readonly ProcessingOperation[] = ["store", "clarify", "block", "delete", "destroy"];

/** What it leaves open for checking, claims, legal duties and the person's rights alone. */
const FOR_DUTIES: readonly ProcessingOperation[] = ["extract", "use", "provide"];
const DUTIES: readonly string[] = ["rights", "claims", "legal-compliance"];

/** Whether an operation may go on under a block of the data it touches (design: "Blocking is a state"). */
export function underBlocking(request: Pick<GateRequest, "operation">, purpose: string): boolean {
  if (ALWAYS.includes(request.operation)) return true;
  return FOR_DUTIES.includes(request.operation) && DUTIES.includes(purpose);
}
