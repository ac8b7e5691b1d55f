import type { CountedTables } from "../counted-tables.ts";
import { countEntries, judged } from "../journal-pages.ts";
import type { LiveCheck } from "../live-check.ts";

/**
 * Whatever the journal says that a member of staff did with personal data, they were authorised for then: for that
 * purpose and that operation. Of members whose own rows are erased nothing can be said any more. Clause
 * itsectr-privacy/1.1.1, 6.2.1.
 */
export const authorisedReadings: LiveCheck = {
  code: "authorised-readings",
  counts: {
    en: "Each time staff touched somebody's data, they held an authorisation for that purpose and operation at that moment.",
    ru: "Каждый раз, когда сотрудник обращался к чьим-либо данным, у него в тот момент было полномочие на эту цель и операцию.",
  },
  recount: ({ store }, after) =>
    store.read((reader) =>
      countEntries(reader, after, "decision", async (entries) => {
        const acts = entries.filter(
          ({ actor, decision }) => decision?.allowed === true && actor?.kind === "staff",
        );
        const staff = [...new Set(acts.map(({ actor }) => String(actor?.id)))];
        if (staff.length === 0) return { examined: 0, broken: 0 };
        const query = reader.query<CountedTables>();
        const members = await query.selectFrom("staff_member").selectAll().where("id", "in", staff).execute();
        const held = await query
          .selectFrom("staff_authorisation")
          .select(["staff", "purpose", "operations", "since", "until"])
          .where("staff", "in", staff)
          .execute();
        const known = new Map(members.map((member) => [member.id, member]));
        const ofMembers = acts.filter(({ actor }) => known.has(String(actor?.id)));
        return judged(ofMembers, ({ actor, purpose, operation, at }) => {
          const until = known.get(String(actor?.id))?.until ?? null;
          if (until !== null && Number(at) > until) return true;
          return !held.some(
            (row) =>
              row.staff === actor?.id &&
              row.purpose === purpose &&
              row.operations.includes(String(operation)) &&
              row.since <= Number(at) &&
              // What ends it comes after what was done in the same millisecond.
              (row.until === null || row.until >= Number(at)),
          );
        });
      }),
    ),
};
