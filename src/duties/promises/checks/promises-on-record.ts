import type { CountedTables } from "../counted-tables.ts";
import { countOwnEntries, judged } from "../journal-pages.ts";
import type { LiveCheck } from "../live-check.ts";
import { noteHash } from "../note-hash.ts";

/**
 * Whatever the journal says that a check found, or that somebody said of it, stands on the record still: a failure
 * that was removed from the tables is a failure of this.
 */
export const promisesOnRecord: LiveCheck = {
  code: "promises-on-record",
  counts: {
    en: "Every failure, every recovery and every note that the journal names still stands in the record shown here.",
    ru: "Каждый сбой, каждое восстановление и каждое примечание из журнала по-прежнему стоят в показанной здесь истории.",
  },
  recount: ({ store }, after) =>
    store.read((reader) =>
      countOwnEntries(reader, after, ["promise-checked", "promise-annotated"], async (entries) => {
        const ids = entries.map(({ details }) => String(details?.["record"]));
        if (ids.length === 0) return { examined: 0, broken: 0 };
        const query = reader.query<CountedTables>();
        const results = await query
          .selectFrom("promise_result")
          .select(["id", "check_code", "outcome", "changed"])
          .where("id", "in", ids)
          .execute();
        const notes = await query
          .selectFrom("promise_note")
          .select(["id", "check_code", "note", "post"])
          .where("id", "in", ids)
          .execute();
        return judged(entries, ({ event, details }) => {
          const isMeant = (row: { readonly id: string; readonly check_code: string }) =>
            row.id === details?.["record"] && row.check_code === details["check"];
          if (event === "promise-annotated") {
            const note = notes.find(isMeant);
            return note === undefined || noteHash(note) !== details?.["sha256"];
          }
          const result = results.find(isMeant);
          return result === undefined || !result.changed || result.outcome !== details?.["outcome"];
        });
      }),
    ),
};
