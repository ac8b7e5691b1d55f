import { canonicalJson } from "../../policy/index.ts";
import { sha256 } from "./published-policies.ts";

/** What the journal takes down of a public note, so that nobody changes its words later. */
export function noteHash({ note, post }: { readonly note: unknown; readonly post: unknown }): string {
  return sha256(canonicalJson({ note, post }));
}
