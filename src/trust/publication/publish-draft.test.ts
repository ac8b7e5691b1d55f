import { expect, test } from "vitest";
import { keeps } from "../../../test/keeps.ts";
import { smallPolicy, smallRules } from "../../../test/small-policy.ts";
import { eachEngine } from "../../../test/stores.ts";
import { ManualClock } from "../../platform/clock/index.ts";
import { newSecretKey } from "../../platform/crypto/index.ts";
import { systemRandom, uuidv7 } from "../../platform/random/index.ts";
import type { Store } from "../../platform/store/index.ts";
import type { CompiledPolicy } from "../../policy/index.ts";
import type { JournalEntry } from "../journal/index.ts";
import {
  createPublication,
  type DraftPublishing,
  INSTALLATION,
  prepareEdition,
  publicationSchema,
} from "./index.ts";

/** 22 November 2026, 12:00 in Moscow. */
const START = Date.parse("2026-11-22T09:00:00.000Z");
const TODAY = "2026-11-22";
const HOUR = 3_600_000;
const staff = uuidv7(START, systemRandom);
const note = { en: "A correction.", ru: "Исправление." };

/** A policy whose text differs from others by its number of days, and which states a date of update. */
function policyOf(days: number, updatedOn = TODAY): CompiledPolicy {
  const policy = smallPolicy();
  return {
    ...policy,
    retention: policy.retention.map((rule) => ({ ...rule, days })),
    documents: policy.documents.map((document) => ({
      ...document,
      updatedOn,
      sections: document.sections.map((section) => ({
        ...section,
        clauses: section.clauses.map((clause) =>
          clause.id === "1.2" ? { ...clause, text: { en: `${days} days.`, ru: `${days} дн.` } } : clause,
        ),
      })),
    })),
  };
}

/** A publication whose folder holds what a test puts into it, with version 1 in force. */
async function setUp(open: (clock: ManualClock) => Promise<Store>, firstDate = TODAY) {
  const clock = new ManualClock(START);
  const store = await open(clock);
  const entries: JournalEntry[] = [];
  const folder = { policy: policyOf(1, firstDate) };
  const publication = createPublication({
    store,
    journal: {
      append(tx, entry) {
        tx.afterCommit(() => void entries.push(entry));
        return Promise.resolve({ id: "", leaf: new Uint8Array() });
      },
    },
    random: systemRandom,
    tokenKey: newSecretKey(systemRandom),
    source: { compile: () => Promise.resolve(folder.policy), rules: smallRules },
  });
  const first = prepareEdition(folder.policy, smallRules, { effectiveFrom: 0, publishedBy: INSTALLATION });
  await store.transaction((tx) => publication.publish(tx, first.edition));
  clock.advance(HOUR);
  const publish = async (more: Partial<DraftPublishing> = {}) => {
    const draft = more.draft ?? (await publication.draft());
    return store.transaction((tx) =>
      publication.publishDraft(tx, {
        draft,
        previewed: draft.hash,
        publishedBy: staff,
        via: "cli",
        ...more,
      }),
    );
  };
  const callOff = (number: number) => store.transaction((tx) => publication.callOff(tx, number, staff));
  const versions = () => store.read((reader) => publication.versions(reader));
  const inForce = async (at: number) => ({
    read: (await store.read((reader) => publication.inForce(reader, at)))?.version,
    unit: (await store.transaction((tx) => publication.inForce(tx, at)))?.version,
    current: (await publication.current(at))?.version,
  });
  return { clock, store, entries, folder, publication, publish, callOff, versions, inForce };
}

const all = (version: number) => ({ read: version, unit: version, current: version });

