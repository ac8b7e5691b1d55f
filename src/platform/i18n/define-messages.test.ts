import { describe, expect, expectTypeOf, test } from "vitest";
import { defineMessages } from "./define-messages.ts";
import type { MessageParameters } from "./message-parameters.ts";

const messages = defineMessages({
  title: { en: "Feedback", ru: "Обратная связь" },
  quoted: { en: "It's yours", ru: "Это ваше" },
  greeting: { en: "Reference {reference}", ru: "Обращение {reference}" },
  left: {
    en: "{count, plural, one {# day} other {# days}} left for {name}",
    ru: "Осталось для {name}: {count, plural, one {# день} few {# дня} many {# дней} other {# дня}}",
  },
});

describe("words", () => {
  test("without parameters are text, with them a function", () => {
    const t = messages("en");
    expectTypeOf(t.title).toEqualTypeOf<string>();
    expect([t.title, t.quoted]).toEqual(["Feedback", "It's yours"]);
    expect(messages("ru").greeting({ reference: "A-1" })).toBe("Обращение A-1");
  });

  test.each([
    [1, "день"],
    [2, "дня"],
    [5, "дней"],
    [11, "дней"],
    [21, "день"],
    [104, "дня"],
  ])("count in Russian: %i %s", (count, form) => {
    expect(messages("ru").left({ count, name: "А" })).toBe(`Осталось для А: ${count} ${form}`);
  });

  test("a missing language, key or parameter does not compile", () => {
    // @ts-expect-error Russian is missing.
    expect(() => defineMessages({ title: { en: "Feedback" } })).toThrow();
    // @ts-expect-error There is no such word.
    expect(messages("en").heading).toBeUndefined();
    // @ts-expect-error `reference` is missing.
    expect(() => messages("en").greeting({})).toThrow();
    // @ts-expect-error A plural counts a number.
    expect(messages("en").left({ count: "many", name: "A" })).toContain("left for A");
  });

  test("languages that take different parameters are refused", () => {
    expect(() => defineMessages({ a: { en: "{day}", ru: "{date}" } })).toThrow("take different parameters");
  });

  test("a Russian plural without all its forms is refused", () => {
    expect(() =>
      defineMessages({
        a: {
          en: "{n, plural, one {#} other {#}}",
          ru: "{n, plural, one {#} other {#}}",
        },
      }),
    ).toThrow('"a" lacks few, many in ru');
  });
});

test("a message's parameters are read from its text", () => {
  type Nested =
    MessageParameters<"{n, plural, one {for {who}} other {{n} for {who} by {kind, select, a {A} other {B}}}}, {end}">;
  expectTypeOf<keyof Nested>().toEqualTypeOf<"n" | "who" | "kind" | "end">();
  expectTypeOf<Nested["kind"]>().toEqualTypeOf<string>();
  expectTypeOf<MessageParameters<"plain">>().toEqualTypeOf<{}>();
});
