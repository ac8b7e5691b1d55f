import fc from "fast-check";
import { expect, test } from "vitest";
import { keeps } from "../../../test/keeps.ts";
import { smallPolicy, smallRules } from "../../../test/small-policy.ts";
import { eachEngine } from "../../../test/stores.ts";
import { ManualClock } from "../../platform/clock/index.ts";
import { newSecretKey } from "../../platform/crypto/index.ts";
import { systemRandom, uuidv7 } from "../../platform/random/index.ts";
import {
  defineTable,
  operational,
  type Schema,
  type Store,
  type Tables,
} from "../../platform/store/index.ts";
import type { Journal, JournalEntry } from "../journal/index.ts";
import {
  createPublication,
  type Edition,
  INSTALLATION,
  prepareEdition,
  type Publication,
  publicationSchema,
  type WantedDocument,
} from "./index.ts";
import { publicationDocument, publicationVersion } from "./publication.table.ts";

const entryTable = defineTable(
  "entry",
  { id: operational.uuid(), entry: operational.json<JournalEntry>() },
  { primaryKey: ["id"], holding: { none: "A test's own." } },
);
const entrySchema: Schema = {
  room: "test/entries",
  tables: [entryTable],
  steps: [{ id: "0001-entry", up: (editor) => editor.create(entryTable) }],
};
const schemas = [publicationSchema, entrySchema];

/** Appends where the unit's own rows go, which is all that a publication asks of a journal. */
const journal: Pick<Journal, "append"> = {
  async append(tx, entry) {
    const id = uuidv7(tx.at, systemRandom);
    await tx.insert(entryTable, [{ id, entry }]);
    return { id, leaf: new Uint8Array() };
  },
};

const START = 1_790_000_000_000;
const tokenKey = newSecretKey(systemRandom);

function publicationOf(store: Store): Publication {
  const source = { compile: () => Promise.resolve(smallPolicy()), rules: smallRules };
  return createPublication({ store, journal, random: systemRandom, tokenKey, source });
}

/** A version whose text differs from the others by its number of days. */
function editionOf(days: number, effectiveFrom = 0, updatedOn = "2026-11-20"): Edition {
  const policy = smallPolicy();
  const compiled = {
    ...policy,
    retention: policy.retention.map((rule) => ({ ...rule, days })),
    documents: policy.documents.map((document) => ({ ...document, updatedOn })),
  };
  return prepareEdition(compiled, smallRules, { effectiveFrom, publishedBy: INSTALLATION }).edition;
}

type DB = Tables<typeof publicationVersion | typeof publicationDocument>;
const hashes = (rows: readonly { readonly policy: string }[]) => rows.map(({ policy }) => policy);

