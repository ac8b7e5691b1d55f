import { z } from "zod";
import type { StatutorySet } from "./statutory-purposes.ts";
import { LEGAL_BASES } from "./vocabulary/legal-basis.ts";
import { PROCESSING_OPERATIONS } from "./vocabulary/operations.ts";

const isoDate = z.iso.date();

/** The text of `statutory-purposes.json`. */
export const statutorySetFile: z.ZodType<StatutorySet> = z.strictObject({
  regime: z.string().min(1),
  version: z.string().min(1),
  validFrom: isoDate,
  source: z.string().min(1),
  verifiedOn: isoDate,
  purposes: z
    .array(
      z.strictObject({
        code: z.string().regex(/^[a-z][a-z-]*$/),
        label: z.strictObject({ en: z.string().min(1), ru: z.string().min(1) }),
        statute: z.string().min(1),
        basis: z.enum(LEGAL_BASES),
        operations: z.array(z.enum(PROCESSING_OPERATIONS)).min(1),
        attributes: z.union([z.literal("*"), z.array(z.string().min(1)).min(1)]),
      }),
    )
    .min(1)
    .refine((purposes) => new Set(purposes.map(({ code }) => code)).size === purposes.length, {
      error: "two purposes with one code",
    }),
});
