import * as fc from "fast-check";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { newId, permitFor } from "../../../test/permits.ts";
import { eachEngine } from "../../../test/stores.ts";
import {
  openPlaces,
  sealPerson,
  temporaryKeys,
  vaultOver,
  type VaultUnderTest,
} from "../../../test/vaults.ts";
import type { SealedValue } from "../../platform/store/index.ts";
import type { SealedPlace } from "./vault.ts";
import { vaultSchema, type VaultTables } from "./vault.table.ts";

const { keys, remove } = temporaryKeys();
afterAll(remove);

eachEngine((open, place) => {
  let it: VaultUnderTest;
  let another: VaultUnderTest;
  beforeAll(async () => {
    it = await vaultOver(await open([vaultSchema], { operator: "acme" }), keys);
    another = await vaultOver(await place().open([vaultSchema], { operator: "globex" }), keys);
  });

  const damaged = expect.objectContaining({ code: "value-damaged" });

  describe("opening inverts sealing, and nothing else opens", () => {
    test("any well-formed text comes back as it was", async () => {
      const text = fc.string({ unit: "binary", maxLength: 300 });
      await fc.assert(
        fc.asyncProperty(text, text, async (email, message) => {
          const { places } = await sealPerson(it, { email, message });
          expect(await openPlaces(it, places)).toEqual([email, message]);
          expect(await openPlaces(it, places.toReversed())).toEqual([message, email]);
        }),
        { numRuns: 25 },
      );
    });

    test("no changed bit opens", async () => {
      const { places } = await sealPerson(it, { email: "a@example.org" });
      const [whole] = places as [SealedPlace];
      for (let at = 0; at < whole.sealed.length; at++) {
        const changed = new Uint8Array(whole.sealed);
        changed[at]! ^= 1 << (at % 8);
        await expect(openPlaces(it, [{ ...whole, sealed: changed as SealedValue }])).rejects.toThrow(damaged);
      }
    });

    test("the same text is never sealed to the same bytes", async () => {
      const { places } = await sealPerson(it, { email: "same", name: "same" });
      const again = await sealPerson(it, { email: "same" });
      const forms = [...places, ...again.places].map(({ sealed }) => Buffer.from(sealed).toString("hex"));
      expect(new Set(forms).size).toBe(3);
    });
  });

  describe("a sealed value that was moved does not open", () => {
    test("to another row", async () => {
      const { places } = await sealPerson(it, { email: "a@example.org" });
      const [at] = places as [SealedPlace];
      await expect(openPlaces(it, [{ ...at, record: newId() }])).rejects.toThrow(damaged);
    });

    test("to another attribute of the same row", async () => {
      const { places } = await sealPerson(it, { email: "a@example.org" });
      const [at] = places as [SealedPlace];
      await expect(openPlaces(it, [{ ...at, attribute: "name" }])).rejects.toThrow(damaged);
    });

    test("to another person, with its scope or into theirs", async () => {
      const [mine] = (await sealPerson(it, { email: "mine" })).places as [SealedPlace];
      const [theirs] = (await sealPerson(it, { email: "theirs" })).places as [SealedPlace];
      await expect(openPlaces(it, [{ ...mine, subject: theirs.subject }])).rejects.toThrow(
        expect.objectContaining({ code: "scope-unknown" }),
      );
      await expect(openPlaces(it, [{ ...theirs, sealed: mine.sealed }])).rejects.toThrow(damaged);
      await expect(openPlaces(it, [{ ...theirs, sealed: mine.sealed, record: mine.record }])).rejects.toThrow(
        damaged,
      );
    });

    test("to another scope of the same person", async () => {
      const { subject, places } = await sealPerson(it, { email: "mine" });
      const [at] = places as [SealedPlace];
      const scope = await it.store.transaction((tx) =>
        it.vault.createScope(tx, permitFor(tx, "store", subject), {
          kind: "evidence",
          subject,
          shardKey: subject,
          rule: "claims",
        }),
      );
      await expect(openPlaces(it, [{ ...at, scope }])).rejects.toThrow(damaged);
    });

    test("to another operator, with its scope's row and all", async () => {
      const { places, scope } = await sealPerson(it, { email: "mine" });
      const row = await it.store.transaction((tx) =>
        tx
          .query<VaultTables>()
          .selectFrom("vault_scope")
          .selectAll()
          .where("id", "=", scope)
          .executeTakeFirstOrThrow(),
      );
      await another.store.transaction((tx) =>
        tx.query<VaultTables>().insertInto("vault_scope").values(row).execute(),
      );
      await expect(openPlaces(another, places)).rejects.toThrow(
        expect.objectContaining({ code: "scope-damaged" }),
      );
    });
  });

  describe("a wrapped key that was changed in the database does not open, and its scope is named", () => {
    test.each([
      ["a flipped byte", (key: Uint8Array) => key.with(30, (key[30] as number) ^ 1)],
      ["cut short", (key: Uint8Array) => key.slice(0, 60)],
      ["emptied", () => new Uint8Array(0)],
    ])("%s", async (_, change) => {
      const { places, scope } = await sealPerson(it, { email: "mine" });
      await it.store.transaction(async (tx) => {
        const db = tx.query<VaultTables>();
        const { wrapped_key } = await db
          .selectFrom("vault_scope")
          .select("wrapped_key")
          .where("id", "=", scope)
          .executeTakeFirstOrThrow();
        const changed = change(Uint8Array.from(wrapped_key as Uint8Array));
        await db.updateTable("vault_scope").set({ wrapped_key: changed }).where("id", "=", scope).execute();
      });
      await expect(openPlaces(it, places)).rejects.toThrow(
        expect.objectContaining({ code: "scope-damaged", detail: scope }),
      );
    });

    test("another scope's wrapped key in its place, or another person in its row", async () => {
      const mine = await sealPerson(it, { email: "mine" });
      const theirs = await sealPerson(it, { email: "theirs" });
      await it.store.transaction(async (tx) => {
        const db = tx.query<VaultTables>();
        const { wrapped_key } = await db
          .selectFrom("vault_scope")
          .select("wrapped_key")
          .where("id", "=", theirs.scope)
          .executeTakeFirstOrThrow();
        await db.updateTable("vault_scope").set({ wrapped_key }).where("id", "=", mine.scope).execute();
        await db
          .updateTable("vault_scope")
          .set({ subject: mine.subject })
          .where("id", "=", theirs.scope)
          .execute();
      });
      await expect(openPlaces(it, mine.places)).rejects.toThrow(
        expect.objectContaining({ code: "scope-damaged" }),
      );
      const stolen = theirs.places.map((at) => ({ ...at, subject: mine.subject }));
      await expect(openPlaces(it, stolen)).rejects.toThrow(
        expect.objectContaining({ code: "scope-damaged" }),
      );
    });
  });

  test("a unit that failed leaves no scope behind", async () => {
    const subject = newId();
    let scope = "";
    const failed = it.store.transaction(async (tx) => {
      scope = await it.vault.createScope(tx, permitFor(tx, "collect", subject), {
        kind: "subject",
        subject,
        shardKey: subject,
        rule: "enquiry",
      });
      throw new Error("no");
    });
    await expect(failed).rejects.toThrow("no");
    const there = await it.store.read((reader) =>
      reader.query<VaultTables>().selectFrom("vault_scope").select("id").where("id", "=", scope).execute(),
    );
    expect(there).toEqual([]);
  });

  test("no text that UTF-8 would change, and none over 256 KiB, is sealed", async () => {
    const bytes = 256 * 1024;
    await expect(sealPerson(it, { email: "\ud800" })).rejects.toThrow(
      expect.objectContaining({ code: "value-malformed" }),
    );
    await expect(sealPerson(it, { email: `${"x".repeat(bytes - 1)}é` })).rejects.toThrow(
      expect.objectContaining({ code: "value-too-large" }),
    );
    const { places } = await sealPerson(it, { email: "x".repeat(bytes) });
    expect((await openPlaces(it, places))[0]).toHaveLength(bytes);
  });

  test("no error says a value, and none a key", async () => {
    const { places, subject } = await sealPerson(it, { email: "canary-value" });
    const [at] = places as [SealedPlace];
    const errors = await Promise.all(
      [
        openPlaces(it, [{ ...at, record: newId() }]),
        sealPerson(it, { email: "canary-value\ud800" }),
        openPlaces(it, [{ ...at, scope: newId() }]),
        it.store.transaction((tx) => it.vault.open(tx, permitFor(tx, "destroy", subject), places)),
      ].map((act) =>
        act.then(
          () => "no error",
          (error: Error) => `${error.message} ${error.stack} ${JSON.stringify(error)}`,
        ),
      ),
    );
    for (const text of errors) {
      expect(text).not.toContain("canary");
      expect(text).not.toBe("no error");
    }
  });

  test("a blind index is the same for one kind and operator, and tells nothing across them", async () => {
    const subject = newId();
    const [email, permitted, phone] = await it.store.transaction(async (tx) => [
      it.vault.lookupIndex("email", "a@example.org"),
      it.vault.blindIndex(tx, permitFor(tx, "collect", subject), subject, "email", "a@example.org"),
      it.vault.lookupIndex("phone", "a@example.org"),
    ]);
    expect(email).toHaveLength(32);
    expect(permitted).toEqual(email);
    expect(phone).not.toEqual(email);
    expect(another.vault.lookupIndex("email", "a@example.org")).not.toEqual(email);
    expect(it.vault.lookupIndex("email", "b@example.org")).not.toEqual(email);
    expect(() => it.vault.lookupIndex("a@example.org", "x")).toThrow(TypeError);
    expect(() => it.vault.lookupIndex("email", "\ud800")).toThrow(
      expect.objectContaining({ code: "value-malformed" }),
    );
  });
});
