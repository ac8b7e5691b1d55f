import type { Transaction } from "../../platform/store/index.ts";
import type { AppendedEntry } from "../journal/index.ts";
import type { Refusal } from "./decision.ts";
import type { Permit } from "./permit.ts";
import type { GateRequest } from "./request.ts";

/** The one way to leave: every operation on personal data asks here first. */
export interface Gate {
  /**
   * Loads the facts inside `tx`, decides, journals the decision beside the unit's rows, and answers with a permit or
   * the refusal. Two requests are two questions.
   */
  ask(tx: Transaction, request: GateRequest): Promise<Ruling>;
}

export type Ruling =
  | {
      readonly allowed: true;
      readonly permit: Permit;
      /** The journal's entry of this decision. */
      readonly entry: AppendedEntry;
    }
  | { readonly allowed: false; readonly refusal: Refusal };