eachEngine((open, place) => {
  test("nothing is in force before the first version, and it is from then on", async () => {
    const clock = new ManualClock(START);
    const store = await open(schemas, { clock });
    const publication = publicationOf(store);
    expect(await store.read((reader) => publication.inForce(reader, START))).toBeNull();
    const fact = await store.transaction((tx) => publication.publish(tx, editionOf(1)));
    expect(await store.read((reader) => publication.inForce(reader, START - 1))).toBeNull();
    expect(await store.read((reader) => publication.inForce(reader, START))).toEqual(fact);
    expect(fact.compiled.retention[0]?.days).toBe(1);
  });

  test("exactly one version is in force at any instant after the first, whatever the order of acts", async () => {
    const acts = fc.array(fc.record({ wait: fc.nat(5), delay: fc.nat(20), ask: fc.nat(40) }), {
      minLength: 1,
      maxLength: 8,
    });
    await fc.assert(
      fc.asyncProperty(acts, async (sequence) => {
        const clock = new ManualClock(START);
        const at = place();
        const store = await at.open(schemas, { clock });
        const publication = publicationOf(store);
        const expected: { from: number; hash: string }[] = [];
        for (const [i, { wait, delay, ask }] of sequence.entries()) {
          clock.advance(wait);
          const from = clock.now() + delay;
          const last = expected.at(-1);
          const published = await store
            .transaction((tx) => publication.publish(tx, editionOf(i + 1, from)))
            .catch((error: unknown) => error);
          if (last !== undefined && from < last.from) {
            expect(published).toMatchObject({ code: "dated-before-predecessor" });
          } else {
            expect(published).toMatchObject({ version: expected.length + 1 });
            expected.push({ from, hash: (published as { hash: string }).hash });
          }
          const instant = START + ask;
          const wanted = expected.findLast((version) => version.from <= instant)?.hash;
          const read = await store.read((reader) => publication.inForce(reader, instant));
          const acted = await store.transaction((tx) => publication.inForce(tx, instant));
          expect([read?.hash, acted?.hash]).toEqual([wanted, wanted]);
        }
        await at.remove();
      }),
      { numRuns: 6 },
    );
  });

  test("the same version again, byte for byte, is refused", async () => {
    const store = await open(schemas);
    const publication = publicationOf(store);
    await store.transaction((tx) => publication.publish(tx, editionOf(1)));
    await expect(store.transaction((tx) => publication.publish(tx, editionOf(1)))).rejects.toMatchObject({
      code: "nothing-changed",
    });
    const { documents } = editionOf(1);
    const [first, ...rest] = documents;
    if (first === undefined) throw new Error("no document");
    const reset = { ...first, bytes: new TextEncoder().encode("set in another way") };
    const edition = { ...editionOf(1), documents: [reset, ...rest] };
    expect(await store.transaction((tx) => publication.publish(tx, edition))).toMatchObject({ version: 2 });
  });

  test(
    "a version whose document claims an older date than its predecessor is refused",
    keeps("version-dates"),
    async () => {
      const store = await open(schemas);
      const publication = publicationOf(store);
      await store.transaction((tx) => publication.publish(tx, editionOf(1)));
      await expect(
        store.transaction((tx) => publication.publish(tx, editionOf(2, 0, "2026-11-19"))),
      ).rejects.toMatchObject({ code: "updated-before-predecessor", detail: "privacy-policy" });
    },
  );

  test("a version that lacks a language's text is refused, and leaves nothing", async () => {
    const store = await open(schemas);
    const publication = publicationOf(store);
    const edition = editionOf(1);
    const oneLanguage = {
      ...edition,
      documents: edition.documents.filter(({ language }) => language === "en"),
    };
    await expect(store.transaction((tx) => publication.publish(tx, oneLanguage))).rejects.toMatchObject({
      code: "document-missing",
    });
    expect(await store.read((reader) => publication.versions(reader))).toEqual([]);
  });

  test(
    "published bytes are served as they were published, old versions too, with three dates",
    keeps("version-dates", "stable-address", "itsectr-privacy/9.3"),
    async () => {
      const clock = new ManualClock(START);
      const store = await open(schemas, { clock });
      const publication = publicationOf(store);
      const first = editionOf(1);
      const second = editionOf(2, START + 1000, "2026-11-21");
      await store.transaction((tx) => publication.publish(tx, first));
      clock.advance(10);
      await store.transaction((tx) => publication.publish(tx, second));
      const wanted = { code: "privacy-policy", language: "ru", at: START + 500 } as const;
      const read = (asked: WantedDocument) => store.read((reader) => publication.document(reader, asked));
      const inForce = await read(wanted);
      const later = await read({ ...wanted, at: START + 1000 });
      const announced = await read({ ...wanted, version: 2 });
      const none = await read({ ...wanted, code: "terms" });
      const bytesOf = (edition: Edition) =>
        edition.documents.find(({ language }) => language === "ru")?.bytes;
      expect(inForce?.bytes).toEqual(bytesOf(first));
      expect(later?.bytes).toEqual(bytesOf(second));
      expect(announced).toEqual(later);
      expect(none).toBeNull();
      expect(later?.version).toEqual({
        number: 2,
        policy: later?.version.policy,
        updatedOn: { "privacy-policy": "2026-11-21" },
        publishedAt: START + 10,
        effectiveFrom: START + 1000,
        publishedBy: INSTALLATION,
        via: "start",
        base: 1,
        note: null,
        madeFrom: { kind: "folder" },
        calledOffAt: null,
      });
      const versions = await store.read((reader) => publication.versions(reader));
      expect(versions.map(({ number }) => number)).toEqual([2, 1]);
    },
  );

  test("who published what is journalled in the same commit", async () => {
    const store = await open(schemas, { clock: new ManualClock(START) });
    const publication = publicationOf(store);
    const publishedBy = uuidv7(START, systemRandom);
    const fact = await store.transaction((tx) => publication.publish(tx, { ...editionOf(1), publishedBy }));
    const entries = await store.read((reader) =>
      reader.query<Tables<typeof entryTable>>().selectFrom("entry").select("entry").execute(),
    );
    expect(entries.map(({ entry }) => entry)).toEqual([
      {
        event: "policy-published",
        actor: { kind: "staff", id: publishedBy },
        details: {
          version: 1,
          policy: fact.hash,
          documents: expect.stringMatching(/^[0-9a-f]{64}$/),
          effectiveFrom: START,
          via: "start",
          account: expect.stringMatching(/^[0-9a-f]{64}$/),
        },
      },
    ]);
  });

  test("a flipped byte of a stored document or policy is named, and the bytes are not served", async () => {
    const store = await open(schemas);
    await store.transaction((tx) => publicationOf(store).publish(tx, editionOf(1)));
    const flip = (bytes: Uint8Array) => bytes.with(7, (bytes[7] ?? 0) ^ 1);
    await store.transaction(async (tx) => {
      const db = tx.query<DB>();
      const document = await db
        .selectFrom("publication_document")
        .selectAll()
        .where("language", "=", "ru")
        .executeTakeFirstOrThrow();
      await db
        .updateTable("publication_document")
        .set({ bytes: flip(document.bytes) })
        .where("language", "=", "ru")
        .execute();
      const version = await db.selectFrom("publication_version").selectAll().executeTakeFirstOrThrow();
      await db
        .updateTable("publication_version")
        .set({ compiled: flip(version.compiled) })
        .execute();
    });
    const publication = publicationOf(store);
    const wanted = { code: "privacy-policy", at: Number.MAX_SAFE_INTEGER } as const;
    await store.read(async (reader) => {
      await expect(publication.document(reader, { ...wanted, language: "ru" })).rejects.toMatchObject({
        code: "document-damaged",
        detail: "version 1, privacy-policy, ru",
      });
      expect(await publication.document(reader, { ...wanted, language: "en" })).not.toBeNull();
      await expect(publication.inForce(reader, wanted.at)).rejects.toMatchObject({
        code: "version-damaged",
        detail: "version 1",
      });
    });
  });

  test("two that publish at once never share a number: one waits or is told", async () => {
    const at = place();
    const stores = [await at.open(schemas), await at.open(schemas)];
    const outcomes = await Promise.allSettled(
      [1, 2, 3, 4, 5, 6].map((days) => {
        const store = stores[days % 2] as Store;
        return store.transaction((tx) => publicationOf(store).publish(tx, editionOf(days)), {
          timeout: 5000,
        });
      }),
    );
    const published = outcomes.flatMap((outcome) => (outcome.status === "fulfilled" ? [outcome.value] : []));
    for (const outcome of outcomes) {
      if (outcome.status === "rejected") {
        expect(outcome.reason).toMatchObject({
          code: expect.stringMatching(/^(published-meanwhile|dated-before-predecessor)$/),
        });
      }
    }
    const versions = await stores[0]?.read((reader) => publicationOf(stores[0] as Store).versions(reader));
    expect(published.length).toBeGreaterThan(0);
    expect(versions?.map(({ number }) => number).reverse()).toEqual(published.map((_, i) => i + 1));
    expect(hashes(versions ?? []).sort()).toEqual(published.map(({ hash }) => hash).sort());
  });

  test("another process's publication is seen at once, and one that was undone never", async () => {
    const clock = new ManualClock(START);
    const at = place();
    const [here, there] = [await at.open(schemas, { clock }), await at.open(schemas, { clock })];
    const publication = publicationOf(here);
    const inForce = () => here.transaction(async (tx) => (await publication.inForce(tx, START))?.version);
    await here.transaction((tx) => publication.publish(tx, editionOf(1)));
    expect([await inForce(), await inForce()]).toEqual([1, 1]);

    await there.transaction((tx) => publicationOf(there).publish(tx, editionOf(2)));
    expect([await inForce(), await inForce()]).toEqual([2, 2]);

    await expect(
      here.transaction(async (tx) => {
        await publication.publish(tx, editionOf(3));
        expect((await publication.inForce(tx, START))?.version).toBe(3);
        throw new Error("undone");
      }),
    ).rejects.toThrow("undone");
    expect([await inForce(), await inForce()]).toEqual([2, 2]);
  });
});
