import { expect, test } from "vitest";
import { smallPolicy, smallRules } from "../../../test/small-policy.ts";
import { eachEngine } from "../../../test/stores.ts";
import { newSecretKey } from "../../platform/crypto/index.ts";
import { systemRandom } from "../../platform/random/index.ts";
import type { Reader } from "../../platform/store/index.ts";
import type { GateRequest } from "../gate/index.ts";
import {
  createPublication,
  INSTALLATION,
  policyFacts,
  prepareEdition,
  publicationSchema,
  shownFacts,
} from "./index.ts";

const { edition } = prepareEdition(smallPolicy(), smallRules, {
  effectiveFrom: 0,
  publishedBy: INSTALLATION,
});
const request: GateRequest = {
  actor: { kind: "visitor" },
  purpose: "inquiry-handling",
  operation: "collect",
  subjects: ["0192f0c1-0000-7000-8000-000000000001"],
  attributes: ["email"],
  channel: "feedback",
};

eachEngine((open, _place, engine) => {
  test("the gate learns the policy in force and what was shown, and nothing from no token", async () => {
    const store = await open([publicationSchema]);
    const publication = createPublication({
      store,
      journal: { append: () => Promise.resolve({ id: "", leaf: new Uint8Array() }) },
      random: systemRandom,
      tokenKey: newSecretKey(systemRandom),
      source: { compile: () => Promise.resolve(smallPolicy()), rules: smallRules },
    });
    const load = (asked: GateRequest) =>
      store.transaction(async (tx) => ({
        policy: await policyFacts(publication).load(tx, asked),
        shown: await shownFacts(publication).load(tx, asked),
      }));
    expect(await load(request)).toEqual({ policy: null, shown: null });

    const { hash } = await store.transaction((tx) => publication.publish(tx, edition));
    const at = await store.transaction((tx) => Promise.resolve(tx.at));
    const shown = { policy: hash, document: "privacy-policy", language: "en", form: "feedback" } as const;
    const token = publication.shownToken({ ...shown, at });
    expect(await load({ ...request, shown: token })).toEqual({
      policy: { compiled: edition.compiled, hash, version: 1 },
      shown: { ...shown, at, version: 1, expired: false },
    });
    expect(await load({ ...request, channel: "order", shown: token })).toMatchObject({ shown: null });
    expect(await load({ ...request, shown: `${token}x` })).toMatchObject({ shown: null });
  });

  // PostgreSQL has no data version, so there one query answers each time.
  if (engine !== "sqlite") return;

  test("while nothing changes, the policy in force is answered without a query", async () => {
    const store = await open([publicationSchema]);
    const publication = createPublication({
      store,
      journal: { append: () => Promise.resolve({ id: "", leaf: new Uint8Array() }) },
      random: systemRandom,
      tokenKey: newSecretKey(systemRandom),
      source: { compile: () => Promise.resolve(smallPolicy()), rules: smallRules },
    });
    const fact = await store.transaction((tx) => publication.publish(tx, edition));
    const at = await store.transaction(async (tx) => {
      await publication.inForce(tx, tx.at);
      return tx.at;
    });
    const unreachable = new Proxy({} as Reader, {
      get: () => () => Promise.reject(new Error("a query was made")),
      has: () => false,
    });
    expect((await publication.inForce(unreachable, at))?.hash).toBe(fact.hash);
    await expect(publication.inForce(unreachable, at - 60_000)).rejects.toThrow("a query was made");
  });

  test("while nothing changes, the policy that is current is answered without a reader", async () => {
    const opened = await open([publicationSchema]);
    let reads = 0;
    const store = new Proxy(opened, {
      get(target, name) {
        if (name === "read") reads++;
        const member: unknown = Reflect.get(target, name);
        return typeof member === "function" ? (member.bind(target) as unknown) : member;
      },
    });
    const publication = createPublication({
      store,
      journal: { append: () => Promise.resolve({ id: "", leaf: new Uint8Array() }) },
      random: systemRandom,
      tokenKey: newSecretKey(systemRandom),
      source: { compile: () => Promise.resolve(smallPolicy()), rules: smallRules },
    });
    await store.transaction((tx) => publication.publish(tx, edition));
    const at = await store.transaction((tx) => Promise.resolve(tx.at));
    for (let i = 0; i < 5; i++) expect((await publication.current(at))?.version).toBe(1);
    expect(reads).toBe(1);
    expect(await publication.current(at - 60_000)).toBeNull();
    expect(reads).toBe(2);
  });
});