eachEngine((open, place) => {
  const started = (firstDate?: string) => setUp((clock) => open([publicationSchema], { clock }), firstDate);

  test(
    "saving publishes nothing; publishing stores who, through what, why and what changed",
    keeps("change-log", "itsectr-agreement/4.1.1"),
    async () => {
      const { folder, publish, versions, inForce, entries, publication } = await started();
      folder.policy = policyOf(2);
      const draft = await publication.draft();
      expect(draft).toMatchObject({ base: 1, changedDocuments: ["privacy-policy"], findings: [] });
      expect(await inForce(START + HOUR)).toEqual(all(1));

      await publish({ draft, note });
      expect(await inForce(START + HOUR)).toEqual(all(2));
      const [second] = await versions();
      expect(second).toMatchObject({
        number: 2,
        base: 1,
        publishedBy: staff,
        via: "cli",
        note,
        publishedAt: START + HOUR,
        effectiveFrom: START + HOUR,
        calledOffAt: null,
      });
      expect(second?.changes).toEqual(draft.changes);
      expect(second?.changes).toContainEqual(
        expect.objectContaining({
          kind: "changed",
          clause: "1.2",
          document: "privacy-policy",
          before: { en: "1 days.", ru: "1 дн." },
          after: { en: "2 days.", ru: "2 дн." },
        }),
      );
      expect(entries.at(-1)).toMatchObject({
        event: "policy-published",
        actor: { kind: "staff", id: staff },
        details: { version: 2, via: "cli" },
      });
    },
  );

  test("something other than what was looked at is not published", async () => {
    const { folder, publish, versions, publication } = await started();
    folder.policy = policyOf(2);
    const previewed = (await publication.draft()).hash;
    folder.policy = policyOf(3);
    await expect(publish({ previewed })).rejects.toMatchObject({ code: "draft-changed", status: 409 });
    expect(await versions()).toHaveLength(1);
    folder.policy = policyOf(2);
    expect(await publish({ previewed })).toMatchObject({ version: 2 });
  });

  test("of two who publish what they looked at, at once, one does; the other is told", async () => {
    const { folder, publish, versions, publication } = await started();
    const drafts = [];
    for (const days of [2, 3]) {
      folder.policy = policyOf(days);
      drafts.push(await publication.draft());
    }
    const outcomes = await Promise.allSettled(drafts.map((draft) => publish({ draft })));
    const refused = outcomes.filter(({ status }) => status === "rejected");
    expect(refused).toMatchObject([{ reason: { code: "published-meanwhile" } }]);
    expect((await versions()).map(({ number }) => number)).toEqual([2, 1]);
  });

  test("what has errors, changes nothing, or is dated in the past is refused, and leaves nothing", async () => {
    const { folder, publish, versions, clock } = await started();
    await expect(publish()).rejects.toMatchObject({ code: "nothing-changed" });
    folder.policy = policyOf(2);
    await expect(publish({ effectiveFrom: clock.now() - 1 })).rejects.toMatchObject({ code: "date-passed" });
    folder.policy = { ...policyOf(2), operator: { ...policyOf(2).operator, inn: "0000000001" } };
    await expect(publish()).rejects.toMatchObject({ code: "policy-has-errors", detail: "operator.inn" });
    expect(await versions()).toHaveLength(1);
  });

  test(
    "another date of update than today's needs a reason, never an earlier one than before (clause updated)",
    keeps("version-dates", "itsectr-privacy/updated", "itsectr-agreement/updated"),
    async () => {
      const { folder, publish, clock } = await started("2026-11-20");
      folder.policy = policyOf(2, "2026-11-21");
      await expect(publish()).rejects.toMatchObject({ code: "reason-missing", detail: "privacy-policy" });
      await expect(publish({ note: { en: "Late.", ru: " " } })).rejects.toMatchObject({
        code: "note-incomplete",
      });
      expect(await publish({ note })).toMatchObject({ version: 2 });
      folder.policy = policyOf(3, "2026-11-20");
      await expect(publish({ note })).rejects.toMatchObject({ code: "updated-before-predecessor" });

      // Half past midnight in Moscow; at Greenwich it is still the day before.
      clock.jumpTo(Date.parse("2026-11-22T21:30:00.000Z"));
      folder.policy = policyOf(3, "2026-11-22");
      await expect(publish()).rejects.toMatchObject({ code: "reason-missing" });
      folder.policy = policyOf(3, "2026-11-23");
      expect(await publish()).toMatchObject({ version: 3 });
    },
  );

  test("what is enforced can change without a document: its date of update stays without a reason", async () => {
    const { folder, publish, publication } = await started("2026-11-20");
    const policy = policyOf(1, "2026-11-20");
    folder.policy = { ...policy, hosts: [...policy.hosts, "www.small.example"] };
    expect(await publication.draft()).toMatchObject({ changedDocuments: [] });
    expect(await publish()).toMatchObject({ version: 2 });
  });

  test(
    "a scheduled version takes over at its instant, and not before",
    keeps("version-dates", "itsectr-privacy/9.1", "proit-privacy/6.1", "itserw-privacy/6.change"),
    async () => {
      const { folder, publish, inForce } = await started();
      folder.policy = policyOf(2);
      const from = START + 5 * HOUR;
      await publish({ effectiveFrom: from });
      for (const [at, version] of [
        [START + HOUR, 1],
        [from - 1, 1],
        [from, 2],
        [from + HOUR, 2],
      ] as const) {
        expect(await inForce(at), String(at)).toEqual(all(version));
      }
    },
  );

  test(
    "a version that is called off never enters into force, stays readable, and its number is used once",
    keeps("one-version-in-force"),
    async () => {
      const { folder, publish, callOff, versions, inForce, entries, store, publication } = await started();
      const from = START + 5 * HOUR;
      folder.policy = policyOf(2);
      await publish({ effectiveFrom: from });
      expect(await inForce(from)).toEqual(all(2));

      await callOff(2);
      expect(entries.at(-1)).toMatchObject({
        event: "policy-called-off",
        actor: { kind: "staff", id: staff },
        details: { version: 2 },
      });
      expect(await inForce(from)).toEqual(all(1));
      const wanted = { code: "privacy-policy", language: "en", version: 2, at: from } as const;
      const stored = await store.read((reader) => publication.document(reader, wanted));
      expect(stored?.version.calledOffAt).toBe(START + HOUR);
      expect(new TextDecoder().decode(stored?.bytes)).toContain("2 days.");
      await expect(callOff(2)).rejects.toMatchObject({ code: "called-off-already" });

      // The same text may be published after all: it follows version 1, and gets a number of its own.
      expect(await publication.draft()).toMatchObject({ base: 1 });
      expect(await publish()).toMatchObject({ version: 3 });
      expect((await versions()).map(({ number, base }) => [number, base])).toEqual([
        [3, 1],
        [2, 1],
        [1, null],
      ]);
      expect(await inForce(from)).toEqual(all(3));
    },
  );

  test("what is in force, unknown, or built upon is not called off", async () => {
    const { folder, publish, callOff, inForce, clock } = await started();
    await expect(callOff(1)).rejects.toMatchObject({ code: "version-in-force" });
    await expect(callOff(7)).rejects.toMatchObject({ code: "version-unknown" });
    folder.policy = policyOf(2);
    await publish({ effectiveFrom: START + 5 * HOUR });
    folder.policy = policyOf(3);
    await publish({ effectiveFrom: START + 6 * HOUR });
    await expect(callOff(2)).rejects.toMatchObject({ code: "later-version-stands" });
    await callOff(3);
    expect(await inForce(START + 7 * HOUR)).toEqual(all(2));
    clock.advance(4 * HOUR);
    await expect(callOff(2)).rejects.toMatchObject({ code: "version-in-force" });
  });

  test("a draft that was looked at before a version was called off is not published", async () => {
    const { folder, publish, callOff, publication } = await started();
    folder.policy = policyOf(2);
    await publish({ effectiveFrom: START + 5 * HOUR });
    folder.policy = policyOf(3);
    const draft = await publication.draft();
    await callOff(2);
    await expect(publish({ draft, effectiveFrom: START + 6 * HOUR })).rejects.toMatchObject({
      code: "published-meanwhile",
    });
  });

  test("who follows is told after the commit, and never of what was undone", async () => {
    const { folder, publish, publication, versions } = await started();
    const seen: number[] = [];
    const end = publication.onChange(() => seen.push(seen.length));
    folder.policy = policyOf(2);
    await expect(publish({ previewed: "" })).rejects.toMatchObject({ code: "draft-changed" });
    expect(seen).toEqual([]);
    await publish();
    expect(seen).toEqual([0]);
    end();
    folder.policy = policyOf(3);
    await publish();
    expect(seen).toEqual([0]);
    expect(await versions()).toHaveLength(3);
  });

  test("what another connection publishes or calls off is current at once, however often it was asked before", async () => {
    const at = place();
    const clock = new ManualClock(START);
    const here = await setUp(() => at.open([publicationSchema], { clock }));
    const other = await at.open([publicationSchema], { clock });
    const there = createPublication({
      store: other,
      journal: { append: () => Promise.resolve({ id: "", leaf: new Uint8Array() }) },
      random: systemRandom,
      tokenKey: newSecretKey(systemRandom),
      source: { compile: () => Promise.resolve(policyOf(2)), rules: smallRules },
    });
    const later = START + 9 * HOUR;
    for (let i = 0; i < 3; i++) expect((await here.publication.current(later))?.version).toBe(1);
    const draft = await there.draft();
    await other.transaction((tx) =>
      there.publishDraft(tx, {
        draft,
        previewed: draft.hash,
        publishedBy: staff,
        via: "console",
        effectiveFrom: START + 5 * HOUR,
      }),
    );
    for (let i = 0; i < 3; i++) expect((await here.publication.current(later))?.version).toBe(2);
    await other.transaction((tx) => there.callOff(tx, 2, staff));
    for (let i = 0; i < 3; i++) expect((await here.publication.current(later))?.version).toBe(1);
  });

  test("however many look at once, one compile runs at a time, and nobody gets one from before they asked", async () => {
    const { store, folder } = await started();
    let compiles = 0;
    let running = 0;
    let most = 0;
    let broken = false;
    const { draft } = createPublication({
      store,
      journal: { append: () => Promise.resolve({ id: "", leaf: new Uint8Array() }) },
      random: systemRandom,
      tokenKey: newSecretKey(systemRandom),
      source: {
        async compile() {
          compiles += 1;
          running += 1;
          most = Math.max(most, running);
          const { policy } = folder;
          await new Promise((resolve) => setImmediate(resolve));
          running -= 1;
          if (broken) throw new TypeError("broken");
          return policy;
        },
        rules: smallRules,
      },
    });
    const daysOf = (one: { readonly compiled: CompiledPolicy }) => one.compiled.retention[0]?.days;
    folder.policy = policyOf(2);
    const before = draft();
    folder.policy = policyOf(3);
    const after = await Promise.all(Array.from({ length: 50 }, () => draft()));
    expect(daysOf(await before)).toBe(2);
    expect(new Set(after.map(daysOf))).toEqual(new Set([3]));
    expect({ compiles, most }).toEqual({ compiles: 2, most: 1 });

    broken = true;
    const failing = draft();
    const joined = draft();
    await expect(failing).rejects.toThrow("broken");
    broken = false;
    expect(daysOf(await joined)).toBe(3);
    folder.policy = policyOf(4);
    expect(daysOf(await draft())).toBe(4);
    expect(most).toBe(1);
  });

  test("an address is remembered for every version, and finds the document that stood there then", async () => {
    const { folder, publish, store, publication } = await started();
    const moved = policyOf(2);
    folder.policy = {
      ...moved,
      documents: moved.documents.map((document) => ({ ...document, path: "/privacy/" })),
    };
    await publish();
    const addresses = await store.read((reader) => publication.addresses(reader));
    expect(addresses.map(({ version, path, language }) => [version, path, language])).toEqual([
      [2, "/privacy/", "en"],
      [2, "/privacy/", "ru"],
      [1, "/privacy-policy/", "en"],
      [1, "/privacy-policy/", "ru"],
    ]);
    const wanted = { language: "en", at: START + HOUR } as const;
    const found = await store.read(async (reader) => [
      await publication.document(reader, { ...wanted, path: "/privacy-policy/", version: 1 }),
      await publication.document(reader, { ...wanted, path: "/privacy-policy/", version: 2 }),
      await publication.document(reader, { ...wanted, path: "/privacy/" }),
    ]);
    expect(found.map((document) => document?.version.number)).toEqual([1, undefined, 2]);
  });
});
