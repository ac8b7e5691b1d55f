import { journalHealth, verifyJournal } from "../../../trust/journal/index.ts";
import type { CountedTables } from "../counted-tables.ts";
import type { LiveCheck } from "../live-check.ts";

/** Up to so many entries the whole log is recounted each time; a longer one once a day. */
const RECOUNTED_EACH_TIME = 20_000;
const DAY = 24 * 60 * 60 * 1000;

/**
 * Every entry, tile and signed checkpoint agrees with every other, and no entry has waited for its place for over ten
 * seconds (design invariant 5). Everything else here is counted in this journal.
 */
export const journalWhole: LiveCheck = {
  code: "journal-whole",
  counts: {
    en: "The journal agrees with what was signed, entry by entry, and nothing waits for its place.",
    ru: "Журнал запись за записью совпадает с подписанным, и ничто не ждёт своего места.",
  },
  async recount({ store, clock, journal }) {
    const now = clock.now();
    const { healthy, size, recounted } = await store.read(async (reader) => ({
      ...(await journalHealth(reader, now)),
      recounted: await reader
        .query<CountedTables>()
        .selectFrom("promise_result")
        .select("id")
        .where("check_code", "=", "journal-whole")
        .where("examined", ">", 1)
        .where("outcome", "=", "kept")
        .where("at", ">", now - DAY)
        .limit(1)
        .executeTakeFirst(),
    }));
    const broken = healthy ? 0 : 1;
    if ((size ?? 0) > RECOUNTED_EACH_TIME && recounted !== undefined) {
      return { examined: 1, broken, next: null };
    }
    const { findings, omitted } = await verifyJournal({
      store,
      verifierKey: journal.verifierKey,
      isGenuine: journal.isGenuine,
      now,
    });
    return { examined: 1 + (size ?? 0), broken: broken + findings.length + omitted, next: null };
  },
};
