import type { CountedTables } from "../counted-tables.ts";
import { BATCH, BEFORE_ALL, batchOf, inTurn, type LiveCheck } from "../live-check.ts";

/**
 * Whoever sent a form has accepted the text that was shown: by an acceptance of theirs, of a version that was
 * published, in exactly the bytes that are there in that language. Clauses itsectr-privacy/2.1, itsectr-agreement/1.3, 7.3, 9.1.
 */
export const acceptances: LiveCheck = {
  code: "acceptances",
  counts: {
    en: "Every stored sending has an acceptance, and every acceptance is of a text that was published.",
    ru: "У каждой сохранённой отправки есть принятие, и каждое принятие — опубликованного текста.",
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
            .select((eb) => ["enquiry.id as id", eb.fn.count<number>("accepted.id").as("accepted")])
            .where("enquiry.id", ">", at ?? BEFORE_ALL)
            .groupBy("enquiry.id")
            .orderBy("enquiry.id")
            .limit(BATCH)
            .execute();
          return batchOf(rows, ({ accepted }) => accepted === 0);
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
