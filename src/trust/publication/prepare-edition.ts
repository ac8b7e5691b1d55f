import {
  checkPolicy,
  type CompiledPolicy,
  type Finding,
  type RulePack,
  sayFinding,
} from "../../policy/index.ts";
import type { Edition } from "./publication.ts";
import { PublicationError } from "./publication.errors.ts";
import { renderDocuments } from "./render-documents.ts";

export interface PreparedEdition {
  readonly edition: Edition;
  /** What was found, may be published over, and has not been accepted in public. */
  readonly warnings: readonly Finding[];
}

/**
 * A compiled policy with its documents rendered in each language that the operator offers, ready to publish.
 * @throws PublicationError `policy-has-errors`, naming each place and its remedy
 */
export function prepareEdition(
  compiled: CompiledPolicy,
  rules: readonly RulePack[],
  when: { readonly effectiveFrom: number; readonly publishedBy: string },
): PreparedEdition {
  const findings = checkPolicy(compiled, rules);
  const errors = findings.filter(({ severity }) => severity === "error");
  if (errors.length > 0) {
    const lines = errors.map((one) => {
      const { message, remedy } = sayFinding(one, "en");
      return `${one.where}: ${message} ${remedy}`;
    });
    throw new PublicationError("policy-has-errors", lines.join(" "));
  }
  return {
    edition: { compiled, documents: renderDocuments(compiled), ...when },
    warnings: findings.filter(({ severity, waived }) => severity === "warning" && waived === null),
  };
}
