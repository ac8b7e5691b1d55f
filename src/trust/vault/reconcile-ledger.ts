import { prepare, type Store } from "../../platform/store/index.ts";
import type { Journal } from "../journal/index.ts";
import { destroyScopes } from "./destroy-scopes.ts";
import type { Keyring } from "./keyring.ts";
import { type Destruction, Ledger } from "./ledger.ts";
import type { VaultTables } from "./vault.table.ts";

/** What the ledger and the store had to tell each other. All zero after an orderly stop. */
export interface Reconciliation {
  /** Lines in the ledger. */
  readonly lines: number;
  /** Destroyed scopes that the ledger did not know of: the process died between commit and line. */
  readonly recorded: number;
  /** Scopes that the ledger says are destroyed and the store still had: it was restored from an older copy. */
  readonly destroyedAgain: number;
  /** Scopes of the ledger that the store has never heard of: made after the copy that it was restored from. */
  readonly unknown: number;
}

const PAGE = 500;

const scopeState = prepare<VaultTables, { id: string }>()((db, param) =>
  db.selectFrom("vault_scope").select(["id", "subject", "destroyed_at"]).where("id", "=", param("id")),
);

const destroyedAfter = prepare<VaultTables, { at: number; id: string }>()((db, param) =>
  db
    .selectFrom("vault_scope")
    .select(["id", "subject", "destroyed_at"])
    .where("destroyed_at", "is not", null)
    .where((eb) =>
      eb.or([
        eb("destroyed_at", ">", param("at")),
        eb.and([eb("destroyed_at", "=", param("at")), eb("id", ">", param("id"))]),
      ]),
    )
    .orderBy("destroyed_at")
    .orderBy("id")
    .limit(PAGE),
);

/**
 * Brings the store and the ledger to the same destructions, before anything is served. Whatever either knows to be
 * destroyed is destroyed in both; nothing ever comes back.
 * @throws VaultError `ledger-missing`, `ledger-changed`, `ledger-unwritable`
 */
export async function reconcileLedger(
  store: Store,
  parts: { readonly keyring: Keyring; readonly journal: Pick<Journal, "append"> },
): Promise<Reconciliation> {
  const ledger = new Ledger(parts.keyring);
  const listed = new Set<string>();
  let lines = 0;
  let destroyedAgain = 0;
  let unknown = 0;
  for await (const line of ledger.read()) {
    lines += 1;
    for (const scope of line.scopes) listed.add(scope);
    const states = await store.read(async (reader) => {
      const rows = await Promise.all(line.scopes.map((id) => reader.first(scopeState, { id })));
      return rows.filter((row) => row !== undefined && row.subject === line.subject);
    });
    const alive = states.filter((row) => row?.destroyed_at === null).map((row) => row?.id ?? "");
    unknown += line.scopes.length - states.length;
    if (alive.length > 0) {
      await store.transaction((tx) =>
        destroyScopes(tx, { subject: line.subject, scopes: alive }, { ...parts, ledger }),
      );
      destroyedAgain += alive.length;
    }
  }
  return { lines, recorded: await recordUnlisted(store, ledger, listed), destroyedAgain, unknown };
}

async function recordUnlisted(store: Store, ledger: Ledger, listed: ReadonlySet<string>): Promise<number> {
  let recorded = 0;
  let after = { at: Number.MIN_SAFE_INTEGER, id: "00000000-0000-0000-0000-000000000000" };
  for (;;) {
    const page = await store.read((reader) => reader.all(destroyedAfter, after));
    for (const { id, subject, destroyed_at } of page) {
      const at = destroyed_at ?? 0;
      after = { at, id };
      if (listed.has(id)) continue;
      await ledger.append({ kind: "scopes-destroyed", at, subject, scopes: [id] } satisfies Destruction);
      recorded += 1;
    }
    if (page.length < PAGE) return recorded;
  }
}
