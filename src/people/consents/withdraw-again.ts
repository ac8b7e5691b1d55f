import { sql } from "kysely";
import { prepare, type Store, type Tables } from "../../platform/store/index.ts";
import type { LedgeredConsents, Withdrawal } from "../../trust/vault/index.ts";
import { lockSubject } from "../subjects/index.ts";
import { consentEventTable } from "./consents.table.ts";
import { laterEntry, laterEvent } from "./later-event.ts";
import { consentsOf } from "./read-consents.ts";
import type { ConsentParts } from "./record-acceptances.ts";

type ConsentTables = Tables<typeof consentEventTable>;

/** Before every id. */
const NO_ID = "00000000-0000-0000-0000-000000000000";

const withdrawnAfter = prepare<ConsentTables, { after: string; limit: number }>()((db, param) =>
  db
    .selectFrom("consent_event")
    .select(["id", "giving", "at"])
    // As a literal: the index of withdrawals alone is used by no parameter.
    .where("event", "=", sql.lit("withdrawn" as const))
    .where("id", ">", param("after"))
    .orderBy("id")
    .limit(param("limit")),
);

/**
 * Withdrawals, for the ledger that outlasts the store (design invariant 3). What an older copy of the store brings back
 * is withdrawn again at the moment at which the person withdrew it, and journalled as the ledger's doing.
 */
export function ledgeredConsents(parts: ConsentParts): LedgeredConsents {
  return {
    async withdrawAgain(store, withdrawals) {
      const { standing, unknown } = await standingOf(store, withdrawals);
      if (standing.size === 0) return { withdrawn: 0, unknown };
      return { withdrawn: await withdrawStanding(store, { withdrawals, standing }, parts), unknown };
    },
    async withdrawals(store, after, limit) {
      const rows = await store.read((reader) => reader.all(withdrawnAfter, { after: after ?? NO_ID, limit }));
      return rows.map(({ id, giving, at }) => ({
        id,
        withdrawal: { kind: "consent-withdrawn", at, giving },
      }));
    },
  };
}

/** Whose consents the store still holds to be standing, and how many of the givings it lacks. */
async function standingOf(store: Store, withdrawals: readonly Withdrawal[]) {
  const givings = [...new Set(withdrawals.map(({ giving }) => giving))];
  if (givings.length === 0) return { standing: new Set<string>(), unknown: 0 };
  const rows = await store.read((reader) =>
    reader
      .query<ConsentTables>()
      .selectFrom("consent_event")
      .select(["subject", "giving", "event"])
      .where("giving", "in", givings)
      .where("event", "in", ["given", "withdrawn"])
      .execute(),
  );
  const over = new Set(rows.filter(({ event }) => event === "withdrawn").map(({ giving }) => giving));
  const given = rows.filter(({ event }) => event === "given");
  return {
    standing: new Set(given.filter(({ giving }) => !over.has(giving)).map(({ subject }) => subject)),
    unknown: givings.length - given.length,
  };
}

/** In one unit, persons in one order for everybody, as a withdrawal by link. */
function withdrawStanding(
  store: Store,
  { withdrawals, standing }: { withdrawals: readonly Withdrawal[]; standing: ReadonlySet<string> },
  { journal, random }: ConsentParts,
): Promise<number> {
  const withdrawnAt = new Map(withdrawals.map(({ giving, at }) => [giving, at]));
  return store.transaction(async (tx) => {
    let withdrawn = 0;
    for (const subject of [...standing].toSorted()) {
      const person = await lockSubject(tx, subject);
      if (person === null) continue;
      for (const record of await consentsOf(tx, subject)) {
        const at = withdrawnAt.get(record.giving);
        if (at === undefined || record.withdrawnAt !== null) continue;
        const event = laterEvent(tx, record, { event: "withdrawn", shardKey: person.shardKey, random });
        await tx.insert(consentEventTable, [{ ...event, channel: "ledger", at }]);
        const entry = laterEntry(record, "consent-withdrawn");
        await journal.append(tx, {
          ...entry,
          actor: { kind: "system", id: "ledger" },
          details: { ...entry.details, withdrawnAt: at },
        });
        withdrawn += 1;
      }
    }
    return withdrawn;
  });
}
