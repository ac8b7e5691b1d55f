import type { CountedTables } from "../counted-tables.ts";
import { publicationsSaid } from "../journal-pages.ts";
import { CannotSay, type LiveCheck } from "../live-check.ts";
import { inForceAt, sha256, type VersionRow } from "../published-policies.ts";

/**
 * One chain of versions without a gap: numbered from one, each taking over from the one before, each what its hash and
 * the journal say, none taken back after it took effect; and one of them in force now. Clauses itsectr-privacy/9.1,
 * img-privacy/8.2.
 */
export const oneVersionAtATime: LiveCheck = {
  code: "one-version-at-a-time",
  counts: {
    en: "The versions follow each other without a gap or an overlap, and each is what the journal says was published.",
    ru: "Версии сменяют друг друга без разрывов и наложений, и каждая — та, что записана в журнале как опубликованная.",
  },
  recount: ({ store, policies, clock }) =>
    store.read(async (reader) => {
      const versions = await policies.versions(reader);
      if (versions.length === 0) throw new CannotSay("no-policy");
      const query = reader.query<CountedTables>();
      const published = await publicationsSaid(reader);
      let broken = inForceAt(versions, clock.now()) === null ? 1 : 0;
      for (const [place, version] of versions.entries()) {
        const row = await query
          .selectFrom("publication_version")
          .select("compiled")
          .where("number", "=", version.number)
          .executeTakeFirst();
        const isItself = row !== undefined && sha256(row.compiled) === version.policy;
        const said = published.get(version.number);
        // An entry may be past its term; one that is there says the same.
        const isSaid =
          said === undefined ||
          (said["policy"] === version.policy && said["effectiveFrom"] === version.effectiveFrom);
        if (version.number !== place + 1 || !isItself || !isSaid || !followsOn(version, versions)) broken++;
      }
      return { examined: versions.length, broken, next: null };
    }),
};

/** Later than what it follows, and not taken back once it held. */
function followsOn(version: VersionRow, versions: readonly VersionRow[]): boolean {
  const { number, effectiveFrom, calledOffAt } = version;
  if (calledOffAt !== null) return calledOffAt < effectiveFrom;
  const before = versions.findLast((other) => other.number < number && other.calledOffAt === null);
  return before === undefined || before.effectiveFrom <= effectiveFrom;
}
