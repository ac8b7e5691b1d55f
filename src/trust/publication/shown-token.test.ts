import fc from "fast-check";
import { expect, test } from "vitest";
import { newSecretKey } from "../../platform/crypto/index.ts";
import { systemRandom } from "../../platform/random/index.ts";
import { SHOWN_LIFETIME, ShownTokens } from "./shown-token.ts";

const key = newSecretKey(systemRandom);
const tokens = new ShownTokens("small", key, systemRandom);
const AT = 1_790_000_000_000;
const shown = {
  policy: "a".repeat(64),
  document: "privacy-policy",
  language: "ru",
  form: "feedback",
  at: AT,
} as const;
const proved = {
  policy: shown.policy,
  document: shown.document,
  language: "ru",
  form: "feedback",
  at: AT,
  expired: false,
};

test("a token proves what was shown, until a day has passed", () => {
  const token = tokens.sign(shown);
  expect(token).toMatch(/^[\w-]+\.[\w-]+$/);
  expect(token.length).toBeLessThanOrEqual(512);
  for (const [at, expired] of [
    [AT, false],
    [AT + SHOWN_LIFETIME, false],
    [AT + SHOWN_LIFETIME + 1, true],
  ] as const) {
    expect(tokens.read(token, { form: "feedback", at })).toEqual({ ...proved, expired });
  }
});

test("a clock that was set back is forgiven for a day, not for ever", () => {
  const token = tokens.sign(shown);
  expect(tokens.read(token, { form: "feedback", at: AT - 3_600_000 })).toEqual(proved);
  expect(tokens.read(token, { form: "feedback", at: AT - SHOWN_LIFETIME - 1 })).toEqual({
    ...proved,
    expired: true,
  });
});

test("a token of another form, operator or key proves nothing", () => {
  const token = tokens.sign(shown);
  expect(tokens.read(token, { form: "order", at: AT })).toBeNull();
  const otherOperator = new ShownTokens("other", key, systemRandom);
  const otherKey = new ShownTokens("small", newSecretKey(systemRandom), systemRandom);
  expect(otherOperator.read(token, { form: "feedback", at: AT })).toBeNull();
  expect(otherKey.read(token, { form: "feedback", at: AT })).toBeNull();
});

test("a token with any character changed, added or taken away proves nothing", () => {
  const token = tokens.sign(shown);
  fc.assert(
    fc.property(fc.nat(token.length), fc.constantFrom(..."aZ09-_.= "), fc.nat(1), (place, character, cut) => {
      const forged = token.slice(0, place) + character + token.slice(place + cut);
      fc.pre(forged !== token);
      expect(tokens.read(forged, { form: "feedback", at: AT })).toBeNull();
    }),
  );
});

test("what was never a token proves nothing", () => {
  fc.assert(
    fc.property(fc.string({ maxLength: 600 }), (text) => {
      expect(tokens.read(text, { form: "feedback", at: AT })).toBeNull();
    }),
  );
});

test("two showings of one text have two tokens", () => {
  expect(tokens.sign(shown)).not.toBe(tokens.sign(shown));
});
