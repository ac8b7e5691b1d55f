import type { Transaction } from "../../platform/store/index.ts";
import type { Keyring } from "./keyring.ts";
import { Ledger, type Withdrawal } from "./ledger.ts";

/** How many givings a process remembers to have written. */
const REMEMBERED = 10_000;

/**
 * Keeps withdrawals where a restored database cannot undo them (design invariant 3). A withdrawal is done again by
 * whoever was not told that it is done, so what is handed in may be in the ledger already: what this process wrote, it
 * does not write again, or one link, pressed for ever, would fill the disk with keys.
 */
export class WithdrawalLedger {
  readonly #ledger: Ledger;
  /** Oldest first. */
  readonly #written = new Set<string>();

  constructor(keyring: Pick<Keyring, "ledgerPath" | "operator" | "keys">) {
    this.#ledger = new Ledger(keyring);
  }

  /**
   * Writes these withdrawals after the unit's commit and before it is acknowledged: one sync, however many. If the
   * ledger cannot be written, they are withdrawn and the caller is told `after-commit-failed`; withdrawing again, or
   * the next start, writes the lines.
   */
  keep(tx: Transaction, withdrawals: readonly Omit<Withdrawal, "kind">[]): void {
    if (withdrawals.length === 0) return;
    tx.afterCommit(async () => {
      const missing = withdrawals.filter(({ giving }) => !this.#written.has(giving));
      if (missing.length === 0) return;
      await this.#ledger.append(
        ...missing.map(({ giving, at }) => ({ kind: "consent-withdrawn" as const, at, giving })),
      );
      for (const { giving } of missing) this.#remember(giving);
    });
  }

  #remember(giving: string): void {
    this.#written.add(giving);
    const [oldest] = this.#written;
    if (this.#written.size > REMEMBERED && oldest !== undefined) this.#written.delete(oldest);
  }
}
