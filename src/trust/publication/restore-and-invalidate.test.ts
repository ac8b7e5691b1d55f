import { describe, expect, test } from "vitest";
import { keeps, removes } from "../../../test/keeps.ts";
import { smallPolicy, smallRules } from "../../../test/small-policy.ts";
import { eachEngine } from "../../../test/stores.ts";
import { ManualClock } from "../../platform/clock/index.ts";
import { newSecretKey } from "../../platform/crypto/index.ts";
import { systemRandom, uuidv7 } from "../../platform/random/index.ts";
import type { Store } from "../../platform/store/index.ts";
import type { CompiledPolicy } from "../../policy/index.ts";
import {
  createPublication,
  type DraftOrigin,
  INSTALLATION,
  prepareEdition,
  publicationSchema,
} from "./index.ts";

/** 22 November 2026, 12:00 in Moscow. */
const START = Date.parse("2026-11-22T09:00:00.000Z");
const DAY = 24 * 3_600_000;
const staff = uuidv7(START, systemRandom);
const reason = { en: "A court said so.", ru: "Так решил суд." };

function policyOf(days: number, updatedOn: string): CompiledPolicy {
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

/** Version 1 in force for a day, version 2 with another term published a day later, the folder as for version 2. */
async function setUp(open: (clock: ManualClock) => Promise<Store>) {
  const clock = new ManualClock(START);
  const store = await open(clock);
  const folder = { policy: policyOf(1, "2026-11-22") };
  let compiles = 0;
  const publication = createPublication({
    store,
    journal: { append: () => Promise.resolve({ id: "", leaf: new Uint8Array() }) },
    random: systemRandom,
    tokenKey: newSecretKey(systemRandom),
    source: {
      compile() {
        compiles += 1;
        return Promise.resolve(folder.policy);
      },
      rules: smallRules,
    },
  });
  const first = prepareEdition(folder.policy, smallRules, { effectiveFrom: 0, publishedBy: INSTALLATION });
  await store.transaction((tx) => publication.publish(tx, first.edition));
  const publish = async (origin?: DraftOrigin) => {
    const draft = await publication.draft(origin);
    const fact = await store.transaction((tx) =>
      publication.publishDraft(tx, { draft, previewed: draft.hash, publishedBy: staff, via: "cli" }),
    );
    return { draft, fact };
  };
  clock.advance(DAY);
  folder.policy = policyOf(2, "2026-11-23");
  await publish();
  clock.advance(DAY);
  const current = async () => (await publication.current(clock.now()))?.compiled;
  return { clock, store, folder, publication, publish, current, compiled: () => compiles };
}

eachEngine((open) => {
  const started = () => setUp((clock) => open([publicationSchema], { clock }));

  describe("itsectr-agreement/4.1.1: an earlier state can be restored", () => {
    test(
      "in one step, as a new version, from storage, with its own date, and nothing of the folder",
      keeps("change-log", "itsectr-agreement/4.1.1"),
      async () => {
        const { publish, publication, store, compiled, current, clock } = await started();
        const before = compiled();
        const { draft, fact } = await publish({ restore: 1, at: clock.now() });
        expect(compiled()).toBe(before);
        expect(draft).toMatchObject({ base: 2, madeFrom: { kind: "restored", version: 1 } });
        expect(draft.changes.length).toBeGreaterThan(0);
        expect(fact.version).toBe(3);
        expect((await current())?.retention[0]?.days).toBe(1);
        const [third, second, first] = await store.read((reader) => publication.versions(reader));
        expect(third).toMatchObject({
          madeFrom: { kind: "restored", version: 1 },
          updatedOn: { "privacy-policy": "2026-11-24" },
          publishedBy: staff,
        });
        // What was before stays, and stays as it was.
        expect([second?.madeFrom, first?.madeFrom]).toEqual([{ kind: "folder" }, { kind: "folder" }]);
        expect(first?.updatedOn).toEqual({ "privacy-policy": "2026-11-22" });
      },
    );

    test("what is in force already is not published again, and what never was is not found", async () => {
      const { publish, publication, clock } = await started();
      const at = clock.now();
      await expect(publish({ restore: 2, at })).rejects.toMatchObject({ code: "nothing-changed" });
      await expect(publication.draft({ restore: 9, at })).rejects.toMatchObject({ code: "version-unknown" });
    });
  });

  describe("itsectr-agreement/9.3: a clause is invalidated by itself", () => {
    test(
      "the document stays in force with the clause struck; only what hangs on the clause stops",
      keeps("clause-invalidation", "itsectr-agreement/9.3"),
      async () => {
        const { publish, publication, current, clock, store } = await started();
        expect((await current())?.forms).toHaveLength(1);
        const { draft } = await publish({ invalidate: "1.1", reason, at: clock.now() });
        expect(draft.madeFrom).toEqual({ kind: "invalidated", document: "privacy-policy", clause: "1.1" });
        const now = await current();
        expect([now?.forms, now?.purposes, now?.retention.length]).toEqual([[], [], 1]);
        const document = await store.read((reader) =>
          publication.document(reader, { code: "privacy-policy", language: "ru", at: clock.now() }),
        );
        const text = new TextDecoder().decode(document?.bytes);
        expect(text).toContain("Так решил суд.");
        expect(text).toContain('<time datetime="2026-11-24">');
        expect(text.match(/<del/g)).toHaveLength(1);
      },
    );

    test(
      "from a later day it stops on that day, without another act, also where the answer was remembered",
      keeps("clause-invalidation"),
      async () => {
        const { publish, current, clock, publication, store } = await started();
        await publish({ invalidate: "privacy-policy/1.1", on: "2026-11-26", reason, at: clock.now() });
        const midnight = Date.parse("2026-11-25T21:00:00.000Z");
        for (let i = 0; i < 2; i++) expect((await current())?.forms).toHaveLength(1);
        const at = (instant: number) => store.transaction((tx) => publication.inForce(tx, instant));
        expect((await at(midnight - 1))?.compiled.forms).toHaveLength(1);
        expect((await at(midnight))?.compiled.forms).toHaveLength(0);
        expect((await publication.current(midnight - 1))?.compiled.forms).toHaveLength(1);
        expect((await publication.current(midnight))?.compiled.forms).toHaveLength(0);
      },
    );

    test(
      "a folder that knows nothing of it brings it back only with another text",
      removes("clause-invalidation"),
      async () => {
        const { publish, publication, folder, current, clock } = await started();
        await publish({ invalidate: "1.1", reason, at: clock.now() });
        folder.policy = policyOf(5, "2026-11-24");
        await publish();
        expect((await current())?.forms).toHaveLength(0);
        const rewritten = policyOf(6, "2026-11-24");
        folder.policy = {
          ...rewritten,
          documents: rewritten.documents.map((document) => ({
            ...document,
            sections: document.sections.map((section) => ({
              ...section,
              clauses: section.clauses.map((clause) =>
                clause.id === "1.1"
                  ? {
                      ...clause,
                      text: { en: `${clause.text.en} Mended.`, ru: `${clause.text.ru} Исправлено.` },
                    }
                  : clause,
              ),
            })),
          })),
        };
        expect((await publication.draft()).compiled.documents).toEqual(folder.policy.documents);
        await publish();
        expect((await current())?.forms).toHaveLength(1);
      },
    );

    test("a mistaken mark goes by restoring what was before it", keeps("clause-invalidation"), async () => {
      const { publish, current, clock } = await started();
      await publish({ invalidate: "1.1", reason, at: clock.now() });
      await publish({ restore: 2, at: clock.now() });
      expect((await current())?.forms).toHaveLength(1);
    });

    test.each([
      ["an unknown clause", { invalidate: "7.7", reason }, "clause-unknown"],
      ["no reason in one language", { invalidate: "1.1", reason: { ...reason, ru: " " } }, "note-incomplete"],
    ])("%s is refused", async (_, origin, code) => {
      const { publication, clock } = await started();
      await expect(publication.draft({ ...origin, at: clock.now() })).rejects.toMatchObject({ code });
    });

    test("the same clause twice is refused", async () => {
      const { publish, publication, clock } = await started();
      await publish({ invalidate: "1.1", reason, at: clock.now() });
      const again = publication.draft({ invalidate: "1.1", reason, at: clock.now() });
      await expect(again).rejects.toMatchObject({ code: "invalidated-already" });
    });
  });
});
