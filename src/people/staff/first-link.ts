import { lockRows, prepare, type Reader, type Tables, type Transaction } from "../../platform/store/index.ts";
import type { signInLinkTable, staffMemberTable } from "./staff.table.ts";

const firstLinks = prepare<Tables<typeof signInLinkTable>>()((db, _, engine) =>
  db.selectFrom("sign_in_link").select("id").where("staff", "is", null).orderBy("id").$call(lockRows(engine)),
);

/** Makes whoever adds staff wait for each other, so that no first member is made beside another. */
export async function lockFirstLinks(tx: Transaction): Promise<void> {
  await tx.all(firstLinks, {});
}

const anybody = prepare<Tables<typeof staffMemberTable>, { at: number }>()((db, param) =>
  db
    .selectFrom("staff_member")
    .select("id")
    .where((where) => where.or([where("until", "is", null), where("until", ">", param("at"))]))
    .limit(1),
);

/** Whether anybody works here. While nobody does, a link may make the first. */
export async function hasStaff(reader: Reader, at: number): Promise<boolean> {
  return (await reader.first(anybody, { at })) !== undefined;
}
