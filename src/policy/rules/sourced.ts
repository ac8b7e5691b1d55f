import { z } from "zod";

/** How the text of a rule came here: read in the official text, read in somebody's account of it, or remembered. */
export const PROVENANCES = ["primary", "secondary", "memory"] as const;
export type Provenance = (typeof PROVENANCES)[number];

/** Where a rule was read, from when it holds, and who looked last. Every entry of a pack has it. */
export interface Sourced {
  /** The article, order or page: `152-FZ 20(1)`. */
  readonly source: string;
  /** ISO date from which the rule holds as it stands here. */
  readonly validFrom: string;
  /** ISO date on which somebody last compared it with its source. */
  readonly verifiedOn: string;
  readonly provenance: Provenance;
  /** True until somebody has compared it with the official text, and where that text may have changed since. */
  readonly verifyBeforeUse: boolean;
}

export const localised = z.strictObject({ en: z.string().min(1), ru: z.string().min(1) });
export const code = z.string().regex(/^[a-z0-9]+(?:[.-][a-z0-9]+)*$/u);
export const countryCode = z.string().regex(/^[A-Z]{2}$/u);

/** What each entry says of its source. An entry not read in the official text has the mark without saying so. */
export const sourced = {
  source: z.string().min(1),
  validFrom: z.iso.date(),
  verifiedOn: z.iso.date(),
  provenance: z.enum(PROVENANCES),
  verifyBeforeUse: z.literal(true).optional(),
};

interface SourcedFile extends Omit<Sourced, "verifyBeforeUse"> {
  readonly verifyBeforeUse?: true | undefined;
}

/** The entry with its mark settled. */
export function withMark<Entry extends SourcedFile>(entry: Entry): Omit<Entry, "verifyBeforeUse"> & Sourced {
  return { ...entry, verifyBeforeUse: entry.verifyBeforeUse ?? entry.provenance !== "primary" };
}

/** Values that stand more than once. */
export function repeated(values: readonly string[]): string[] {
  return [...new Set(values.filter((value, i) => values.indexOf(value) !== i))];
}
