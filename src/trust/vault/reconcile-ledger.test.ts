import { copyFileSync, existsSync, readFileSync, renameSync, writeFileSync } from "node:fs";
import { afterEach, beforeEach, expect, test } from "vitest";
import { eachEngine } from "../../../test/stores.ts";
import {
  destroyPerson,
  openPlaces,
  sealPerson,
  temporaryKeys,
  vaultOver,
  type VaultUnderTest,
} from "../../../test/vaults.ts";
import { systemRandom } from "../../platform/random/index.ts";
import { type LedgerFact, readLedger } from "./ledger.ts";
import { reconcileLedger } from "./reconcile-ledger.ts";
import { vaultSchema, type VaultTables } from "./vault.table.ts";

let temporary: ReturnType<typeof temporaryKeys>;
beforeEach(() => {
  temporary = temporaryKeys();
});
afterEach(() => temporary.remove());

const destroyed = expect.objectContaining({ code: "scope-destroyed" });
const ledgerOf = async ({ keyring }: VaultUnderTest) => {
  const found: LedgerFact[] = [];
  for await (const one of readLedger(keyring)) found.push(one);
  return found;
};

eachEngine((open, place, engine) => {
  const vault = async () => await vaultOver(await open([vaultSchema]), temporary.keys);

  test("the ledger's line is there when the unit is acknowledged", async () => {
    const it = await vault();
    const person = await sealPerson(it, { email: "a" });
    await destroyPerson(it, person);
    expect(await ledgerOf(it)).toMatchObject([{ subject: person.subject, scopes: [person.scope] }]);
    expect(await reconcileLedger(it.store, it)).toEqual({
      lines: 1,
      recorded: 0,
      destroyedAgain: 0,
      withdrawnAgain: 0,
      unknown: 0,
      gap: false,
    });
  });

  test("a unit that failed leaves no line", async () => {
    const it = await vault();
    const { scope } = await sealPerson(it, { email: "a" });
    const other = await sealPerson(it, { email: "b" });
    await expect(destroyPerson(it, { subject: other.subject, scope })).rejects.toThrow();
    expect(await ledgerOf(it)).toEqual([]);
  });

  test("a ledger that cannot be written: destroyed, but not acknowledged; done again, it is both", async () => {
    const it = await vault();
    const person = await sealPerson(it, { email: "a" });
    renameSync(it.keyring.ledgerPath, `${it.keyring.ledgerPath}.away`);
    await expect(destroyPerson(it, person)).rejects.toThrow(
      expect.objectContaining({
        code: "after-commit-failed",
        cause: expect.objectContaining({ code: "ledger-unwritable" }),
      }),
    );
    await expect(openPlaces(it, person.places)).rejects.toThrow(destroyed);
    expect(existsSync(it.keyring.ledgerPath)).toBe(false);

    renameSync(`${it.keyring.ledgerPath}.away`, it.keyring.ledgerPath);
    await destroyPerson(it, person);
    expect(await ledgerOf(it)).toMatchObject([{ scopes: [person.scope] }]);
    expect(it.journal.entries.filter(({ event }) => event === "scope-destroyed")).toHaveLength(1);
  });

  test("killed between commit and line, the next start writes the line", async () => {
    const it = await vault();
    const people = [];
    for (let i = 0; i < 3; i++) people.push(await sealPerson(it, { email: "a" }));
    const before = readFileSync(it.keyring.ledgerPath);
    for (const person of people) await destroyPerson(it, person);
    writeFileSync(it.keyring.ledgerPath, before);

    expect(await reconcileLedger(it.store, it)).toMatchObject({ lines: 0, recorded: 3, destroyedAgain: 0 });
    const scopes = (await ledgerOf(it)).flatMap((line) =>
      line.kind === "scopes-destroyed" ? line.scopes : [],
    );
    expect(scopes.toSorted()).toEqual(people.map(({ scope }) => scope).toSorted());
    expect(await reconcileLedger(it.store, it)).toMatchObject({ lines: 3, recorded: 0 });
  });

  test("a store without its ledger does not start, unless told to accept the gap, which it reports", async () => {
    const it = await vault();
    const person = await sealPerson(it, { email: "a" });
    await destroyPerson(it, person);
    renameSync(it.keyring.ledgerPath, `${it.keyring.ledgerPath}.away`);
    await expect(reconcileLedger(it.store, it)).rejects.toThrow(
      expect.objectContaining({ code: "ledger-missing" }),
    );
    expect(await reconcileLedger(it.store, it, { random: systemRandom })).toMatchObject({
      lines: 0,
      recorded: 1,
      gap: true,
    });
    expect(await reconcileLedger(it.store, it, { random: systemRandom })).toMatchObject({
      lines: 1,
      gap: false,
    });
  });

  test("a store restored from before a destruction is told of it before anything is opened", async () => {
    const it = await vault();
    const person = await sealPerson(it, { email: "a" });
    const bystander = await sealPerson(it, { email: "b" });
    const copy = await it.store.transaction((tx) =>
      tx
        .query<VaultTables>()
        .selectFrom("vault_scope")
        .selectAll()
        .where("id", "=", person.scope)
        .executeTakeFirstOrThrow(),
    );
    await destroyPerson(it, person);
    const later = await sealPerson(it, { email: "c" });
    await destroyPerson(it, later);
    await it.store.transaction(async (tx) => {
      const db = tx.query<VaultTables>();
      await db.deleteFrom("vault_scope").where("id", "in", [person.scope, later.scope]).execute();
      await db.insertInto("vault_scope").values(copy).execute();
    });
    expect(await openPlaces(it, person.places)).toEqual(["a"]);

    expect(await reconcileLedger(it.store, it)).toEqual({
      lines: 2,
      recorded: 0,
      destroyedAgain: 1,
      withdrawnAgain: 0,
      unknown: 1,
      gap: false,
    });
    await expect(openPlaces(it, person.places)).rejects.toThrow(destroyed);
    expect(await openPlaces(it, bystander.places)).toEqual(["b"]);
    expect(it.journal.entries.at(-1)).toMatchObject({ event: "scope-destroyed", subjects: [person.subject] });
  });

  // On PostgreSQL a restore is a dump that is read back: the rows of the test above.
  if (engine === "sqlite")
    test("a whole database file put back from before a destruction, likewise", async () => {
      const at = place();
      const before = await vaultOver(await at.open([vaultSchema]), temporary.keys);
      const person = await sealPerson(before, { email: "a" });
      await before.store.close();
      copyFileSync(at.name, `${at.name}.backup`);
      const during = await vaultOver(await at.open([vaultSchema]), temporary.keys);
      await destroyPerson(during, person);
      await during.store.close();

      copyFileSync(`${at.name}.backup`, at.name);
      const after = await vaultOver(await at.open([vaultSchema]), temporary.keys);
      expect(await reconcileLedger(after.store, after)).toMatchObject({ destroyedAgain: 1 });
      await expect(openPlaces(after, person.places)).rejects.toThrow(destroyed);
    });
});
