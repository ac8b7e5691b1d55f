import { z } from "zod";
import { STAFF_RIGHTS } from "../../people/staff/index.ts";
import { DONE } from "./done.ts";

/** What every page of the console shows beside its own view. */
export const around = z.object({
  /** Of who is signed in: that nobody works in another's name unawares. Null when it cannot be shown. */
  name: z.string().nullable(),
  rights: z.array(z.enum(STAFF_RIGHTS)),
  done: z.enum(DONE).nullable(),
  timeZone: z.string(),
});

export type Around = z.output<typeof around>;
