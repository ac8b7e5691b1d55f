import { afterAll, beforeAll, expect, test } from "vitest";
import { newId, permitFor } from "../../../test/permits.ts";
import { eachEngine } from "../../../test/stores.ts";
import {
  openPlaces,
  type SealedPerson,
  sealPerson,
  temporaryKeys,
  vaultOver,
  type VaultUnderTest,
} from "../../../test/vaults.ts";
import type { Transaction } from "../../platform/store/index.ts";
import { PROCESSING_OPERATIONS, type ProcessingOperation } from "../../policy/index.ts";
import type { Permit, PermitErrorCode } from "../gate/index.ts";
import type { SealedPlace } from "./vault.ts";
import { vaultSchema } from "./vault.table.ts";

const { keys, remove } = temporaryKeys();
afterAll(remove);

const refused = (code: PermitErrorCode) => expect.objectContaining({ name: "PermitError", code });

eachEngine((openStore) => {
  let it: VaultUnderTest;
  let person: SealedPerson;
  let email: SealedPlace;
  beforeAll(async () => {
    it = await vaultOver(await openStore([vaultSchema]), keys);
    person = await sealPerson(it, { email: "a@example.org", name: "A" });
    email = person.places[0] as SealedPlace;
  });

  const open = (tx: Transaction, permit: Permit, ...places: SealedPlace[]) =>
    it.vault.open(tx, permit, places.length === 0 ? [email] : places);

  test("twice for the same value, in one call or in two: refused", async () => {
    const twice = it.store.transaction(async (tx) => {
      const permit = permitFor(tx, "extract", person.subject);
      expect(await open(tx, permit)).toEqual(["a@example.org"]);
      return await open(tx, permit);
    });
    await expect(twice).rejects.toThrow(refused("permit-used"));
    const atOnce = it.store.transaction((tx) =>
      open(tx, permitFor(tx, "extract", person.subject), email, email),
    );
    await expect(atOnce).rejects.toThrow(refused("permit-used"));
  });

  test("late, when its unit is over: refused", async () => {
    const kept = await it.store.transaction((tx) =>
      Promise.resolve({ tx, permit: permitFor(tx, "extract", person.subject) }),
    );
    await expect(open(kept.tx, kept.permit)).rejects.toThrow(refused("permit-dead"));
    const later = it.store.transaction((tx) => open(tx, kept.permit));
    await expect(later).rejects.toThrow(refused("permit-dead"));
  });

  test("in another unit, while its own still runs: refused", async () => {
    let mint: (permit: Permit) => void = () => {};
    const minted = new Promise<Permit>((resolve) => (mint = resolve));
    let finish: () => void = () => {};
    const finished = new Promise<void>((resolve) => (finish = resolve));
    const first = it.store.transaction(async (tx) => {
      const permit = permitFor(tx, "extract", person.subject);
      // SQLite runs units one after another: there the other unit's handle is stood in for by a second object.
      const other = Object.create(tx, { open: { value: true } }) as Transaction;
      await expect(open(other, permit)).rejects.toThrow(refused("permit-other-unit"));
      mint(permit);
      if (it.store.engine.locksRows) await finished;
    });
    const permit = await minted;
    if (it.store.engine.locksRows) {
      const second = it.store.transaction((tx) => open(tx, permit));
      await expect(second).rejects.toThrow(refused("permit-other-unit"));
    }
    finish();
    await first;
  });

  test("for another person: refused", async () => {
    const other = newId();
    const act = it.store.transaction((tx) => open(tx, permitFor(tx, "extract", other)));
    await expect(act).rejects.toThrow(refused("permit-subject"));
  });

  test("for an attribute that it does not name: refused, and nothing of the call is opened", async () => {
    const act = it.store.transaction((tx) =>
      open(tx, permitFor(tx, "extract", person.subject, ["email"]), ...person.places),
    );
    await expect(act).rejects.toThrow(refused("permit-attribute"));
  });

  test("for another purpose: refused", async () => {
    const act = it.store.transaction(async (tx) => {
      const permit = permitFor(tx, "extract", person.subject, ["email"], "newsletter");
      permit.require(tx, { operation: "extract", subject: person.subject, purpose: "inquiry-handling" });
    });
    await expect(act).rejects.toThrow(refused("permit-purpose"));
  });

  test("to open as if it had come from elsewhere than the gate: refused", async () => {
    const act = it.store.transaction((tx) => {
      const real = permitFor(tx, "extract", person.subject);
      const forged = Object.create(Object.getPrototypeOf(real) as object) as Permit;
      return open(tx, forged);
    });
    await expect(act).rejects.toThrow(TypeError);
  });

  const acts: Record<
    string,
    { covers: ProcessingOperation[]; run(tx: Transaction, permit: Permit): Promise<unknown> }
  > = {
    "make a scope": {
      covers: ["collect", "record", "clarify", "store"],
      run: (tx, permit) => {
        const { subject } = person;
        return it.vault.createScope(tx, permit, { kind: "evidence", subject, shardKey: subject, rule: "r" });
      },
    },
    seal: {
      covers: ["collect", "record", "clarify", "store"],
      run: (tx, permit) => {
        const value = { subject: person.subject, attribute: "name", record: newId(), plaintext: "x" };
        return it.vault.seal(tx, permit, person.scope, [value]);
      },
    },
    open: {
      covers: ["extract", "use", "provide", "transfer", "grantAccess", "clarify"],
      run: (tx, permit) => open(tx, permit),
    },
    destroy: {
      covers: ["destroy", "delete"],
      run: (tx, permit) => it.vault.destroyScopes(tx, permit, person.subject, [newId()]),
    },
  };

  test.each(Object.entries(acts))(
    "to %s under an operation that does not cover it: refused",
    async (_, act) => {
      const undone = new Error("undone");
      for (const operation of PROCESSING_OPERATIONS) {
        const attempt = it.store.transaction(async (tx) => {
          await act.run(tx, permitFor(tx, operation, person.subject));
          throw undone;
        });
        if (!act.covers.includes(operation))
          await expect(attempt).rejects.toThrow(refused("permit-operation"));
        else await expect(attempt).rejects.not.toThrow(expect.objectContaining({ name: "PermitError" }));
      }
      expect(await openPlaces(it, [email])).toEqual(["a@example.org"]);
    },
  );

  test("a correction opens and seals one record under one permit, once each", async () => {
    const act = it.store.transaction(async (tx) => {
      const permit = permitFor(tx, "clarify", person.subject);
      const [before] = await open(tx, permit);
      const value = { ...email, plaintext: `${before} corrected` };
      const [sealed] = await it.vault.seal(tx, permit, person.scope, [value]);
      if (sealed === undefined) throw new Error("nothing sealed");
      return { ...email, sealed };
    });
    expect(await openPlaces(it, [await act])).toEqual(["a@example.org corrected"]);
  });
});
