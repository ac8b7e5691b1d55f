import { prepare, type Transaction } from "../../platform/store/index.ts";
import type { Journal } from "../../trust/journal/index.ts";
import { clockOf, rulingOf } from "./clocks-of.ts";
import type { DeadlineTables } from "./deadline.table.ts";

const ofCase = prepare<DeadlineTables, { case: string }>()((db, param) =>
  db.selectFrom("deadline").selectAll().where("case_id", "=", param("case")).orderBy("clock"),
);

const markAnnounced = prepare<DeadlineTables, { id: string; on: string; endsAt: number }>()((db, param) =>
  db
    .updateTable("deadline")
    .set({ announced_on: param("on"), announced_ends_at: param("endsAt") })
    .where("id", "=", param("id")),
);

/**
 * Notes that the person is told by when: the duty that rules the case now, whose date is held to from here on. What was
 * announced earlier stands, unless this is sooner. Journalled. Resolves with the day, and whether it rests on a
 * calendar that may change; null where nothing is owed.
 */
export async function announceDue(
  tx: Transaction,
  caseId: string,
  { journal, actor }: { readonly journal: Pick<Journal, "append">; readonly actor: AnnouncingActor },
): Promise<{ readonly on: string; readonly provisional: boolean } | null> {
  const rows = await tx.all(ofCase, { case: caseId });
  const ruling = rulingOf(rows.map(clockOf)).duty;
  const row = rows.find(({ id }) => id === ruling?.id);
  if (ruling === null || row === undefined) return null;
  const announced = { on: ruling.date, provisional: ruling.provisional };
  if (row.announced_on === ruling.date) return announced;
  await tx.change(markAnnounced, { id: row.id, on: ruling.date, endsAt: ruling.endsAt });
  await journal.append(
    tx,
    {
      event: "deadline-announced",
      actor,
      subjects: [row.subject],
      details: { case: row.case_id, clock: row.clock, on: ruling.date },
    },
    row.shard_key,
  );
  return announced;
}

interface AnnouncingActor {
  readonly kind: string;
  readonly id?: string;
}
