import { expect, test } from "vitest";
import {
  countryStanding,
  packsFor,
  parseRulePack,
  PolicyError,
  refuseRepeatedRegimes,
  type RulePack,
  statutoryPurposesOf,
} from "../index.ts";
import { shippedFiles, shippedPacks } from "./shipped-packs.fixture.ts";

const packs = shippedPacks();

const FOLDER = "ru-152fz";
const shipped = shippedFiles(FOLDER);
const pack = (regime: string) => packsFor(packs, [regime])[0] as RulePack;

/** What the parser says of the shipped pack with one file changed, added or, with null, taken away. */
function refusal(path: string, change: (text: string) => string | null): string {
  const others = shipped.filter((file) => file.path !== path);
  const text = change(shipped.find((file) => file.path === path)?.text ?? "");
  try {
    parseRulePack(FOLDER, text === null ? others : [...others, { path, text }]);
    return "taken";
  } catch (error) {
    if (!(error instanceof PolicyError)) throw error;
    return `${error.code} ${error.detail}`;
  }
}
const replaced = (path: string, from: string, to: string) =>
  refusal(path, (text) => {
    expect(text).toContain(from);
    return text.replace(from, to);
  });

test("the three packs that ship are read, with what nobody has compared with its source marked", () => {
  expect(packs.map(({ regime }) => regime)).toEqual(["EU-GDPR", "RU-152FZ", "US-CA-CCPA"]);
  for (const { regime, purposes, clocks, documents, calendar } of packs) {
    expect(
      purposes.map(({ code }) => code),
      regime,
    ).toEqual(["rights", "security", "claims", "legal-compliance"]);
    expect(clocks.length, regime).toBeGreaterThan(0);
    expect(
      documents.map(({ code }) => code),
      regime,
    ).toContain("privacy-policy");
    expect(calendar.years.length, regime).toBeGreaterThan(0);
    for (const entry of [...clocks, ...documents]) {
      expect(entry.verifyBeforeUse, entry.source).toBe(entry.provenance !== "primary");
    }
  }
  const marked = pack("RU-152FZ").clocks.filter(({ verifyBeforeUse }) => verifyBeforeUse);
  expect(marked.map(({ id }) => id)).toContain("ru.access");
  expect(marked.map(({ id }) => id)).not.toContain("ru.destroy-evidence");
});

test("a changed file is refused with its folder, its name and its entry", () => {
  expect(replaced("clocks.json", '"unit": "working-day"', '"unit": "fortnight"')).toMatch(
    /^wrong-rules ru-152fz\/clocks\.json clocks ru\.access unit: /u,
  );
  expect(replaced("clocks.json", '"length": 10', '"length": 400')).toMatch(/clocks ru\.access: a length/u);
  expect(replaced("clocks.json", '"source": "152-FZ 14(3), 20(1)",', "")).toMatch(
    /clocks\.json clocks ru\.access source: /u,
  );
  expect(replaced("clocks.json", '"id": "ru.refusal"', '"id": "ru.access"')).toMatch(
    /ru\.access stands twice/u,
  );
  expect(replaced("clocks.json", '"trigger": "request-received"', '"trigger": "full-moon"')).toMatch(
    /clocks ru\.access trigger: no trigger full-moon/u,
  );
  expect(replaced("clocks.json", "{", "")).toBe("wrong-rules ru-152fz/clocks.json: is not JSON");
  expect(refusal("clocks.json", () => null)).toBe("wrong-rules ru-152fz/clocks.json: is missing");
});

