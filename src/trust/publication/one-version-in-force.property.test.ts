import fc from "fast-check";
import { expect, test } from "vitest";
import { keeps, removes } from "../../../test/keeps.ts";
import { smallPolicy, smallRules } from "../../../test/small-policy.ts";
import { eachEngine } from "../../../test/stores.ts";
import { instantOf, localDate, ManualClock } from "../../platform/clock/index.ts";
import { newSecretKey } from "../../platform/crypto/index.ts";
import { systemRandom, uuidv7 } from "../../platform/random/index.ts";
import type { Store, Tables } from "../../platform/store/index.ts";
import type { CompiledPolicy } from "../../policy/index.ts";
import {
  createPublication,
  INSTALLATION,
  prepareEdition,
  type Publication,
  PublicationError,
  publicationSchema,
  type PublishedVersion,
} from "./index.ts";
import type { publicationVersion } from "./publication.table.ts";

/** A zone whose clocks go back in the night of 25 October 2026: 02:30 comes twice. */
const ZONE = "Europe/Berlin";
const START = Date.parse("2026-10-24T12:00:00.000Z");
const HOUR = 3_600_000;
const END = START + 60 * HOUR;
const staff = uuidv7(START, systemRandom);
const note = { en: "A test.", ru: "Проверка." };

function policyOf(days: number, at: number): CompiledPolicy {
  const policy = smallPolicy();
  return {
    ...policy,
    operator: { ...policy.operator, timeZone: ZONE },
    retention: policy.retention.map((rule) => ({ ...rule, days })),
    documents: policy.documents.map((document) => ({ ...document, updatedOn: localDate(at, ZONE) })),
  };
}

type Act =
  | { readonly act: "publish"; readonly from: string | null }
  | { readonly act: "restore"; readonly version: number }
  | { readonly act: "callOff"; readonly version: number }
  | { readonly act: "wait"; readonly hours: number };

const localTime = fc
  .record({ day: fc.constantFrom("24", "25", "26"), hour: fc.nat(23), half: fc.boolean() })
  .map(({ day, hour, half }) => `2026-10-${day}T${String(hour).padStart(2, "0")}:${half ? "30" : "00"}`);

const acts = fc.array(
  fc.oneof(
    fc.record({ act: fc.constant("publish" as const), from: fc.option(localTime) }),
    fc.record({ act: fc.constant("restore" as const), version: fc.integer({ min: 1, max: 6 }) }),
    fc.record({ act: fc.constant("callOff" as const), version: fc.integer({ min: 1, max: 6 }) }),
    fc.record({ act: fc.constant("wait" as const), hours: fc.integer({ min: 1, max: 12 }) }),
  ),
  { minLength: 3, maxLength: 10 },
);

/** What may be refused here; anything else is a fault. */
const REFUSED = [
  "nothing-changed",
  "date-passed",
  "dated-before-predecessor",
  "version-unknown",
  "version-in-force",
  "called-off-already",
  "later-version-stands",
];

async function doAct(
  act: Exclude<Act, { act: "wait" }>,
  { store, publication, clock }: { store: Store; publication: Publication; clock: ManualClock },
): Promise<void> {
  if (act.act === "callOff") {
    return store.transaction((tx) => publication.callOff(tx, act.version, staff));
  }
  const draft = await (act.act === "restore"
    ? publication.draft({ restore: act.version, at: clock.now() })
    : publication.draft());
  const from = act.act === "publish" && act.from !== null ? instantOf(act.from, ZONE) : null;
  await store.transaction((tx) =>
    publication.publishDraft(tx, {
      draft,
      previewed: draft.hash,
      publishedBy: staff,
      via: "cli",
      note,
      ...(from === null ? {} : { effectiveFrom: from }),
    }),
  );
}

/** The versions that are effective at an instant: those that stand, from their date until the next one's. */
function effectiveAt(versions: readonly PublishedVersion[], at: number): number[] {
  const standing = versions
    .filter(({ calledOffAt }) => calledOffAt === null)
    .toSorted((a, b) => a.number - b.number);
  return standing
    .filter(
      ({ effectiveFrom }, i) => effectiveFrom <= at && at < (standing[i + 1]?.effectiveFrom ?? Infinity),
    )
    .map(({ number }) => number);
}

