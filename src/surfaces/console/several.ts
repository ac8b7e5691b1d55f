import { z } from "zod";

/** What a group of boxes sends: nothing, one value, or several. */
export const several = z
  .union([z.string().max(200), z.array(z.string().max(200)).max(200)])
  .optional()
  .transform((sent) => (sent === undefined ? [] : typeof sent === "string" ? [sent] : sent));
