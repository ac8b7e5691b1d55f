import type { Reader, Pseudonym } from "../../platform/store/index.ts";
import type { Localised } from "../../policy/index.ts";
import type { PublishedVersion, VersionChanges } from "./publication.ts";
import { allChanges, allVersions, type MadeFrom, type PublishedVia } from "./publication.table.ts";

/** What `publishedBy` says of an installation's own first version, which no member of staff published. */
export const INSTALLATION = "installation";

interface VersionRow {
  readonly number: number;
  readonly policy: string;
  readonly updated_on: Readonly<Record<string, string>>;
  readonly published_at: number;
  readonly effective_from: number;
  readonly published_by: Pseudonym | null;
  readonly via: PublishedVia;
  readonly base: number | null;
  readonly note: Localised | null;
  readonly made_from: MadeFrom;
  readonly called_off_at: number | null;
}

export function publishedVersion(row: VersionRow): PublishedVersion {
  return {
    number: row.number,
    policy: row.policy,
    updatedOn: row.updated_on,
    publishedAt: row.published_at,
    effectiveFrom: row.effective_from,
    publishedBy: row.published_by ?? INSTALLATION,
    via: row.via,
    base: row.base,
    note: row.note,
    madeFrom: row.made_from,
    calledOffAt: row.called_off_at,
  };
}

/** Every version without its changes, newest first. */
export async function readTimeline(reader: Reader): Promise<PublishedVersion[]> {
  return (await reader.all(allVersions, {})).map(publishedVersion);
}

/** Every version with what changed in it, newest first. */
export async function readVersions(reader: Reader): Promise<VersionChanges[]> {
  const changes = new Map(
    (await reader.all(allChanges, {})).map(({ number, changes: found }) => [number, found]),
  );
  return (await readTimeline(reader)).map((version) => ({
    ...version,
    changes: changes.get(version.number) ?? [],
  }));
}
