import type { LiveCheck } from "../live-check.ts";

const ISO_DATE = /^\d{4}-\d{2}-\d{2}$/;

/**
 * No version takes effect before it was published, none was published before the one that it follows, and no document
 * says that it was updated earlier than the version before said. Clauses itsectr-privacy/updated, 9.1,
 * itsectr-agreement/updated; tension T39.
 */
export const datesOfVersions: LiveCheck = {
  code: "dates-of-versions",
  counts: {
    en: "No version is dated before the one it follows, and none took effect before it was published.",
    ru: "Ни одна версия не датирована раньше предыдущей и не вступила в силу до публикации.",
  },
  recount: ({ store, policies }) =>
    store.read(async (reader) => {
      const versions = await policies.versions(reader);
      const standing = versions.filter(({ calledOffAt }) => calledOffAt === null);
      const broken = versions.filter((version) => {
        const { number, updatedOn, publishedAt, effectiveFrom } = version;
        const before = standing.findLast((other) => other.number < number);
        if (effectiveFrom < publishedAt || (before?.publishedAt ?? 0) > publishedAt) return true;
        return Object.entries(updatedOn).some(
          ([document, date]) => !ISO_DATE.test(date) || (before?.updatedOn[document] ?? "") > date,
        );
      });
      return { examined: versions.length, broken: broken.length, next: null };
    }),
};
