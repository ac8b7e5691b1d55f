import { describe, expect, test } from "vitest";
import { CONTROL_CODES, type ControlCode } from "../../policy/index.ts";
import { CHECK_VOUCHES, type Checked, type CheckOutcome, checksOf, clauseState } from "./clause-state.ts";
import { CONTROLS } from "./controls.ts";
import type { Evidence } from "./evidence.ts";
import { LIVE_CHECKS } from "./live-checks.ts";

const NOW = Date.parse("2026-11-22T09:00:00.000Z");
const file = "test/example.test.ts";
const shown = { tests: [file], removedBy: [{ file, test: "without it, the breach is noticed" }] };

/** Evidence in which every control is shown, but for what a test takes from it. */
const evidence = (changes: Evidence["controls"] = {}): Evidence => ({
  controls: { ...Object.fromEntries(CONTROL_CODES.map((code) => [code, shown])), ...changes },
  clauses: {},
});

const clause = (...by: ControlCode[]) => ({ kept: { by } });

/** Every check of a clause with this outcome, made so long ago. */
const found = (of: ReturnType<typeof clause>, outcome: CheckOutcome, ago = 0): Checked => ({
  standings: new Map(checksOf(of).map((code) => [code, { outcome, at: NOW - ago }])),
  now: NOW,
});

describe.each(CONTROL_CODES)("a clause that %s keeps", (code) => {
  test("is kept while tests show the control, and falls when its tests are gone", () => {
    expect(clauseState(clause(code), evidence(), null)).toBe("kept");
    expect(clauseState(clause(code), evidence({ [code]: undefined }), null)).toBe("unproven");
    expect(clauseState(clause(code), evidence({ [code]: { ...shown, tests: [] } }), null)).toBe("unproven");
  });

  test("falls when no test takes the control away and sees that noticed", () => {
    expect(clauseState(clause(code), evidence({ [code]: { ...shown, removedBy: [] } }), null)).toBe(
      "unproven",
    );
  });

  test("falls with it where it is one of two", () => {
    const other = code === "sealed-at-rest" ? "version-dates" : "sealed-at-rest";
    expect(clauseState(clause(other, code), evidence({ [code]: undefined }), null)).toBe("unproven");
  });

  test("says how it is kept in both languages, in one calm line or two", () => {
    const { en, ru } = CONTROLS[code].how;
    for (const text of [en, ru]) expect(text).toMatch(/^\p{Lu}[^!]{20,240}\.$/u);
    expect(ru).toMatch(/\p{Script=Cyrillic}/u);
  });
});

describe.each(CONTROL_CODES.filter((code) => CONTROLS[code].checks.length > 0))(
  "a clause that %s keeps, counted on an installation",
  (code) => {
    const kept = clause(code);

    test("is checked when every count of it has passed, and only for a day", () => {
      expect(clauseState(kept, evidence(), found(kept, "kept"))).toBe("checked");
      expect(clauseState(kept, evidence(), found(kept, "kept", CHECK_VOUCHES - 1))).toBe("checked");
      expect(clauseState(kept, evidence(), found(kept, "kept", CHECK_VOUCHES))).toBe("kept");
    });

    test("turns broken with any of its counts, however long ago and whatever tests show", () => {
      for (const check of checksOf(kept)) {
        const { standings } = found(kept, "kept");
        const at = NOW - 30 * CHECK_VOUCHES;
        const now = {
          standings: new Map([...standings, [check, { outcome: "broken" as const, at }]]),
          now: NOW,
        };
        expect(clauseState(kept, evidence(), now)).toBe("broken");
        expect(clauseState(kept, evidence({ [code]: undefined }), now)).toBe("broken");
        expect(clauseState({ kept: { evidence: [code] } }, evidence(), now)).toBe("broken");
      }
    });

    test("is not checked by a count that could not be made, nor by half of its counts", () => {
      expect(clauseState(kept, evidence(), found(kept, "unknown"))).toBe("kept");
      const [first, ...others] = checksOf(kept);
      const { standings } = found(kept, "kept");
      const without = new Map([...standings].filter(([check]) => check !== first));
      expect(without.size).toBe(others.length);
      expect(clauseState(kept, evidence(), { standings: without, now: NOW })).toBe("kept");
    });
  },
);

test("a clause that only declares, or waits, or that nobody has bound, says so whatever is counted", () => {
  expect(clauseState({ kept: { declared: true } }, evidence(), null)).toBe("declared");
  expect(clauseState({ kept: { pending: "rights" } }, evidence(), null)).toBe("pending");
  expect(clauseState({ kept: null }, evidence(), null)).toBe("unproven");
  expect(clauseState({ kept: { by: [] } }, evidence(), null)).toBe("unproven");
  expect(clauseState({ kept: { evidence: ["regimes"] } }, evidence(), null)).toBe("evidence");
});

test("every check is of a control, or of the record that all of them rest on", () => {
  const ofControls = new Set(Object.values(CONTROLS).flatMap(({ checks }) => checks));
  const others = Object.keys(LIVE_CHECKS).filter((code) => !(ofControls as Set<string>).has(code));
  expect(others).toEqual(["journal-whole", "promises-on-record"]);
  for (const [code, check] of Object.entries(LIVE_CHECKS)) expect(check.code).toBe(code);
});
