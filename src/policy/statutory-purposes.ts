import { z } from "zod";
import type { Localised } from "./compiled.ts";
import { PolicyError } from "./policy.errors.ts";
import { LEGAL_BASES, type LegalBasis } from "./vocabulary/legal-basis.ts";
import { PROCESSING_OPERATIONS, type ProcessingOperation } from "./vocabulary/operations.ts";

/**
 * A purpose that the law lays on the operator beside the policy's own (tensions T41; clause itsectr-privacy/6.2.1).
 * The set is closed; no policy can add to it or widen it.
 */
export interface StatutoryPurpose {
  /** `rights`, `security`, `claims`, `legal-compliance`. */
  readonly code: string;
  readonly label: Localised;
  /** What the gate cites: `152-FZ 14, 20, 21`. */
  readonly statute: string;
  readonly basis: LegalBasis;
  readonly operations: readonly ProcessingOperation[];
  /** Categories of attributes that it may open, or `*` for all. */
  readonly attributes: readonly string[] | "*";
}

/** A regime's closed set, with where it was read and when. */
export interface StatutorySet {
  /** `RU-152FZ`. */
  readonly regime: string;
  readonly version: string;
  /** ISO date from which the rule holds. */
  readonly validFrom: string;
  readonly source: string;
  /** ISO date on which somebody last compared it with its source. */
  readonly verifiedOn: string;
  readonly purposes: readonly StatutoryPurpose[];
}

const isoDate = z.iso.date();

const schema: z.ZodType<StatutorySet> = z.strictObject({
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

/**
 * Reads a regime's closed set from the text of its file.
 * @throws PolicyError `wrong-rules`, naming the place
 */
export function parseStatutorySet(json: string): StatutorySet {
  let value: unknown;
  try {
    value = JSON.parse(json);
  } catch {
    throw new PolicyError("wrong-rules", "not JSON");
  }
  const read = schema.safeParse(value);
  if (read.success) return read.data;
  const issue = read.error.issues[0];
  throw new PolicyError("wrong-rules", `${issue?.path.join(".") ?? ""}: ${issue?.message ?? ""}`);
}
