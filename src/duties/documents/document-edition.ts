import type { CompiledPolicy, PolicyDocument } from "../../policy/index.ts";

/** A document of a published version, and what has to be known to write it down in another format. */
export interface DocumentEdition {
  readonly policy: CompiledPolicy;
  readonly document: PolicyDocument;
  readonly version: {
    readonly number: number;
    /** Hex SHA-256 of the policy's canonical bytes. */
    readonly policy: string;
    /** ms */
    readonly publishedAt: number;
    /** ms */
    readonly effectiveFrom: number;
  };
  /** `https://itsectr.example`, without a slash at the end. */
  readonly origin: string;
}

/** The address of a version, for ever the same. */
export function addressOf({ origin, document, version }: DocumentEdition): string {
  return `${origin}${document.path}versions/${version.number}/`;
}

/** A link of the text as one that leads somewhere from outside the site. */
export function absoluteLink(address: string, origin: string): string {
  return address.startsWith("/") ? `${origin}${address}` : address;
}
