import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { type StaffedInstallation, staffedInstallation } from "../../../test/staffed.ts";
import type { ProcessingOperation } from "../../policy/index.ts";
import {
  addStaff,
  apiKeyActor,
  CLI,
  createApiKey,
  endStaff,
  KEY_LIFE,
  KEY_OVERLAP,
  keysHeldBy,
  listApiKeys,
  noteKeyUse,
  revokeApiKey,
  rotateApiKey,
  revokeAuthorisation,
  type StaffRight,
} from "./index.ts";

const MINUTE = 60_000;

describe.each(["sqlite", "postgres"] as const)("%s", (engine) => {
  let at: StaffedInstallation;
  let keeper: { readonly kind: "staff"; readonly id: string };
  let clerk: { readonly kind: "staff"; readonly id: string };

  beforeAll(async () => {
    at = await staffedInstallation(engine);
    keeper = await member("keeper", ["manage-keys"]);
    clerk = await member("clerk", []);
  });
  afterAll(() => at.remove());

  async function member(login: string, rights: readonly StaffRight[]) {
    const added = await at.unit((tx) =>
      addStaff(
        tx,
        CLI,
        {
          login,
          name: "Keys Example",
          authorisations: [{ purpose: "inquiry-handling", operations: ["extract", "use"] }],
          rights,
        },
        at.operator,
      ),
    );
    if ("refusal" in added) throw new Error(added.refusal.code);
    return { kind: "staff", id: added.staff } as const;
  }

  const make = (
    by: Parameters<typeof createApiKey>[1] = keeper,
    {
      purpose = "inquiry-handling",
      operations = ["extract"],
      label = "Help desk",
      expiresAt,
    }: { purpose?: string; operations?: ProcessingOperation[]; label?: string; expiresAt?: number } = {},
  ) =>
    at.unit((tx) =>
      createApiKey(
        tx,
        by,
        {
          label,
          authorisations: [{ purpose, operations }],
          ...(expiresAt === undefined ? {} : { expiresAt }),
        },
        at.operator,
      ),
    );
  const show = (authorization: string | null) =>
    at.operator.store.read((reader) => apiKeyActor(reader, authorization, at.clock.now()));
  const ask = (id: string, purpose: string, operation: ProcessingOperation) =>
    at.unit((tx) =>
      at.operator.gate.ask(tx, {
        actor: { kind: "key", id },
        purpose,
        operation,
        subjects: [keeper.id],
        attributes: ["email"],
      }),
    );

  test("a key is good for its purposes and operations and for nothing else", async () => {
    const { id, secret } = await make();
    expect(await show(`Bearer ${secret}`)).toMatchObject({ actor: { kind: "key", id } });
    expect(await ask(id, "inquiry-handling", "extract")).toMatchObject({ allowed: true });
    for (const [purpose, operation] of [
      ["inquiry-handling", "use"],
      ["offers", "extract"],
      ["security", "extract"],
      ["rights", "extract"],
    ] as const) {
      expect(await ask(id, purpose, operation)).toMatchObject({ refusal: { code: "not-authorised" } });
    }
    const journalled = await at.journalled("decision", id);
    expect(journalled).toHaveLength(5);
    for (const entry of journalled) expect(entry).toContain('"kind":"key"');
  });

  test("the secret is shown once, and is not in the database", async () => {
    const { id, secret } = await make();
    expect(secret).toMatch(/^upheld_itsectr_[\w-]{43}$/u);
    const stored = JSON.stringify(await at.rows("api_key", {}), (_, value: unknown) =>
      value instanceof Uint8Array ? Buffer.from(value).toString("latin1") : value,
    );
    expect(stored).toContain(id);
    expect(stored).not.toContain(secret.slice(-43));
    const [row] = await at.rows("api_key", { id });
    const hash = Buffer.from(row?.secret_hash as Uint8Array);
    for (const stolen of [hash.toString("base64url"), hash.toString("hex")]) {
      await expect(show(`Bearer ${stolen}`)).rejects.toMatchObject({ code: "key-unknown" });
      await expect(show(`Bearer upheld_itsectr_${stolen}`)).rejects.toMatchObject({ code: "key-unknown" });
    }
  });

  test("no key, a forged one, another operator's, or another scheme is nobody", async () => {
    const { secret } = await make();
    for (const nothing of [null, ""]) {
      await expect(show(nothing)).rejects.toMatchObject({ code: "key-missing", status: 401 });
    }
    const elsewhere = await staffedInstallation(engine);
    try {
      const other = elsewhere.operator.store.read((reader) =>
        apiKeyActor(reader, `Bearer ${secret}`, at.clock.now()),
      );
      await expect(other).rejects.toMatchObject({ code: "key-unknown", status: 401 });
    } finally {
      await elsewhere.remove();
    }
    for (const wrong of [
      secret,
      `Basic ${secret}`,
      `Bearer ${secret.slice(0, -1)}`,
      `Bearer ${secret.replace("itsectr", "other")}`,
      `Bearer ${secret} ${secret}`,
      `Bearer ${"x".repeat(100_000)}`,
      "Bearer Привет",
    ]) {
      await expect(show(wrong)).rejects.toMatchObject({ code: "key-unknown", status: 401 });
    }
  });

  test("past its end it opens nothing, at the door and at the gate", async () => {
    const { id, secret } = await make(keeper, { expiresAt: at.clock.now() + MINUTE });
    const lasting = await make();
    at.clock.advance(MINUTE);
    await expect(show(`Bearer ${secret}`)).rejects.toMatchObject({ code: "key-expired" });
    expect(await ask(id, "inquiry-handling", "extract")).toMatchObject({
      refusal: { code: "not-authorised" },
    });
    await expect(at.unit((tx) => rotateApiKey(tx, keeper, id, at.operator))).rejects.toMatchObject({
      code: "key-absent",
    });
    at.clock.advance(KEY_LIFE);
    await expect(show(`Bearer ${lasting.secret}`)).rejects.toMatchObject({ code: "key-expired" });
  });

  test("revoked, it opens nothing from the next request on", async () => {
    const { id, secret } = await make();
    await at.unit((tx) => revokeApiKey(tx, keeper, id, at.operator));
    await expect(show(`Bearer ${secret}`)).rejects.toMatchObject({ code: "key-revoked" });
    expect(await ask(id, "inquiry-handling", "extract")).toMatchObject({ allowed: false });
    await expect(at.unit((tx) => revokeApiKey(tx, keeper, id, at.operator))).rejects.toMatchObject({
      code: "key-absent",
    });
    expect(await at.journalled("api-key-created", id)).toHaveLength(1);
    expect(await at.journalled("api-key-revoked", id)).toHaveLength(1);
  });

  test("rotated, its old secret stays good for a day; a second rotation ends the first secret at once", async () => {
    const { id, secret } = await make();
    const rotate = () => at.unit((tx) => rotateApiKey(tx, keeper, id, at.operator));
    const { secret: second } = await rotate();
    at.clock.advance(KEY_OVERLAP - 1);
    expect(await show(`Bearer ${secret}`)).toMatchObject({ actor: { id } });
    expect(await show(`Bearer ${second}`)).toMatchObject({ actor: { id } });
    at.clock.advance(1);
    await expect(show(`Bearer ${secret}`)).rejects.toMatchObject({ code: "key-expired" });

    const { secret: third } = await rotate();
    const { secret: fourth } = await rotate();
    await expect(show(`Bearer ${second}`)).rejects.toMatchObject({ code: "key-unknown" });
    for (const good of [third, fourth]) expect(await show(`Bearer ${good}`)).toMatchObject({ actor: { id } });
    expect(await at.journalled("api-key-rotated", id)).toHaveLength(3);
  });

  test("1.1.1: it is made by who manages keys, for no more than they have themselves", async () => {
    await expect(make(clerk)).rejects.toMatchObject({ code: "right-missing" });
    await expect(make({ kind: "visitor" })).rejects.toMatchObject({ code: "right-missing" });
    await expect(make(CLI)).rejects.toMatchObject({ code: "right-missing" });
    await expect(make(keeper, { purpose: "offers" })).rejects.toMatchObject({ code: "beyond-own" });
    await expect(make(keeper, { operations: ["extract", "destroy"] })).rejects.toMatchObject({
      code: "beyond-own",
    });
    await expect(make(keeper, { purpose: "spying" })).rejects.toMatchObject({ code: "purpose-unknown" });
    await expect(make(keeper, { operations: [] })).rejects.toMatchObject({ code: "operation-unknown" });
    await expect(make(keeper, { label: "a@b.example" })).rejects.toMatchObject({ code: "label-malformed" });
    await expect(make(keeper, { expiresAt: at.clock.now() })).rejects.toMatchObject({
      code: "period-malformed",
    });
    const { id } = await make();
    const rotate = at.unit((tx) => rotateApiKey(tx, clerk, id, at.operator));
    await expect(rotate).rejects.toMatchObject({ code: "right-missing" });
    const revoke = at.unit((tx) => revokeApiKey(tx, clerk, id, at.operator));
    await expect(revoke).rejects.toMatchObject({ code: "right-missing" });
    const list = at.operator.store.read((reader) => listApiKeys(reader, clerk, at.clock.now()));
    await expect(list).rejects.toMatchObject({ code: "right-missing" });
  });

  test("whoever has lost a purpose gets no secret that still has it", async () => {
    const leaving = await member("leaving", ["manage-keys"]);
    const { id } = await make(leaving);
    await at.unit((tx) =>
      revokeAuthorisation(tx, CLI, { staff: leaving.id, purpose: "inquiry-handling" }, at.operator),
    );
    const rotated = at.unit((tx) => rotateApiKey(tx, leaving, id, at.operator));
    await expect(rotated).rejects.toMatchObject({ code: "beyond-own" });
  });

  describe("who made it leaves", () => {
    const left = (staff: string, choice?: { keepKeys: boolean }) =>
      at.unit((tx) => endStaff(tx, CLI, staff, at.operator, choice));

    test("1.1.1: with them go the keys whose secret they were shown, in the same unit, each journalled", async () => {
      const leaver = await member("leaver-a", ["manage-keys"]);
      const keys = [await make(leaver, { label: "One" }), await make(leaver, { label: "Two" })];
      const ended = await make(leaver, { label: "Ended before" });
      await at.unit((tx) => revokeApiKey(tx, leaver, ended.id, at.operator));
      const other = await make();
      expect(await at.unit((tx) => keysHeldBy(tx, CLI, leaver.id))).toHaveLength(2);
      // Made in one instant, so in no order of their own.
      const revoked = new Map((await left(leaver.id)).map(({ id, label }) => [id, label]));
      expect(revoked).toEqual(
        new Map([
          [keys[0]?.id, "One"],
          [keys[1]?.id, "Two"],
        ]),
      );
      for (const { id, secret } of keys) {
        await expect(show(`Bearer ${secret}`)).rejects.toMatchObject({ code: "key-revoked" });
        expect(await ask(id, "inquiry-handling", "extract")).toMatchObject({ allowed: false });
        expect(await at.journalled("api-key-revoked", id)).toHaveLength(1);
      }
      expect(await at.journalled("api-key-revoked", ended.id)).toHaveLength(1);
      expect(await show(`Bearer ${other.secret}`)).toMatchObject({ actor: { id: other.id } });
    });

    test("kept by choice, they work on, and the journal says so", async () => {
      const leaver = await member("leaver-b", ["manage-keys"]);
      const { id, secret } = await make(leaver);
      expect(await left(leaver.id, { keepKeys: true })).toEqual([]);
      expect(await show(`Bearer ${secret}`)).toMatchObject({ actor: { id } });
      expect((await at.journalled("staff-ended", leaver.id))[0]).toContain('"keysKept":true');
    });

    test("a key that somebody else has renewed stays; the secret that the leaver knew of it dies at once", async () => {
      const leaver = await member("leaver-c", ["manage-keys"]);
      const { id, secret } = await make(leaver);
      const renewed = await at.unit((tx) => rotateApiKey(tx, keeper, id, at.operator));
      expect(await show(`Bearer ${secret}`)).toMatchObject({ actor: { id } });
      expect(await left(leaver.id)).toEqual([]);
      await expect(show(`Bearer ${secret}`)).rejects.toMatchObject({ code: "key-expired" });
      expect(await show(`Bearer ${renewed.secret}`)).toMatchObject({ actor: { id } });
    });

    test("a key that they renewed goes with them, whoever made it", async () => {
      const leaver = await member("leaver-d", ["manage-keys"]);
      const { id } = await make();
      const renewed = await at.unit((tx) => rotateApiKey(tx, leaver, id, at.operator));
      expect(await left(leaver.id)).toMatchObject([{ id }]);
      await expect(show(`Bearer ${renewed.secret}`)).rejects.toMatchObject({ code: "key-revoked" });
    });

    test("which keys somebody holds is not told to who does not manage staff", async () => {
      const told = at.unit((tx) => keysHeldBy(tx, clerk, keeper.id));
      await expect(told).rejects.toMatchObject({ code: "right-missing" });
    });
  });

  test("its last use is on record, written once a minute at most", async () => {
    const { id, secret } = await make();
    const use = () => at.unit(async (tx) => noteKeyUse(tx, await apiKeyActor(tx, `Bearer ${secret}`, tx.at)));
    const lastUse = async () => {
      const keys = await at.operator.store.read((reader) => listApiKeys(reader, keeper, at.clock.now()));
      return keys.find((key) => key.id === id)?.lastUsedAt;
    };
    expect(await lastUse()).toBeNull();
    await use();
    const first = at.clock.now();
    at.clock.advance(MINUTE - 1);
    await use();
    expect(await lastUse()).toBe(first);
    at.clock.advance(1);
    await use();
    expect(await lastUse()).toBe(first + MINUTE);
  });
});
