import { canonicalJson } from "../../../policy/index.ts";
import type { Reader } from "../../../platform/store/index.ts";
import type { CountedTables } from "../counted-tables.ts";
import { publicationsSaid } from "../journal-pages.ts";
import type { LiveCheck } from "../live-check.ts";
import { sha256 } from "../published-policies.ts";

const ISO_DATE = /^\d{4}-\d{2}-\d{2}$/;

/**
 * No version takes effect before it was published, none was published before the one that it follows, and no document
 * says that it was updated earlier than the version before said; and what the change log tells of it is what it told
 * at publication. Clauses itsectr-privacy/updated, 9.1,
 * itsectr-agreement/updated; tension T39.
 */
export const datesOfVersions: LiveCheck = {
  code: "dates-of-versions",
  counts: {
    en: "No version is dated before the one it follows or took effect before it was published, and the change log tells what it told then.",
    ru: "Ни одна версия не датирована раньше предыдущей и не вступила в силу до публикации; журнал изменений говорит то же, что и тогда.",
  },
  recount: ({ store, policies }) =>
    store.read(async (reader) => {
      const versions = await policies.versions(reader);
      const standing = versions.filter(({ calledOffAt }) => calledOffAt === null);
      const accounts = await accountsOf(reader);
      const said = await publicationsSaid(reader);
      const broken = versions.filter((version) => {
        const { number, updatedOn, publishedAt, effectiveFrom } = version;
        const before = standing.findLast((other) => other.number < number);
        if (effectiveFrom < publishedAt || (before?.publishedAt ?? 0) > publishedAt) return true;
        // An entry may be past its term; one that is there tells the same.
        const account = said.get(number)?.["account"];
        if (account !== undefined && account !== accounts.get(number)) return true;
        return Object.entries(updatedOn).some(
          ([document, date]) => !ISO_DATE.test(date) || (before?.updatedOn[document] ?? "") > date,
        );
      });
      return { examined: versions.length, broken: broken.length, next: null };
    }),
};

/** What each version tells of itself in the change log, hashed as the journal took it down. */
async function accountsOf(reader: Reader): Promise<Map<number, string>> {
  const rows = await reader
    .query<CountedTables>()
    .selectFrom("publication_version")
    .select(["number", "base", "changes", "note", "made_from"])
    .execute();
  return new Map(
    rows.map(({ number, base, changes, note, made_from: madeFrom }) => [
      number,
      sha256(canonicalJson({ base, changes, note, madeFrom })),
    ]),
  );
}
