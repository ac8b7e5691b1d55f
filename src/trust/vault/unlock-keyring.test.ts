import { renameSync, rmSync } from "node:fs";
import { join } from "node:path";
import { afterEach, expect, test } from "vitest";
import { eachEngine } from "../../../test/stores.ts";
import { openPlaces, sealPerson, temporaryKeys, vaultOver } from "../../../test/vaults.ts";
import { systemRandom } from "../../platform/random/index.ts";
import { createKeyring } from "./create-keyring.ts";
import { keyringExists } from "./key-folder.ts";
import { unlockKeyring } from "./unlock-keyring.ts";
import type { VaultErrorCode } from "./vault.errors.ts";
import { vaultSchema, type VaultTables } from "./vault.table.ts";

const made: ReturnType<typeof temporaryKeys>[] = [];
afterEach(() => made.splice(0).forEach(({ remove }) => remove()));
const folder = (): string => {
  const temporary = temporaryKeys();
  made.push(temporary);
  return temporary.keys;
};

const refusal = (code: VaultErrorCode, detail?: string) =>
  expect.objectContaining(detail === undefined ? { code } : { code, detail });

eachEngine((open, place) => {
  test("an empty store gets keys at its first start, and the same ones at the next", async () => {
    const [keys, at] = [folder(), place()];
    const before = await vaultOver(await at.open([vaultSchema]), keys);
    const { places } = await sealPerson(before, { email: "a@example.org" });
    await before.store.close();

    const after = await vaultOver(await at.open([vaultSchema]), keys);
    expect(after.keyring.fingerprint).toBe(before.keyring.fingerprint);
    expect(await openPlaces(after, places)).toEqual(["a@example.org"]);
  });

  test("two first starts at the same time end with one keyring", async () => {
    const [keys, at] = [folder(), place()];
    const stores = await Promise.all([at.open([vaultSchema]), at.open([vaultSchema])]);
    const [one, two] = await Promise.all(stores.map((store) => vaultOver(store, keys)));
    if (one === undefined || two === undefined) throw new Error("no vaults");
    expect(two.keyring.fingerprint).toBe(one.keyring.fingerprint);
    expect(await openPlaces(two, (await sealPerson(one, { email: "a" })).places)).toEqual(["a"]);
  });

  test("keys of a first start that was killed before the store knew of them are taken", async () => {
    const keys = folder();
    const created = await createKeyring({ keys, operator: "example" }, systemRandom);
    expect((await unlockKeyring(await open([vaultSchema]), { keys }, systemRandom)).fingerprint).toBe(
      created.fingerprint,
    );
  });

  test("a store with data and no key folder: refused, and no keys are made", async () => {
    const keys = folder();
    const it = await vaultOver(await open([vaultSchema]), keys);
    renameSync(join(keys, "example"), join(keys, "lost"));
    await expect(unlockKeyring(it.store, { keys }, systemRandom)).rejects.toThrow(
      refusal("keyring-missing", "example"),
    );
    expect(keyringExists({ keys, operator: "example" })).toBe(false);
  });

  test("a store with other keys than its own: refused", async () => {
    const it = await vaultOver(await open([vaultSchema]), folder());
    const others = folder();
    await createKeyring({ keys: others, operator: "example" }, systemRandom);
    await expect(unlockKeyring(it.store, { keys: others }, systemRandom)).rejects.toThrow(
      refusal("keyring-differs"),
    );
  });

  test("a key-encryption key that the store still needs is missing: refused, naming the file", async () => {
    const keys = folder();
    const it = await vaultOver(await open([vaultSchema]), keys);
    await it.keyring.createKeyEncryptionKey(2, systemRandom);
    rmSync(join(keys, "example", "kek-000001.key"));
    await expect(unlockKeyring(it.store, { keys }, systemRandom)).rejects.toThrow(
      refusal("key-file-missing", "kek-000001.key"),
    );
  });

  test("a well-formed key-encryption key that is not the store's: refused, naming the file", async () => {
    const keys = folder();
    const it = await vaultOver(await open([vaultSchema]), keys);
    rmSync(join(keys, "example", "kek-000001.key"));
    await it.keyring.destroyKeyEncryptionKey(1, systemRandom);
    await it.keyring.createKeyEncryptionKey(1, systemRandom);
    await expect(unlockKeyring(it.store, { keys }, systemRandom)).rejects.toThrow(
      refusal("key-file-wrong", "kek-000001.key"),
    );
  });

  test("a rebuilt store takes the newest of the keys that it finds", async () => {
    const keys = folder();
    const keyring = await createKeyring({ keys, operator: "example" }, systemRandom);
    await keyring.createKeyEncryptionKey(2, systemRandom);
    const store = await open([vaultSchema]);
    await unlockKeyring(store, { keys }, systemRandom);
    const rows = await store.read((reader) =>
      reader.query<VaultTables>().selectFrom("vault_key").select(["version", "state"]).execute(),
    );
    expect(rows).toEqual([{ version: 2, state: "current" }]);
  });
});
