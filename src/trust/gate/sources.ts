import type { CompiledPolicy } from "../../policy/index.ts";
import type { GateRequest } from "./request.ts";

/** Why data that the person did not give are not taken; null when they are. */
export type SourceProblem = "undeclared" | "closed" | "no purpose" | "no ground" | "no notice" | "attribute";

/**
 * Whether data may come from a source other than the person (clauses itserw-privacy/1.4, proit-privacy/1.4; 152-FZ
 * 18(3), GDPR 14): one that the policy declares, of a kind that its settings leave open, with a purpose, a ground and
 * evidence that the person was told, and of nothing but what it lists.
 */
export function sourceProblem(
  { channel, purpose, attributes }: GateRequest,
  { dataSources, settings }: CompiledPolicy,
): SourceProblem | null {
  const source = dataSources.find(({ code }) => code === channel);
  if (source === undefined) return "undeclared";
  if (!settings.sources.includes(source.kind)) return "closed";
  if (source.purpose !== purpose) return "no purpose";
  if (source.ground === null) return "no ground";
  if (source.evidenceOfNotice === null) return "no notice";
  return attributes.every((attribute) => source.attributes.includes(attribute)) ? null : "attribute";
}
