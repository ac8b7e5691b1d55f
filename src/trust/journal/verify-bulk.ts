import { prepare, type Store } from "../../platform/store/index.ts";
import { decodeItem, decodeLeaf } from "./entry-leaf.ts";
import type { Findings } from "./finding.ts";
import type { JournalTables } from "./journal.table.ts";
import { leafHash } from "./merkle-tree.ts";
import { makeSubtree } from "./salted-subtree.ts";

const items = prepare<JournalTables, { entry: string }>()((db, param) =>
  db
    .selectFrom("journal_item")
    .select(["place", "subject", "leaf", "leaf_hash"])
    .where("entry", "=", param("entry"))
    .orderBy("place"),
);

/** Checks that the items of a bulk entry are those whose subtree its leaf commits to. */
export async function verifyBulk(
  store: Store,
  id: string,
  leaf: Uint8Array,
  where: string,
  findings: Findings,
): Promise<void> {
  const details = decodeLeaf(leaf)?.details;
  const rows = await store.read((reader) => reader.all(items, { entry: id }));
  for (const [i, row] of rows.entries()) {
    if (row.leaf === null) continue;
    const fits = row.place === i && decodeItem(row.leaf)?.subject === row.subject;
    if (!fits || Buffer.compare(leafHash(row.leaf), row.leaf_hash) !== 0) {
      findings.add("item-altered", `${where}, item ${row.place}`);
    }
  }
  const { root, size } = makeSubtree(rows.map((row) => row.leaf_hash));
  if (details?.["subtreeSize"] !== size || details["subtreeRoot"] !== Buffer.from(root).toString("hex")) {
    findings.add("item-altered", where);
  }
}
