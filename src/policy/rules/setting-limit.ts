import { z } from "zod";
import type { Localised } from "../compiled.ts";
import { SETTING_CODES, type SettingCode } from "../settings.ts";
import { localised, repeated, type Sourced, sourced, withMark } from "./sourced.ts";

/** What a law leaves open of a setting: these values alone, or no number below this one. */
export interface SettingLimit extends Sourced {
  readonly setting: SettingCode;
  readonly label: Localised;
  readonly allowed: readonly (string | number | boolean)[] | null;
  readonly least: number | null;
}

/** The text of `settings.json`. */
export const settingLimitsFile = z
  .strictObject({
    limits: z.array(
      z
        .strictObject({
          setting: z.enum(SETTING_CODES),
          label: localised,
          allowed: z
            .array(z.union([z.string(), z.number(), z.boolean()]))
            .min(1)
            .optional(),
          least: z.number().optional(),
          ...sourced,
        })
        .refine(({ allowed, least }) => (allowed === undefined) !== (least === undefined), {
          error: "either what is allowed, or the least",
        }),
    ),
  })
  .superRefine(({ limits }, context) => {
    for (const twice of repeated(limits.map(({ setting }) => setting))) {
      context.addIssue({ code: "custom", path: ["limits"], message: `${twice} stands twice` });
    }
  })
  .transform(({ limits }): SettingLimit[] =>
    limits.map((limit) => ({
      ...withMark(limit),
      allowed: limit.allowed ?? null,
      least: limit.least ?? null,
    })),
  );
