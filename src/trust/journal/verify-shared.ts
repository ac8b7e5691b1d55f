import { prepare, type Store } from "../../platform/store/index.ts";
import type { Findings } from "./finding.ts";
import type { JournalTables } from "./journal.table.ts";

const links = prepare<JournalTables, { entry: string }>()((db, param) =>
  db
    .selectFrom("journal_subject")
    .innerJoin("journal_entry", "journal_entry.id", "journal_subject.entry")
    .select("journal_subject.subject")
    .where("journal_subject.entry", "=", param("entry"))
    .where("journal_entry.leaf", "is not", null),
);

const kept = prepare<JournalTables, { entry: string }>()((db, param) =>
  db.selectFrom("journal_entry").select("id").where("id", "=", param("entry")).where("leaf", "is not", null),
);

/** Checks that an entry about several persons is found by each of them, and by nobody else, unless it was pruned since. */
export async function verifyShared(
  store: Store,
  id: string,
  subjects: readonly string[],
  where: string,
  findings: Findings,
): Promise<void> {
  await store.read(async (reader) => {
    const found = (await reader.all(links, { entry: id })).map(({ subject }) => subject);
    const asked = new Set(subjects);
    if (found.length === asked.size && found.every((subject) => asked.has(subject))) return;
    if ((await reader.first(kept, { entry: id })) !== undefined) findings.add("entry-mislabelled", where);
  });
}
