import { prepare, type Pseudonym, type Reader, type Tables } from "../../platform/store/index.ts";
import type { subjectCollectionTable } from "./subjects.table.ts";

const findScope = prepare<Tables<typeof subjectCollectionTable>, { id: string }>()((db, param) =>
  db.selectFrom("subject_collection").select("scope").where("id", "=", param("id")),
);

/** The key scope of one act of collection: what is written about it later ends with it. Null when it is gone. */
export async function collectionScope(reader: Reader, collection: string): Promise<Pseudonym | null> {
  return (await reader.first(findScope, { id: collection }))?.scope ?? null;
}
