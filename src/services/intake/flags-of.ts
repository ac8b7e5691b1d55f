import { attributesOf, type CompiledPolicy, LETTER } from "../../policy/index.ts";
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
 * `allow` nobody looks, but at letters, which no policy asked for.
 */
export function spotsIn(values: readonly Written[], policy: CompiledPolicy, scan: FreeTextScan): FoundSpot[] {
  const free = new Set(
    attributesOf(policy)
      .filter(
        ({ code, kind }) =>
          kind === "free-text" && (code === LETTER || policy.freeText === "allow-with-scan"),
      )
      .map(({ code }) => code),
  );
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
