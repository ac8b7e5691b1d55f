import type { CompiledPolicy } from "../../policy/index.ts";
import type { DocumentAddress, PublishedVersion } from "../../trust/publication/index.ts";

/** An address at which a document stands, or once stood: published addresses lead somewhere for ever. */
export interface DocumentPlace {
  readonly path: `/${string}`;
  readonly code: string;
  /** Which versions had this document, newest first, and where each of them stands. */
  readonly versions: readonly { readonly number: number; readonly path: `/${string}` }[];
}

/** Every address of every document of every version; those of the policy in force first. */
export function documentPlaces(
  policy: CompiledPolicy,
  addresses: readonly DocumentAddress[],
): DocumentPlace[] {
  const places = new Map<string, string>(policy.documents.map(({ path, code }) => [path, code]));
  for (const { path, code } of addresses) if (!places.has(path)) places.set(path, code);
  return [...places].map(([path, code]) => ({
    path: path as `/${string}`,
    code,
    versions: versionsOf(code, addresses),
  }));
}

function versionsOf(code: string, addresses: readonly DocumentAddress[]): DocumentPlace["versions"] {
  const found = new Map<number, `/${string}`>();
  for (const address of addresses) {
    if (address.code === code) found.set(address.version, address.path as `/${string}`);
  }
  return [...found].map(([number, path]) => ({ number, path }));
}

export const VERSION_STATES = ["in-force", "earlier", "scheduled", "called-off"] as const;

export type VersionState = (typeof VERSION_STATES)[number];

/** How a version stands at an instant, beside the one that is in force then. */
export function stateOf(
  { number, calledOffAt, effectiveFrom }: Pick<PublishedVersion, "number" | "calledOffAt" | "effectiveFrom">,
  current: number,
  at: number,
): VersionState {
  if (calledOffAt !== null) return "called-off";
  if (number === current) return "in-force";
  return effectiveFrom > at ? "scheduled" : "earlier";
}
