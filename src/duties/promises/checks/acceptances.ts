import type { Reader } from "../../../platform/store/index.ts";
import type { CountedTables } from "../counted-tables.ts";
import { readLeaf } from "../journal-leaf.ts";
import { BATCH, BEFORE_ALL, batchOf, inTurn, type LiveCheck } from "../live-check.ts";

/**
 * Whoever sent a form has accepted the text that was shown: by an acceptance of theirs, of a version that was
 * published, in exactly the bytes that are there in that language. What somebody sends who has declined
 * accepts nothing, and the journal says so. Clauses itsectr-privacy/2.1, 2.2, itsectr-agreement/1.3, 7.3, 9.1.
 */
export const acceptances: LiveCheck = {
  code: "acceptances",
  counts: {
    en: "Every stored sending has an acceptance, unless its sender had declined, and every acceptance is of a text that was published.",
    ru: "У каждой сохранённой отправки есть принятие, если отправитель не отказался, и каждое принятие — опубликованного текста.",
  },
  recount: ({ store }, after) =>
    store.read((reader) => {
      const query = reader.query<CountedTables>();
      return inTurn(after, {
        sendings: async (at) => {
          const rows = await query
            .selectFrom("enquiry")
            .innerJoin("subject_collection as came", "came.id", "enquiry.collection")
            .leftJoin("acceptance as accepted", (join) =>
              join
                .onRef("accepted.subject", "=", "enquiry.subject")
                .onRef("accepted.policy", "=", "came.policy")
                .onRef("accepted.started_at", "<=", "enquiry.received_at"),
            )
            .select((eb) => [
              "enquiry.id as id",
              "enquiry.entry as entry",
              eb.fn.count<number>("accepted.id").as("accepted"),
            ])
            .where("enquiry.id", ">", at ?? BEFORE_ALL)
            .groupBy(["enquiry.id", "enquiry.entry"])
            .orderBy("enquiry.id")
            .limit(BATCH)
            .execute();
          const without = rows.filter(({ accepted }) => accepted === 0);
          const declined = await declinedOf(
            reader,
            without.map(({ entry }) => entry),
          );
          return batchOf(rows, ({ accepted, entry }) => accepted === 0 && !declined.has(entry));
        },
        acceptances: async (at) => {
          const rows = await query
            .selectFrom("acceptance as accepted")
            .leftJoin("publication_version as version", "version.policy", "accepted.policy")
            .leftJoin("publication_document as document", (join) =>
              join
                .onRef("document.version", "=", "version.number")
                .onRef("document.code", "=", "accepted.document")
                .onRef("document.language", "=", "accepted.language")
                .onRef("document.hash", "=", "accepted.text"),
            )
            .select((eb) => [
              "accepted.id as id",
              eb.fn.count<number>("document.hash").as("texts"),
              eb.fn.min("version.published_at").as("published"),
              eb.fn.min("accepted.started_at").as("at"),
            ])
            .where("accepted.id", ">", at ?? BEFORE_ALL)
            .groupBy("accepted.id")
            .orderBy("accepted.id")
            .limit(BATCH)
            .execute();
          return batchOf(
            rows,
            (row) => row.texts === 0 || row.published === null || row.published > Number(row.at),
          );
        },
      });
    }),
};

/** The sendings, by the entry of their receiving, of whom the journal says that they had declined the policy. */
async function declinedOf(reader: Reader, entries: readonly string[]): Promise<Set<string>> {
  const declined = new Set<string>();
  for (const table of entries.length === 0 ? [] : (["journal_entry", "journal_pending"] as const)) {
    const rows = await reader
      .query<CountedTables>()
      .selectFrom(table)
      .select(["id", "leaf"])
      .where("id", "in", entries)
      .execute();
    for (const { id, leaf } of rows) if (readLeaf(leaf)?.details?.["declined"] === true) declined.add(id);
  }
  return declined;
}
