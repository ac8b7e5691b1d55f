import { systemRandom, uuidv7 } from "../src/platform/random/index.ts";
import type { Pseudonym, Transaction } from "../src/platform/store/index.ts";
import type { ProcessingOperation } from "../src/policy/index.ts";
import type { GateRequest, Permit } from "../src/trust/gate/index.ts";
import { mintPermit } from "../src/trust/gate/permit.ts";

/** A real permit for a room's own tests, without the decision before it: those belong to the gate's tests. */
export function permitFor(
  tx: Transaction,
  operation: ProcessingOperation,
  subjects: Pseudonym | readonly Pseudonym[],
  attributes: readonly string[] = ["email", "name", "message"],
  purpose = "inquiry-handling",
): Permit {
  const request: GateRequest = {
    actor: { kind: "system", id: "test" },
    purpose,
    operation,
    subjects: typeof subjects === "string" ? [subjects] : subjects,
    attributes,
  };
  return mintPermit(tx, request, {
    allowed: true,
    clause: "test/1",
    basis: "consent",
    policy: "0".repeat(64),
  });
}

let at = 1_780_000_000_000;
/** A fresh identifier of a person, record or scope that nobody has. */
export const newId = (): Pseudonym => uuidv7(at++, systemRandom);
