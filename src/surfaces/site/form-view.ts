import { z } from "zod";
import type { Frame } from "../../platform/http/index.ts";
import type { CompiledPolicy, Form } from "../../policy/index.ts";

/** All that a form's page gets to see: the form as it is to be filled in, closed, or received. */
export const formView = z.object({
  token: z.string(),
  /** The ALTCHA challenge, as JSON. */
  challenge: z.string(),
  proof: z.string(),
  version: z.number(),
  topic: z.string(),
  /** What was being read, or the service that it is about. */
  about: z.string().nullable(),
  typed: z.record(z.string(), z.string()),
  /** Codes of the consents that were ticked. */
  ticked: z.array(z.string()),
  problems: z.array(z.object({ field: z.string(), problem: z.string() })),
  /** Why the whole form has to be sent again. */
  notice: z.object({ code: z.string(), text: z.string() }).nullable(),
  /** True when the policy was declined in this browser. */
  closed: z.boolean(),
  received: z
    .object({
      reference: z.string(),
      receivedAt: z.number(),
      repeated: z.boolean(),
      held: z.boolean(),
      mailed: z.boolean(),
      text: z.string(),
    })
    .nullable(),
});

export type FormView = z.output<typeof formView>;

export interface FormScreenProps {
  readonly model: FormView;
  readonly frame: Frame;
  readonly form: Form;
  readonly policy: CompiledPolicy;
}
