import type { CountedTables } from "../counted-tables.ts";
import { BATCH, BEFORE_ALL, batchOf, type LiveCheck } from "../live-check.ts";

/**
 * What a person gave counts as verified only where something proved it: an address, by the link that was mailed to it.
 * Clauses itsectr-privacy/2.4, proit-privacy/2.3.noverify; tension T19.
 */
export const valuesUnverified: LiveCheck = {
  code: "values-unverified",
  counts: {
    en: "No value counts as verified unless a letter to that very address was answered.",
    ru: "Ни одно значение не считается проверенным, если на письмо по этому адресу не ответили.",
  },
  recount: ({ store }, after) =>
    store.read(async (reader) => {
      const query = reader.query<CountedTables>();
      const values = await query
        .selectFrom("subject_value")
        .select(["id", "subject", "attribute", "verification_status as status"])
        .where("id", ">", after ?? BEFORE_ALL)
        .orderBy("id")
        .limit(BATCH)
        .execute();
      const verified = values.filter(({ status }) => status !== "unverified");
      const persons = [...new Set(verified.map(({ subject }) => subject))];
      const proven = new Set<string>();
      if (persons.length > 0) {
        const confirmed = await query
          .selectFrom("address_confirmation")
          .select("subject")
          .where("subject", "in", persons)
          .where("used_at", "is not", null)
          .execute();
        const mailboxes = await query
          .selectFrom("subject_identifier")
          .select("subject")
          .where("subject", "in", persons)
          .where("kind", "=", "staff-email")
          .where("verified_at", "is not", null)
          .execute();
        for (const { subject } of [...confirmed, ...mailboxes]) proven.add(subject);
      }
      return batchOf(
        values,
        ({ status, attribute, subject }) =>
          status !== "unverified" && !(status === "verified" && attribute === "email" && proven.has(subject)),
      );
    }),
};
