import type { Pseudonym, Transaction } from "../../platform/store/index.ts";

type Rows = Record<string, { readonly id: string } & Record<string, string>>;

/**
 * Removes at most `limit` rows of a table in which `column` names the person; resolves with how many went. The table
 * has an `id`. By id, since not every engine can limit a delete.
 */
export async function removeRowsOf(
  tx: Transaction,
  table: string,
  column: string,
  subject: Pseudonym,
  limit: number,
): Promise<number> {
  const db = tx.query<Rows>();
  const rows = await db.selectFrom(table).select("id").where(column, "=", subject).limit(limit).execute();
  if (rows.length === 0) return 0;
  const ids = rows.map(({ id }) => id);
  await db.deleteFrom(table).where("id", "in", ids).execute();
  return rows.length;
}
