import type { Localised } from "./localised.ts";
import { PolicyError } from "./policy.errors.ts";

/** @throws PolicyError `unknown-code`, naming the kind of thing and the code */
export function findByCode<Thing extends { readonly code: string }>(
  kind: string,
  things: readonly Thing[],
  code: string,
): Thing {
  return things.find((thing) => thing.code === code) ?? unknownCode(kind, code);
}

/** The words of a vocabulary for a code that came from an author. @throws as above */
export function wordsFor(kind: string, words: Readonly<Record<string, Localised>>, code: string): Localised {
  return words[code] ?? unknownCode(kind, code);
}

/** @throws PolicyError `unknown-code`, always */
export function unknownCode(kind: string, code: string): never {
  throw new PolicyError("unknown-code", `${kind} ${code}`);
}
