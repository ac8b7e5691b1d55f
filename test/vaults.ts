import { mkdtempSync, realpathSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { systemRandom } from "../src/platform/random/index.ts";
import type { Pseudonym, SealedValue, Store } from "../src/platform/store/index.ts";
import type { AppendedEntry, JournalEntry } from "../src/trust/journal/index.ts";
import {
  createVault,
  type Keyring,
  type LedgeredConsents,
  type ScopeId,
  type SealedPlace,
  unlockKeyring,
  type Vault,
} from "../src/trust/vault/index.ts";
import { newId, permitFor } from "./permits.ts";

/** What a vault tells the journal, kept to look at. */
export class HeardEntries {
  readonly entries: JournalEntry[] = [];

  append(_: unknown, entry: JournalEntry): Promise<AppendedEntry> {
    this.entries.push(entry);
    return Promise.resolve({ id: newId(), leaf: new Uint8Array() });
  }
}

export interface VaultUnderTest {
  readonly store: Store;
  readonly vault: Vault;
  readonly keyring: Keyring;
  readonly journal: HeardEntries;
  readonly consents: LedgeredConsents;
  /** `UPHELD_KEYS`. */
  readonly keys: string;
}

/** The consents of a store that holds none: whatever the ledger says of them is unknown to it. */
export const NO_CONSENTS: LedgeredConsents = {
  withdrawAgain: (_, withdrawals) => Promise.resolve({ withdrawn: 0, unknown: withdrawals.length }),
  withdrawals: () => Promise.resolve([]),
};

/** A temporary key folder, and what removes it. */
export function temporaryKeys(): { readonly keys: string; remove(): void } {
  const keys = realpathSync(mkdtempSync(join(tmpdir(), "upheld-keys-")));
  return { keys, remove: () => rmSync(keys, { recursive: true, force: true }) };
}

/** A vault over a store, with the keys in `keys`. */
export async function vaultOver(store: Store, keys: string): Promise<VaultUnderTest> {
  const keyring = await unlockKeyring(store, { keys }, systemRandom);
  const journal = new HeardEntries();
  const vault = createVault({ keyring, random: systemRandom, journal });
  return { store, keyring, journal, consents: NO_CONSENTS, keys, vault };
}

export interface SealedPerson {
  readonly subject: Pseudonym;
  readonly scope: ScopeId;
  readonly places: SealedPlace[];
}

/** A new person with one scope and a value for each attribute, committed. */
export function sealPerson(
  { store, vault }: Pick<VaultUnderTest, "store" | "vault">,
  values: Readonly<Record<string, string>>,
): Promise<SealedPerson> {
  const subject = newId();
  return store.transaction(async (tx) => {
    const permit = permitFor(tx, "collect", subject, Object.keys(values));
    const scope = await vault.createScope(tx, permit, {
      kind: "subject",
      subject,
      shardKey: subject,
      rule: "enquiry",
    });
    const plain = Object.entries(values).map(([attribute, plaintext]) => ({
      subject,
      attribute,
      plaintext,
      record: newId(),
    }));
    const sealed = await vault.seal(tx, permit, scope, plain);
    const places = plain.map(({ subject, attribute, record }, i) => ({
      subject,
      attribute,
      record,
      scope,
      sealed: sealed[i] as SealedValue,
    }));
    return { subject, scope, places };
  });
}

/** Opens values in a unit of their own, under a permit that covers whatever they claim to be. */
export function openPlaces(
  { store, vault }: Pick<VaultUnderTest, "store" | "vault">,
  places: readonly SealedPlace[],
): Promise<string[]> {
  return store.transaction((tx) => {
    const subjects = places.map(({ subject }) => subject);
    const attributes = places.map(({ attribute }) => attribute);
    return vault.open(tx, permitFor(tx, "extract", subjects, attributes), places);
  });
}

export function destroyPerson(
  { store, vault }: Pick<VaultUnderTest, "store" | "vault">,
  { subject, scope }: Pick<SealedPerson, "subject" | "scope">,
): Promise<void> {
  return store.transaction((tx) =>
    vault.destroyScopes(tx, permitFor(tx, "destroy", subject), subject, [scope]),
  );
}
