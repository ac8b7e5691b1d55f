import type { CompiledPolicy } from "../../policy/index.ts";
import type { FreeTextFlag } from "./free-text-rules.ts";
import type { FreeTextScan, FreeTextSpot } from "./scan-free-text.ts";

interface Written {
  readonly attribute: string;
  readonly plaintext: string;
}

/** A spot of what a person wrote, and in which field. */
export interface FoundSpot extends FreeTextSpot {
  readonly attribute: string;
}

/**
 * Every spot in free text that needs looking at, as the operator's setting has it (clause itsectr-privacy/3.2.5): under
 * `allow` nobody looks.
 */
export function spotsIn(values: readonly Written[], policy: CompiledPolicy, scan: FreeTextScan): FoundSpot[] {
  if (policy.freeText !== "allow-with-scan") return [];
  const free = new Set(policy.attributes.filter(({ kind }) => kind === "free-text").map(({ code }) => code));
  return values
    .filter(({ attribute }) => free.has(attribute))
    .flatMap(({ attribute, plaintext }) => scan(plaintext).map((spot) => ({ ...spot, attribute })));
}

/** The flags of what was found, each once: all that is stored of it. */
export function flagsOf(
  values: readonly Written[],
  policy: CompiledPolicy,
  scan: FreeTextScan,
): FreeTextFlag[] {
  return [...new Set(spotsIn(values, policy, scan).map(({ flag }) => flag))].sort();
}
