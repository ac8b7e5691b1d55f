import type { CountedTables } from "../counted-tables.ts";
import { BATCH, BEFORE_ALL, batchOf, type LiveCheck } from "../live-check.ts";

/**
 * An address belongs to somebody only because a link that was mailed to it was used, which the journal says as well.
 * A login is the operator's own, given to somebody who works there. Clauses itsectr-privacy/3.2.3, img-privacy/3.2.
 */
export const addressesConfirmed: LiveCheck = {
  code: "addresses-confirmed",
  counts: {
    en: "Every address that counts as somebody's was confirmed by the link that was mailed to it.",
    ru: "Каждый адрес, который считается чьим-то, подтверждён по ссылке из письма на него.",
  },
  recount: ({ store }, after) =>
    store.read(async (reader) => {
      const query = reader.query<CountedTables>();
      const rows = await query
        .selectFrom("subject_identifier as held")
        .leftJoin("address_confirmation as link", (join) =>
          join
            // The person as well, since that is what links are indexed by.
            .onRef("link.subject", "=", "held.subject")
            .onRef("link.identifier", "=", "held.id")
            .on("link.used_at", "is not", null),
        )
        .leftJoin("staff_member as member", "member.id", "held.subject")
        .select((eb) => [
          "held.id as id",
          "held.subject as subject",
          "held.kind as kind",
          eb.fn.count<number>("link.id").as("links"),
          eb.fn.count<number>("member.id").as("members"),
        ])
        .where("held.verified_at", "is not", null)
        .where("held.id", ">", after ?? BEFORE_ALL)
        .groupBy(["held.id", "held.subject", "held.kind"])
        .orderBy("held.id")
        .limit(BATCH)
        .execute();
      const persons = rows.map(({ subject }) => subject);
      const said = new Set<string | null>();
      for (const table of persons.length === 0 ? [] : (["journal_entry", "journal_pending"] as const)) {
        const entries = await query
          .selectFrom(table)
          .select("subject")
          .where("subject", "in", persons)
          .where("event", "=", "address-verified")
          .execute();
        for (const { subject } of entries) said.add(subject);
      }
      return batchOf(rows, ({ subject, kind, links, members }) => {
        if (kind === "login") return members === 0;
        if (kind === "staff-email") return members === 0 || !said.has(subject);
        return kind !== "email" || links === 0 || !said.has(subject);
      });
    }),
};
