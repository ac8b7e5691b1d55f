import fc from "fast-check";
import { CONTROL_CODES, DEFAULT_SETTINGS, type OperatorDefinition } from "../src/policy/index.ts";
import { smallDefinition } from "./small-policy.ts";

const anyText = fc.record({ en: fc.string({ unit: "grapheme" }), ru: fc.string({ unit: "grapheme" }) });
const anyDays = fc.integer({ min: 1, max: 9999 });
const anyDate = fc
  .date({ min: new Date("2020-01-01"), max: new Date("2099-12-31"), noInvalidDate: true })
  .map((date) => date.toISOString().slice(0, 10));

const anySettings = fc.record({
  logs: fc.record({ days: anyDays, onErasure: fc.constantFrom("unlink" as const, "destroy" as const) }),
  versioning: fc.record({
    notice: fc.constantFrom("none" as const, "banner" as const, "e-mail" as const, "re-accept" as const),
  }),
  disclosure: fc.record({
    posture: fc.constantFrom("never-except-law" as const, "grounds-list" as const),
    grounds: fc.subarray(["consent", "law", "contract"] as const),
  }),
  parties: fc.subarray(["natural-person", "sole-trader", "organisation"] as const, { minLength: 1 }),
  evidence: fc.record({ destructionYears: fc.integer({ min: 1, max: 40 }) }),
  thirdPartyData: fc.constantFrom(DEFAULT_SETTINGS.thirdPartyData, "attest" as const),
});

/** What a clause may be beside its text. */
const anyClause = fc.record({
  text: anyText,
  says: fc.option(anyText),
  keptBy: fc.option(anyText),
  kept: fc.option(
    fc.oneof(
      fc.record({ by: fc.subarray([...CONTROL_CODES], { minLength: 1, maxLength: 3 }) }),
      fc.record({ declared: fc.constant(true as const) }),
      fc.record({ pending: fc.constantFrom("visits" as const, "rights" as const) }),
    ),
  ),
  invalidated: fc.option(fc.record({ on: anyDate, reason: anyText })),
});

/**
 * Any policy: that of the tests with other names, periods, settings and dates, and with more clauses, of any text, on
 * which its purposes, attributes and forms rest.
 */
export const anyDefinition: fc.Arbitrary<OperatorDefinition> = fc
  .record({
    legalName: anyText,
    label: anyText,
    days: fc.option(anyDays),
    reviewDays: fc.option(anyDays),
    length: anyDays,
    maxLength: fc.integer({ min: 1, max: 65_536 }),
    updatedOn: anyDate,
    settings: anySettings,
    clauses: fc.array(anyClause, { minLength: 1, maxLength: 6 }),
    restsOn: fc.nat(),
  })
  .map(({ legalName, label, days, reviewDays, length, maxLength, updatedOn, settings, clauses, restsOn }) => {
    const { promise, texts, site } = smallDefinition;
    const clause = `2.${restsOn % clauses.length}`;
    const each = <Thing extends object>(things: Readonly<Record<string, Thing>>, change: object) =>
      Object.fromEntries(Object.entries(things).map(([code, thing]) => [code, { ...thing, ...change }]));
    return {
      promise: {
        ...promise,
        operator: { ...promise.operator, legalName },
        settings,
        settingClauses: { "logs.days": clause },
        attributes: each(promise.attributes, { label, maxLength }),
        retention: each(promise.retention, { label, days, reviewDays }),
        deadlines: each(promise.deadlines, { length }),
        purposes: each(promise.purposes, { label, clause }),
        documents: each(promise.documents, { updatedOn }),
      } as OperatorDefinition["promise"],
      texts: {
        "privacy-policy": [
          ...(texts["privacy-policy"] ?? []),
          {
            id: "2",
            title: label,
            clauses: clauses.map((one, i) => ({ ...one, id: `2.${i}` })),
          },
        ],
      },
      site,
    };
  });
