import { expect, test } from "vitest";
import { eachEngine } from "../../../test/stores.ts";
import type { Transaction } from "../../platform/store/index.ts";
import { mintPermit, Permit, PermitError, type PermittedAct } from "./permit.ts";
import type { GateRequest } from "./request.ts";

const ANNA = "0190a0a0-0000-7000-8000-000000000001";
const BORIS = "0190a0a0-0000-7000-8000-000000000002";
const request: GateRequest = {
  actor: { kind: "system", id: "test" },
  purpose: "inquiry-handling",
  operation: "extract",
  subjects: [ANNA],
  attributes: ["name", "email"],
};
const permission = { allowed: true, clause: "x/4.1.1", basis: "contract", policy: "p" } as const;
const act: PermittedAct = { operation: "extract", subject: ANNA, attribute: "name", record: "r1" };

const codeOf = (use: () => void): string => {
  try {
    use();
  } catch (error) {
    if (error instanceof PermitError) return error.code;
    throw error;
  }
  return "passes";
};

test("a permit cannot be made without the gate", () => {
  const Forged = Permit as unknown as new (...parts: unknown[]) => Permit;
  expect(codeOf(() => new Forged(Symbol("permit"), {}, request, permission))).toBe("permit-forged");
});

eachEngine((open) => {
  const inUnit = async (use: (tx: Transaction, permit: Permit) => void): Promise<void> => {
    const store = await open([]);
    await store.transaction(async (tx) => use(tx, mintPermit(tx, request, permission)));
  };

  test("a permit covers what was asked, and nothing else", async () => {
    await inUnit((tx, permit) => {
      const use = (changed: Partial<PermittedAct>) =>
        codeOf(() => permit.require(tx, { ...act, ...changed }));
      expect(use({})).toBe("passes");
      expect(use({ record: "r2", operation: ["provide", "extract"] })).toBe("passes");
      expect(use({ record: "r3", operation: "distribute" })).toBe("permit-operation");
      expect(use({ record: "r3", subject: BORIS })).toBe("permit-subject");
      expect(use({ record: "r3", attribute: "phone" })).toBe("permit-attribute");
      expect(use({ record: "r3", purpose: "offers" })).toBe("permit-purpose");
      expect(use({ record: "r3", purpose: "inquiry-handling" })).toBe("passes");
    });
  });

  test("a permit used twice for one record is refused", async () => {
    await inUnit((tx, permit) => {
      permit.require(tx, act);
      expect(codeOf(() => permit.require(tx, act))).toBe("permit-used");
      expect(codeOf(() => permit.require(tx, { ...act, attribute: "email" }))).toBe("passes");
    });
  });

  test("a permit used late is dead", async () => {
    const store = await open([]);
    let kept: Permit | undefined;
    let unit: Transaction | undefined;
    await store.transaction(async (tx) => {
      unit = tx;
      kept = mintPermit(tx, request, permission);
    });
    expect(codeOf(() => kept?.require(unit as Transaction, act))).toBe("permit-dead");
    await store.transaction(async (tx) => {
      expect(codeOf(() => kept?.require(tx, act))).toBe("permit-dead");
    });
  });

  test("a permit does not reach into another unit of work", async () => {
    const store = await open([]);
    let other: Transaction | undefined;
    await store.transaction(async (tx) => {
      other = tx;
    });
    await store.transaction(async (tx) => {
      const permit = mintPermit(tx, request, permission);
      expect(codeOf(() => permit.require(other as Transaction, act))).toBe("permit-other-unit");
    });
  });
});
