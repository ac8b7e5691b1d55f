import type { ProcessingOperation } from "../../policy/index.ts";
import type { Pseudonym } from "../../platform/store/index.ts";

/** Who acts. A caller names itself; what it may do is a fact that the gate loads. */
export type Actor =
  | { readonly kind: "visitor" }
  | { readonly kind: "subject"; readonly id: Pseudonym }
  | { readonly kind: "staff"; readonly id: Pseudonym }
  /** A program that holds an API key of the operator's. */
  | { readonly kind: "key"; readonly id: string }
  /** A named part of the product acting by itself: `job:send-acknowledgement`. */
  | { readonly kind: "system"; readonly id: string };

/** What is asked of the gate. Everything in it is a claim; nothing in it is believed without a fact. */
export interface GateRequest {
  readonly actor: Actor;
  /** A purpose of the policy in force, or one of the statutory set. */
  readonly purpose: string;
  readonly operation: ProcessingOperation;
  /** The persons concerned; at least one. */
  readonly subjects: readonly Pseudonym[];
  /** The attributes touched; at least one. */
  readonly attributes: readonly string[];
  /** The form through which data comes; for `collect` alone. */
  readonly channel?: string;
  /** The shown-version token of the form; for `collect` alone. */
  readonly shown?: string;
  /** Code of the recipient or connector that would be given the data; for whatever lets data out. */
  readonly recipient?: string;
  /** Operational facts for the journal: codes and references, never values. */
  readonly details?: Readonly<Record<string, string | number | boolean>>;
}
