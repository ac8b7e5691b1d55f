import { afterAll, beforeAll, expect, test } from "vitest";
import { findBytes, findCanaries } from "../../../test/canary.ts";
import { newId, permitFor } from "../../../test/permits.ts";
import { eachEngine, type StorePlace } from "../../../test/stores.ts";
import {
  destroyPerson,
  openPlaces,
  sealPerson,
  temporaryKeys,
  vaultOver,
  type VaultUnderTest,
} from "../../../test/vaults.ts";
import { vaultSchema, type VaultTables } from "./vault.table.ts";

const { keys, remove } = temporaryKeys();
afterAll(remove);

eachEngine((_, newPlace) => {
  let it: VaultUnderTest;
  let place: StorePlace;
  beforeAll(async () => {
    place = newPlace();
    it = await vaultOver(await place.open([vaultSchema]), keys);
  });

  const destroyed = expect.objectContaining({ code: "scope-destroyed" });
  const scopeRow = (id: string) =>
    it.store.transaction((tx) =>
      tx
        .query<VaultTables>()
        .selectFrom("vault_scope")
        .selectAll()
        .where("id", "=", id)
        .executeTakeFirstOrThrow(),
    );

  test("from the commit on, nothing of the scope opens and nothing can be added to it", async () => {
    const person = await sealPerson(it, { email: "a@example.org", name: "A" });
    const bystander = await sealPerson(it, { email: "b@example.org" });
    await destroyPerson(it, person);

    for (const place of person.places) await expect(openPlaces(it, [place])).rejects.toThrow(destroyed);
    const added = it.store.transaction((tx) =>
      it.vault.seal(tx, permitFor(tx, "record", person.subject), person.scope, [
        { subject: person.subject, attribute: "name", record: newId(), plaintext: "x" },
      ]),
    );
    await expect(added).rejects.toThrow(destroyed);
    expect(await openPlaces(it, bystander.places)).toEqual(["b@example.org"]);
  });

  test("already within the unit that destroys, and not after one that failed", async () => {
    const person = await sealPerson(it, { email: "a@example.org" });
    const { subject, scope, places } = person;
    const undone = it.store.transaction(async (tx) => {
      const opening = permitFor(tx, "extract", subject);
      await it.vault.destroyScopes(tx, permitFor(tx, "destroy", subject), subject, [scope]);
      await expect(it.vault.open(tx, opening, places)).rejects.toThrow(destroyed);
      throw new Error("undone");
    });
    await expect(undone).rejects.toThrow("undone");
    expect(await openPlaces(it, places)).toEqual(["a@example.org"]);
  });

  test("the row that stays holds no key, and says when; the journal says who was concerned", async () => {
    const person = await sealPerson(it, { email: "a@example.org" });
    it.journal.entries.length = 0;
    await destroyPerson(it, person);
    const row = await scopeRow(person.scope);
    expect(row).toMatchObject({ wrapped_key: null, kek_version: null, subject: person.subject });
    expect(row.destroyed_at).toBeGreaterThanOrEqual(row.created_at);
    expect(it.journal.entries).toMatchObject([
      { event: "scope-destroyed", operation: "destroy", subjects: [person.subject], details: { scopes: 1 } },
    ]);
  });

  test("another person's scope, or one that never was: refused, and nothing of the call is destroyed", async () => {
    const mine = await sealPerson(it, { email: "mine" });
    const theirs = await sealPerson(it, { email: "theirs" });
    for (const foreign of [theirs.scope, newId()]) {
      const act = it.store.transaction((tx) =>
        it.vault.destroyScopes(tx, permitFor(tx, "destroy", mine.subject), mine.subject, [
          mine.scope,
          foreign,
        ]),
      );
      await expect(act).rejects.toThrow(expect.objectContaining({ code: "scope-unknown", detail: foreign }));
    }
    expect(await openPlaces(it, [...mine.places, ...theirs.places])).toEqual(["mine", "theirs"]);
  });

  test("a sealing unit and a destroying one, at the same time: the value is sealed before, or not at all", async () => {
    const people = await Promise.all(Array.from({ length: 12 }, () => sealPerson(it, { email: "x" })));
    await Promise.all(
      people.map(async (person) => {
        const { subject, scope } = person;
        const sealing = it.store.transaction((tx) =>
          it.vault.seal(tx, permitFor(tx, "record", subject), scope, [
            { subject, attribute: "name", record: newId(), plaintext: "y" },
          ]),
        );
        const outcomes = await Promise.allSettled([sealing, destroyPerson(it, person)]);
        expect(outcomes[1].status).toBe("fulfilled");
        if (outcomes[0].status === "rejected") expect(outcomes[0].reason).toEqual(destroyed);
        await expect(openPlaces(it, person.places)).rejects.toThrow(destroyed);
      }),
    );
  });

  test("no byte of the wrapped key, and nothing of the value, is left in the store's files", async () => {
    const canary = "canary-3b1f-of-a-person@example.org";
    const person = await sealPerson(it, { email: canary });
    const { wrapped_key } = await scopeRow(person.scope);
    const ciphertext = wrapped_key?.subarray(13, 45) as Uint8Array;
    const folders = place.folder === undefined ? [keys] : [keys, place.folder];
    if (place.folder !== undefined) expect(findBytes([ciphertext], folders)).not.toEqual([]);

    await destroyPerson(it, person);
    await it.store.scrub(["vault_scope"]);
    expect(findBytes([ciphertext], folders)).toEqual([]);
    expect(findCanaries([canary], folders)).toEqual([]);
  });
});
