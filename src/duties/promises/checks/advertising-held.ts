import type { CountedTables } from "../counted-tables.ts";
import { BATCH, BEFORE_ALL, batchOf, type LiveCheck } from "../live-check.ts";

/** What is held was not answered: nobody works on it before it is let go. Clause itsectr-agreement/4.3.5. */
export const advertisingHeld: LiveCheck = {
  code: "advertising-held",
  counts: {
    en: "No enquiry that is held has been answered.",
    ru: "Ни на одно задержанное обращение не ответили.",
  },
  recount: ({ store }, after) =>
    store.read(async (reader) => {
      const rows = await reader
        .query<CountedTables>()
        .selectFrom("enquiry")
        .leftJoin("enquiry_answer as answer", "answer.enquiry", "enquiry.id")
        .select((eb) => [
          "enquiry.id as id",
          "enquiry.held as held",
          "enquiry.advertising as advertising",
          eb.fn.count<number>("answer.id").as("answers"),
        ])
        .where("enquiry.id", ">", after ?? BEFORE_ALL)
        .groupBy(["enquiry.id", "enquiry.held", "enquiry.advertising"])
        .orderBy("enquiry.id")
        .limit(BATCH)
        .execute();
      return batchOf(rows, ({ held, advertising, answers }) => (held || advertising) && answers > 0);
    }),
};
