import { z } from "zod";

/**
 * What the compiling process says, as one line of JSON, and all that it says. A policy may write there too, so that its
 * shape is checked like anything from outside.
 */
export const compileOutcome = z.union([
  z.strictObject({ compiled: z.string() }),
  z.strictObject({
    failed: z.enum(["policy-throws", "policy-no-access", "policy-not-a-policy", "policy-malformed"]),
    message: z.string(),
    file: z.string().nullable(),
    line: z.number().int().positive().nullable(),
    /**
     * What had come of it before it failed, as JSON: where that has a wrong shape, the failure is what follows from
     * it. Null where nothing had.
     */
    sketch: z.string().nullable(),
  }),
]);

export type CompileOutcome = z.output<typeof compileOutcome>;