test("a calendar with a wrong date, or with a hole between its years, is refused", () => {
  const calendar = "calendar-2026.json";
  expect(replaced(calendar, '"2026-02-23"', '"2026-02-22"')).toMatch(/2026-02-22 is a day off by itself/u);
  expect(replaced(calendar, '"2026-02-23"', '"2025-02-24"')).toMatch(/2025-02-24 is not of 2026/u);
  expect(replaced(calendar, '"2026-02-23"', '"2026-02-31"')).toMatch(/nonWorkingWeekdays 2026-02-31: /u);
  expect(replaced(calendar, '"2026-02-23"', '"2026-03-09"')).toMatch(/2026-03-09 stands twice/u);
  expect(replaced(calendar, '"workingWeekends": []', '"workingWeekends": ["2026-02-24"]')).toMatch(
    /2026-02-24 is a working day by itself/u,
  );
  expect(replaced(calendar, '"2026-04-30"', '"2026-05-01"')).toMatch(/2026-05-01 is no working day/u);
  expect(replaced(calendar, '"year": 2026', '"year": 2025')).toMatch(/is not of 2025|year: is not the year/u);
  expect(
    refusal("calendar-2029.json", () =>
      JSON.stringify({
        year: 2029,
        version: "2029-0",
        status: "provisional",
        note: { en: "Nothing.", ru: "Ничего." },
        source: "A test's own.",
        validFrom: "2029-01-01",
        verifiedOn: "2026-11-20",
        provenance: "memory",
        nonWorkingWeekdays: [],
        workingWeekends: [],
        shortened: [],
      }),
    ),
  ).toBe("wrong-rules ru-152fz: has no calendar of 2028");
});

test("a list with a duplicate, a document with another's name and a file that no pack has are refused", () => {
  expect(replaced("countries.json", '"AU"', '"AT"')).toMatch(/rkn-order-128-others: AT stands twice/u);
  expect(replaced("documents/consent.json", '"code": "consent"', '"code": "promise"')).toBe(
    "wrong-rules ru-152fz/documents/consent.json code: is not the name of the file",
  );
  expect(replaced("documents/consent.json", '"code": "term"', '"code": "data"')).toMatch(
    /data stands twice/u,
  );
  expect(refusal("clock.json", () => "{}")).toBe(
    "wrong-rules ru-152fz/clock.json: is no file of a rule pack",
  );
  expect(replaced("pack.json", "RU-152FZ", "RU-152")).toBe(
    "wrong-rules ru-152fz/statutory-purposes.json regime: is not RU-152",
  );
  expect(() => refuseRepeatedRegimes([...packs, pack("RU-152FZ")])).toThrow(/RU-152FZ stands twice/u);
});

test("an operator under a regime of which there is no pack is refused by its name", () => {
  expect(() => packsFor(packs, ["RU-152FZ", "MARS-1"])).toThrow(/MARS-1/u);
});

test("a purpose that two regimes lay down is one, with the statutes of both (T41)", () => {
  const purposes = statutoryPurposesOf(packs, ["RU-152FZ", "EU-GDPR"]);
  expect(purposes.map(({ code }) => code)).toEqual(["rights", "security", "claims", "legal-compliance"]);
  expect(purposes[0]?.statute).toBe("GDPR 6(1)(c), 12, 15-22; 152-FZ 6(1)(2), 14, 20, 21");
});

test.each([
  ["RU-152FZ", "RU", { standing: "adequate", list: null, verifyBeforeUse: false }],
  ["RU-152FZ", "KZ", { standing: "listed", list: "rkn-order-128-others", verifyBeforeUse: true }],
  ["RU-152FZ", "DE", { standing: "listed", list: "rkn-order-128-convention", verifyBeforeUse: true }],
  ["RU-152FZ", "US", { standing: "not-listed", list: null, verifyBeforeUse: true }],
  ["EU-GDPR", "NO", { standing: "adequate", list: "eea", verifyBeforeUse: true }],
  ["EU-GDPR", "GB", { standing: "adequate", list: "adequacy-decisions", validUntil: "2031-12-27" }],
  ["EU-GDPR", "RU", { standing: "not-listed", list: null }],
  ["US-CA-CCPA", "RU", { standing: "adequate", list: null }],
] as const)("%s looks at %s as its lists say", (regime, country, standing) => {
  expect(countryStanding(country, pack(regime), "2026-11-22")).toMatchObject(standing);
});

test("a condition stands with its country, and what has run out is not listed any more", () => {
  const eu = pack("EU-GDPR");
  expect(countryStanding("US", eu, "2026-11-22").condition?.en).toMatch(/Data Privacy Framework/u);
  expect(countryStanding("GB", eu, "2031-12-27").standing).toBe("adequate");
  expect(countryStanding("GB", eu, "2031-12-28").standing).toBe("not-listed");
});
