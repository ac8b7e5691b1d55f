import type { CompiledPolicy } from "../../policy/index.ts";
import type { PolicyFact } from "../../trust/gate/index.ts";
import type { Operator } from "../operator.ts";

/** How the console learns what is in force. */
export interface ConsolePolicies {
  /** The version in force at `at`, ms. Answers 503 when there is none. */
  read(at: number): Promise<PolicyFact>;
  /** The one that `read` gave last. */
  current(): CompiledPolicy;
}

/** What every page of the console works with. */
export interface ConsoleParts {
  readonly operator: Operator;
  readonly policies: ConsolePolicies;
}
