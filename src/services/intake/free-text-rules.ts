import { readFileSync } from "node:fs";
import { z } from "zod";

/** What is noted of a text that may need looking at. Generic: which document or which category is not stored. */
export const FREE_TEXT_FLAGS = ["document-number", "special-category"] as const;

export type FreeTextFlag = (typeof FREE_TEXT_FLAGS)[number];

const ruleFile = z.strictObject({
  regime: z.string(),
  version: z.string(),
  source: z.string(),
  verifiedOn: z.iso.date(),
  documents: z.array(
    z.strictObject({
      code: z.string(),
      /** A number as people write it. */
      pattern: z.string(),
      /** What must stand shortly before it, where its form alone would catch telephone and order numbers. */
      near: z.string().optional(),
      check: z.enum(["luhn", "snils", "inn", "iban"]).optional(),
    }),
  ),
  words: z.array(
    z.strictObject({
      code: z.string(),
      source: z.string(),
      /** Words and phrases, `ё` written as `е`. `*` stands for any ending of a word, or for any one word. */
      stems: z.array(z.string()),
    }),
  ),
  /** Characters of an account number, by country. */
  ibanLengths: z.record(z.string(), z.int()),
});

export type FreeTextRules = z.output<typeof ruleFile>;

/** @throws ZodError when the data are not as declared */
export function parseFreeTextRules(json: string): FreeTextRules {
  return ruleFile.parse(JSON.parse(json));
}

/** The data that ship with the product: `rules/ru-152fz/free-text.json`. */
export function shippedFreeTextRules(): FreeTextRules {
  const file = new URL("../../../rules/ru-152fz/free-text.json", import.meta.url);
  return parseFreeTextRules(readFileSync(file, "utf8"));
}
