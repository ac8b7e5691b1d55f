import { spawn } from "node:child_process";
import { once } from "node:events";
import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { createInterface } from "node:readline";
import { fileURLToPath } from "node:url";
import { afterEach, beforeEach, describe, expect, inject, test } from "vitest";
import { findBytes } from "../../../test/canary.ts";
import type { VaultLoad, VaultLoadResult } from "../../../test/processes/vault-load.ts";
import { eachEngine } from "../../../test/stores.ts";
import {
  destroyPerson,
  openPlaces,
  type SealedPerson,
  sealPerson,
  temporaryKeys,
  vaultOver,
  type VaultUnderTest,
} from "../../../test/vaults.ts";
import { systemRandom } from "../../platform/random/index.ts";
import type { Store } from "../../platform/store/index.ts";
import { rotateKeys } from "./rotate-keys.ts";
import { vaultSchema, type VaultTables } from "./vault.table.ts";

let temporary: ReturnType<typeof temporaryKeys>;
beforeEach(() => {
  temporary = temporaryKeys();
});
afterEach(() => temporary.remove());

eachEngine((open, newPlace, engine) => {
  const vault = async () => await vaultOver(await open([vaultSchema]), temporary.keys);
  const rotate = (it: VaultUnderTest) => rotateKeys({ ...it, random: systemRandom });
  const file = (version: number) => join(temporary.keys, "example", `kek-00000${version}.key`);
  const people = async (it: VaultUnderTest, count: number) => {
    const all: SealedPerson[] = [];
    for (let i = 0; i < count; i++) all.push(await sealPerson(it, { email: "email" }));
    return all;
  };
  const keysOf = (store: Store) =>
    store.read((reader) =>
      reader
        .query<VaultTables>()
        .selectFrom("vault_key")
        .select(["version", "state"])
        .orderBy("version")
        .execute(),
    );
  const versionsInUse = (store: Store) =>
    store.read(async (reader) => {
      const rows = await reader
        .query<VaultTables>()
        .selectFrom("vault_scope")
        .select("kek_version")
        .where("kek_version", "is not", null)
        .distinct()
        .execute();
      return rows.map(({ kek_version }) => kek_version);
    });

  test("everything opens as before, under a new key, and the old one is gone", async () => {
    const it = await vault();
    const all = await people(it, 450);
    const old = readFileSync(file(1));
    const progress: [number, number][] = [];
    const rotation = await rotateKeys({
      ...it,
      random: systemRandom,
      onProgress: (done, total) => progress.push([done, total]),
    });
    expect(rotation).toEqual({ version: 2, resumed: false, rewrapped: 450, destroyed: [1] });
    expect(progress).toEqual([
      [200, 450],
      [400, 450],
      [450, 450],
    ]);
    expect(await keysOf(it.store)).toEqual([{ version: 2, state: "current" }]);
    expect(await versionsInUse(it.store)).toEqual([2]);
    expect(existsSync(file(1))).toBe(false);
    expect(findBytes([old.subarray(1, 200)], [temporary.keys])).toEqual([]);
    expect(it.keyring.versions()).toEqual([2]);
    expect(await openPlaces(it, all.flatMap(({ places }) => places).slice(0, 300))).toEqual(
      Array(300).fill("email"),
    );
    expect(it.journal.entries).toMatchObject([
      { event: "keys-rotated", details: { from: 1, to: 2 } },
      { event: "key-destroyed", details: { version: 1 } },
    ]);
  });

  test("a destroyed scope stays destroyed", async () => {
    const it = await vault();
    const [gone, kept] = (await people(it, 2)) as [SealedPerson, SealedPerson];
    await destroyPerson(it, gone);
    expect(await rotate(it)).toMatchObject({ rewrapped: 1, destroyed: [1] });
    await expect(openPlaces(it, gone.places)).rejects.toThrow(
      expect.objectContaining({ code: "scope-destroyed" }),
    );
    expect(await openPlaces(it, kept.places)).toEqual(["email"]);
  });

  test("scopes destroyed while the rotation runs never come back", async () => {
    const it = await vault();
    const all = await people(it, 300);
    const doomed = all.filter((_, i) => i % 3 === 0);
    await Promise.all([rotate(it), ...doomed.map((person) => destroyPerson(it, person))]);
    for (const person of doomed) {
      await expect(openPlaces(it, person.places)).rejects.toThrow(
        expect.objectContaining({ code: "scope-destroyed" }),
      );
    }
    const kept = all.filter((person) => !doomed.includes(person));
    expect(
      await openPlaces(
        it,
        kept.flatMap(({ places }) => places),
      ),
    ).toEqual(Array(kept.length).fill("email"));
  });

  test("a wrapped key that does not open stops it, is named, and keeps the old key", async () => {
    const it = await vault();
    const [person, other] = (await people(it, 2)) as [SealedPerson, SealedPerson];
    const damage = (wrapped_key: Uint8Array, id: string) =>
      it.store.transaction((tx) =>
        tx
          .query<VaultTables>()
          .updateTable("vault_scope")
          .set({ wrapped_key })
          .where("id", "=", id)
          .execute(),
      );
    await damage(new Uint8Array(61), person.scope);
    await expect(rotate(it)).rejects.toThrow(
      expect.objectContaining({ code: "scope-damaged", detail: person.scope }),
    );
    expect(existsSync(file(1))).toBe(true);
    expect(await openPlaces(it, other.places)).toEqual(["email"]);
  });

  test("two rotations at the same time leave one key in force and lose nothing", async () => {
    const at = newPlace();
    const one = await vaultOver(await at.open([vaultSchema]), temporary.keys);
    const two = await vaultOver(await at.open([vaultSchema]), temporary.keys);
    const all = await people(one, 250);
    await Promise.all([rotate(one), rotate(two)]);
    const [key, ...more] = await keysOf(one.store);
    expect(more).toEqual([]);
    expect(key?.state).toBe("current");
    expect(await versionsInUse(one.store)).toEqual([key?.version]);
    for (const it of [one, two]) {
      expect(
        await openPlaces(
          it,
          all.flatMap(({ places }) => places),
        ),
      ).toEqual(Array(250).fill("email"));
    }
  });

  test("a process that missed rotations seals and opens as if it had not", async () => {
    const at = newPlace();
    const rotating = await vaultOver(await at.open([vaultSchema]), temporary.keys);
    const unaware = await vaultOver(await at.open([vaultSchema]), temporary.keys);
    const before = await sealPerson(unaware, { email: "before" });
    await rotate(rotating);
    expect(await openPlaces(unaware, before.places)).toEqual(["before"]);
    await rotate(rotating);
    const after = await sealPerson(unaware, { email: "after" });
    expect(await openPlaces(rotating, [...before.places, ...after.places])).toEqual(["before", "after"]);
    expect(await versionsInUse(rotating.store)).toEqual([3]);
  });

  test("the database itself keeps a version's row while a scope is wrapped by it", async () => {
    const it = await vault();
    await people(it, 1);
    const removed = it.store.transaction((tx) => tx.query<VaultTables>().deleteFrom("vault_key").execute());
    await expect(removed).rejects.toThrow(expect.objectContaining({ code: "store-refused" }));
  });

  describe("killed at any point, the next run finishes", () => {
    /** Fails the n-th unit of work, as if the process had ended before it. */
    function dyingAfter(store: Store, units: number): Pick<Store, "read" | "transaction" | "scrub"> {
      let left = units;
      return {
        read: (query) => store.read(query),
        scrub: (tables) => store.scrub(tables),
        transaction: (unit, options) =>
          left-- === 0 ? Promise.reject(new Error("killed")) : store.transaction(unit, options),
      };
    }

    test("before any of its units of work", async () => {
      const it = await vault();
      const all = await people(it, 210);
      let died = 0;
      for (let units = 0; ; units++) {
        const store = dyingAfter(it.store, units);
        const outcome = await rotateKeys({ ...it, store, random: systemRandom }).catch(
          (error: Error) => error,
        );
        all.push(await sealPerson(it, { email: "email" }));

        const again = await rotate(it);
        expect(await keysOf(it.store)).toEqual([{ version: again.version, state: "current" }]);
        expect(it.keyring.versions()).toEqual([again.version]);
        const places = all.flatMap((person) => person.places);
        expect(await openPlaces(it, places)).toEqual(Array(places.length).fill("email"));
        if (!(outcome instanceof Error)) break;
        expect(outcome.message).toBe("killed");
        died += 1;
      }
      // The announcement, two batches, and the end of the old key.
      expect(died).toBe(4);
    });

    test("by SIGKILL, again and again", async () => {
      const at = newPlace();
      const it = await vaultOver(await at.open([vaultSchema]), temporary.keys);
      const all = await people(it, 400);
      const load = { engine, name: at.name, url: inject("postgresUrl"), keys: temporary.keys };
      for (let kills = 0; kills < 4; kills++) {
        const script = fileURLToPath(new URL("../../../test/processes/rotate-for-ever.ts", import.meta.url));
        const child = spawn(process.execPath, [script, JSON.stringify(load)], {
          stdio: ["ignore", "pipe", "inherit"],
        });
        const ready = once(createInterface({ input: child.stdout }), "line").then(() => "ready");
        expect(await Promise.race([ready, once(child, "close").then(() => "ended")])).toBe("ready");
        await new Promise((resume) => setTimeout(resume, 7 + kills * 11));
        const closed = once(child, "close");
        child.kill("SIGKILL");
        await closed;
      }
      const places = all.flatMap((person) => person.places);
      expect(await openPlaces(it, places)).toEqual(Array(places.length).fill("email"));
      const { version } = await rotate(it);
      expect(await keysOf(it.store)).toEqual([{ version, state: "current" }]);
      expect(it.keyring.versions()).toEqual([version]);
      expect(await versionsInUse(it.store)).toEqual([version]);
      expect(await openPlaces(it, places)).toEqual(Array(places.length).fill("email"));
    });

    test("between the new key's file and its announcement: that file is taken", async () => {
      const it = await vault();
      const made = await it.keyring.createKeyEncryptionKey(2, systemRandom);
      await rotate(it);
      expect(it.keyring.keyEncryptionKey(2).fingerprint).toBe(made.fingerprint);
    });

    test("while the old key's file is overwritten: the next start opens, and the next run removes it", async () => {
      const it = await vault();
      const all = await people(it, 3);
      await rotate(it);
      const remains = join(temporary.keys, "example", ".kek-000001.key.destroyed");
      writeFileSync(remains, Buffer.alloc(385, 7), { mode: 0o600 });
      const restarted = await vaultOver(it.store, temporary.keys);
      expect(
        await openPlaces(
          restarted,
          all.flatMap(({ places }) => places),
        ),
      ).toEqual(Array(3).fill("email"));
      await rotate(restarted);
      expect(existsSync(remains)).toBe(false);
    });

    test("between the old key's row and its file: the file is destroyed", async () => {
      const it = await vault();
      const old = readFileSync(file(1));
      await rotate(it);
      writeFileSync(file(1), old, { mode: 0o600 });
      await rotate(it);
      expect(it.keyring.versions()).toEqual([3]);
    });
  });

  test("two other processes seal and open all the while, without one failure", async () => {
    const at = newPlace();
    const it = await vaultOver(await at.open([vaultSchema]), temporary.keys);
    const all = await people(it, 300);
    const places = join(temporary.keys, "places.json");
    const seen = all.flatMap((person) => person.places);
    writeFileSync(
      places,
      JSON.stringify(
        seen.map((place) => ({ ...place, sealed: Buffer.from(place.sealed).toString("base64") })),
      ),
    );
    const load = { engine, name: at.name, url: inject("postgresUrl"), keys: temporary.keys, places };
    const others = [startVault(load), startVault(load)];
    await Promise.all(others.map(({ ready }) => ready));

    for (const version of [2, 3, 4])
      expect(await rotate(it)).toMatchObject({ version, destroyed: [version - 1] });

    const results = await Promise.all(others.map(({ stop }) => stop()));
    for (const { sealed, opened, failures } of results) {
      expect(failures).toEqual([]);
      expect(sealed).toBeGreaterThan(0);
      expect(opened).toBeGreaterThan(0);
    }
    expect(await versionsInUse(it.store)).toEqual([4]);
    expect(await openPlaces(it, seen)).toEqual(Array(seen.length).fill("email"));
  }, 60_000);
});

function startVault(load: VaultLoad): { ready: Promise<unknown>; stop(): Promise<VaultLoadResult> } {
  const script = fileURLToPath(new URL("../../../test/processes/vault-load.ts", import.meta.url));
  const child = spawn(process.execPath, [script, JSON.stringify(load)], {
    stdio: ["pipe", "pipe", "inherit"],
  });
  const lines = createInterface({ input: child.stdout });
  let last = "";
  lines.on("line", (line) => (last = line));
  const ended = once(child, "close");
  return {
    ready: Promise.race([once(lines, "line"), ended]),
    async stop() {
      child.stdin.end();
      await ended;
      return JSON.parse(last) as VaultLoadResult;
    },
  };
}
