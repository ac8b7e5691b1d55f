import type { Figure } from "./figure.ts";
import type { Workbench } from "./workbench.ts";

/** One thing that is measured, on one engine; it may give several figures. */
export interface Measurement {
  /** What `--only` is matched against: `units sqlite`. */
  readonly name: string;
  measure(bench: Workbench): Promise<Figure[]>;
}
