import { lengthPrefixed } from "../../platform/crypto/index.ts";
import type { Place } from "./vault.ts";

/**
 * What a ciphertext is bound to: it opens nowhere else. Each form has its name and version in front, and its parts are
 * told apart by their lengths, so no place can be spelt as another.
 */
export function placeOfValue(operator: string, scope: string, place: Place): Uint8Array {
  return lengthPrefixed("upheld-value/1", operator, scope, place.subject, place.attribute, place.record);
}

export interface WrappedScope {
  readonly id: string;
  readonly subject: string;
  readonly kind: string;
}

export function placeOfScopeKey(operator: string, scope: WrappedScope, version: number): Uint8Array {
  return lengthPrefixed("upheld-scope-key/1", operator, scope.id, scope.subject, scope.kind, String(version));
}
