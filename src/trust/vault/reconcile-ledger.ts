import type { Random } from "../../platform/random/index.ts";
import { prepare, type Store } from "../../platform/store/index.ts";
import type { Journal } from "../journal/index.ts";
import { destroyScopes } from "./destroy-scopes.ts";
import type { Keyring } from "./keyring.ts";
import { type Destruction, Ledger, type LedgerFact, type Withdrawal } from "./ledger.ts";
import { VaultError } from "./vault.errors.ts";
import type { VaultTables } from "./vault.table.ts";
import { writeNewFile } from "./write-durably.ts";

/** What the ledger and the store had to tell each other. All but `lines` zero after an orderly stop. */
export interface Reconciliation {
  /** Lines in the ledger. */
  readonly lines: number;
  /** Destructions and withdrawals that the ledger did not know of: the process died between commit and line. */
  readonly recorded: number;
  /** Scopes that the ledger says are destroyed and the store still had: it was restored from an older copy. */
  readonly destroyedAgain: number;
  /** Consents that the ledger says are withdrawn and that stood in the store: likewise. */
  readonly withdrawnAgain: number;
  /** Scopes and givings that the store does not hold: made after the copy that it was restored from, or erased. */
  readonly unknown: number;
  /** True when the ledger was missing, and was begun anew because the caller accepted the gap. */
  readonly gap: boolean;
}

/** Withdrawals as the store knows them. The vault knows no consents: people/consents implements it. */
export interface LedgeredConsents {
  /** Withdraws what of these still stands. Resolves with how many that were, and how many givings the store lacks. */
  withdrawAgain(
    store: Store,
    withdrawals: readonly Withdrawal[],
  ): Promise<{ readonly withdrawn: number; readonly unknown: number }>;
  /** At most `limit` withdrawals after this one of the store's, in an order of its own; null begins. */
  withdrawals(
    store: Store,
    after: string | null,
    limit: number,
  ): Promise<readonly { readonly id: string; readonly withdrawal: Withdrawal }[]>;
}

/** Lines, destroyed scopes or withdrawals that are looked at together. */
const PAGE = 200;
const NO_ID = "00000000-0000-0000-0000-000000000000";

interface ReconcilingParts {
  readonly keyring: Keyring;
  readonly consents: LedgeredConsents;
  readonly journal: Pick<Journal, "append">;
}

/**
 * Brings the store and the ledger to the same destructions and withdrawals, before anything is served. Whatever either
 * knows to be destroyed or withdrawn is so in both; nothing ever comes back (design invariant 3).
 * @param acceptGap begin a new ledger where it is missing: what was destroyed after the store's copy was taken, and
 *   was known from the ledger alone, then stays alive. Only for a restore whose operator was told.
 * @throws VaultError `ledger-missing`, `ledger-changed`, `ledger-kind-unknown`, `ledger-unwritable`
 */
export async function reconcileLedger(
  store: Store,
  parts: ReconcilingParts,
  acceptGap?: { readonly random: Random },
): Promise<Reconciliation> {
  const ledger = new Ledger(parts.keyring);
  const listed = new Set<string>();
  let lines = 0;
  let destroyedAgain = 0;
  let withdrawnAgain = 0;
  let unknown = 0;
  const gap = acceptGap !== undefined && (await beginIfMissing(parts.keyring, ledger, acceptGap.random));
  for await (const page of pagesOf(ledger.read())) {
    lines += page.length;
    const destructions = page.filter((fact) => fact.kind === "scopes-destroyed");
    const withdrawals = page.filter((fact) => fact.kind === "consent-withdrawn");
    for (const { scopes } of destructions) for (const scope of scopes) listed.add(scope);
    for (const { giving } of withdrawals) listed.add(giving);
    const destroying = await destroyAgain(store, destructions, { ...parts, ledger });
    const withdrawing = await parts.consents.withdrawAgain(store, withdrawals);
    destroyedAgain += destroying.destroyed;
    withdrawnAgain += withdrawing.withdrawn;
    unknown += destroying.unknown + withdrawing.unknown;
  }
  const recorded =
    (await recordDestructions(store, ledger, listed)) +
    (await recordWithdrawals(store, ledger, { listed, consents: parts.consents }));
  return { lines, recorded, destroyedAgain, withdrawnAgain, unknown, gap };
}

async function beginIfMissing(keyring: Keyring, ledger: Ledger, random: Random): Promise<boolean> {
  try {
    await ledger.read().next();
    return false;
  } catch (error) {
    if (!(error instanceof VaultError) || error.code !== "ledger-missing") throw error;
    await writeNewFile(keyring.ledgerPath, "", random);
    return true;
  }
}

async function* pagesOf(lines: AsyncIterable<LedgerFact>): AsyncGenerator<LedgerFact[]> {
  let page: LedgerFact[] = [];
  for await (const line of lines) {
    page.push(line);
    if (page.length < PAGE) continue;
    yield page;
    page = [];
  }
  if (page.length > 0) yield page;
}

/** Destroys in the store what these lines say is destroyed. */
async function destroyAgain(
  store: Store,
  lines: readonly Destruction[],
  parts: ReconcilingParts & { readonly ledger: Ledger },
): Promise<{ destroyed: number; unknown: number }> {
  const ids = [...new Set(lines.flatMap(({ scopes }) => scopes))];
  if (ids.length === 0) return { destroyed: 0, unknown: 0 };
  const rows = await store.read((reader) =>
    reader
      .query<VaultTables>()
      .selectFrom("vault_scope")
      .select(["id", "subject", "destroyed_at"])
      .where("id", "in", ids)
      .execute(),
  );
  const alive = new Map<string, string[]>();
  for (const { id, subject, destroyed_at } of rows) {
    if (destroyed_at === null) alive.set(subject, [...(alive.get(subject) ?? []), id]);
  }
  for (const [subject, scopes] of alive) {
    await store.transaction((tx) => destroyScopes(tx, { subject, scopes }, parts));
  }
  return { destroyed: [...alive.values()].flat().length, unknown: ids.length - rows.length };
}

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

/** Writes the lines of withdrawals that the ledger lacks. */
async function recordWithdrawals(
  store: Store,
  ledger: Ledger,
  known: { readonly listed: ReadonlySet<string>; readonly consents: LedgeredConsents },
): Promise<number> {
  let recorded = 0;
  let after: string | null = null;
  for (;;) {
    const page = await known.consents.withdrawals(store, after, PAGE);
    const missing = page.filter(({ withdrawal }) => !known.listed.has(withdrawal.giving));
    if (missing.length > 0) await ledger.append(...missing.map(({ withdrawal }) => withdrawal));
    recorded += missing.length;
    after = page.at(-1)?.id ?? null;
    if (page.length < PAGE) return recorded;
  }
}

/** Writes the lines of destructions that the ledger lacks. */
async function recordDestructions(
  store: Store,
  ledger: Ledger,
  listed: ReadonlySet<string>,
): Promise<number> {
  let recorded = 0;
  let after = { at: Number.MIN_SAFE_INTEGER, id: NO_ID };
  for (;;) {
    const page = await store.read((reader) => reader.all(destroyedAfter, after));
    for (const { id, subject, destroyed_at } of page) {
      const at = destroyed_at ?? 0;
      after = { at, id };
      if (listed.has(id)) continue;
      await ledger.append({ kind: "scopes-destroyed", at, subject, scopes: [id] });
      recorded += 1;
    }
    if (page.length < PAGE) return recorded;
  }
}
