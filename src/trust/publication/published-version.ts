import type { Pseudonym } from "../../platform/store/index.ts";
import type { PublishedVersion } from "./publication.ts";

/** What `publishedBy` says of an installation's own first version, which no member of staff published. */
export const INSTALLATION = "installation";

interface VersionRow {
  readonly number: number;
  readonly policy: string;
  readonly updated_on: Readonly<Record<string, string>>;
  readonly published_at: number;
  readonly effective_from: number;
  readonly published_by: Pseudonym | null;
}

export function publishedVersion(row: VersionRow): PublishedVersion {
  return {
    number: row.number,
    policy: row.policy,
    updatedOn: row.updated_on,
    publishedAt: row.published_at,
    effectiveFrom: row.effective_from,
    publishedBy: row.published_by ?? INSTALLATION,
  };
}