eachEngine((_open, place) => {
  test(
    "img-privacy/8.2: over any sequence of publications exactly one version is effective at every instant, and no answer about the past ever changes",
    keeps(
      "one-version-in-force",
      "img-privacy/8.2",
      "itsectr-privacy/9.1",
      "proit-privacy/6.1",
      "itserw-privacy/6.change",
    ),
    async () => {
      await fc.assert(
        fc.asyncProperty(
          acts,
          fc.array(fc.integer({ min: START, max: END }), { minLength: 4, maxLength: 8 }),
          async (sequence, instants) => {
            const clock = new ManualClock(START);
            const at = place();
            const store = await at.open([publicationSchema], { clock });
            let days = 1;
            const publication = createPublication({
              store,
              journal: { append: () => Promise.resolve({ id: "", leaf: new Uint8Array() }) },
              random: systemRandom,
              tokenKey: newSecretKey(systemRandom),
              source: {
                compile: () => Promise.resolve(policyOf((days += 1), clock.now())),
                rules: smallRules,
              },
            });
            const first = prepareEdition(policyOf(1, START), smallRules, {
              effectiveFrom: 0,
              publishedBy: INSTALLATION,
            });
            await store.transaction((tx) => publication.publish(tx, first.edition));
            const settled = new Map<number, number | undefined>();
            const answersAt = async (instant: number) => [
              (await store.read((reader) => publication.inForce(reader, instant)))?.version,
              (await store.transaction((tx) => publication.inForce(tx, instant)))?.version,
              (await publication.current(instant))?.version,
            ];
            for (const act of sequence) {
              if (act.act === "wait") clock.advance(act.hours * HOUR);
              else {
                await doAct(act, { store, publication, clock }).catch((error: unknown) => {
                  if (!(error instanceof PublicationError) || !REFUSED.includes(error.code)) throw error;
                });
              }
              const versions = await store.read((reader) => publication.versions(reader));
              for (const instant of [...instants, ...versions.map(({ effectiveFrom }) => effectiveFrom)]) {
                const effective = effectiveAt(versions, instant);
                expect(effective).toHaveLength(1);
                expect(await answersAt(instant)).toEqual([effective[0], effective[0], effective[0]]);
                if (instant > clock.now()) continue;
                // An instant that has passed was answered once and for all, but for what starts at this very one.
                if (instant < clock.now() && settled.has(instant))
                  expect(effective[0]).toBe(settled.get(instant));
                settled.set(instant, effective[0]);
              }
            }
            await at.remove();
          },
        ),
        { numRuns: 8 },
      );
    },
  );

  test(
    "a version dated before its predecessor is refused; put there behind the publication's back, the recount sees it",
    removes("one-version-in-force"),
    async () => {
      const clock = new ManualClock(START);
      const at = place();
      const store = await at.open([publicationSchema], { clock });
      const publication = createPublication({
        store,
        journal: { append: () => Promise.resolve({ id: "", leaf: new Uint8Array() }) },
        random: systemRandom,
        tokenKey: newSecretKey(systemRandom),
        source: { compile: () => Promise.resolve(policyOf(2, clock.now())), rules: smallRules },
      });
      const first = prepareEdition(policyOf(1, START), smallRules, {
        effectiveFrom: 0,
        publishedBy: INSTALLATION,
      });
      await store.transaction((tx) => publication.publish(tx, first.edition));
      const draft = await publication.draft();
      const publish = (effectiveFrom: number) =>
        store.transaction((tx) =>
          publication.publishDraft(tx, {
            draft,
            previewed: draft.hash,
            publishedBy: staff,
            via: "cli",
            note,
            effectiveFrom,
          }),
        );
      await expect(publish(START - HOUR)).rejects.toMatchObject({ code: "date-passed" });
      await publish(START + HOUR);
      const effective = async (instant: number) =>
        effectiveAt(await store.read((reader) => publication.versions(reader)), instant);
      expect([await effective(START - HOUR / 2), await effective(START)]).toEqual([[], [1]]);

      // What the refusal keeps out, put there behind its back: version 1 is cut out of its own time.
      await store.transaction((tx) =>
        tx
          .query<Tables<typeof publicationVersion>>()
          .updateTable("publication_version")
          .set({ effective_from: START - HOUR })
          .where("number", "=", 2)
          .execute(),
      );
      expect([await effective(START - HOUR / 2), await effective(START)]).toEqual([[2], [2]]);
      await at.remove();
    },
  );
});
