import type { EngineName } from "../src/platform/store/index.ts";

/** What was measured, beside what it is set against in the same run. */
export interface Figure {
  readonly name: string;
  /** `none` where no database takes part. */
  readonly engine: EngineName | "none";
  readonly ours: number;
  /** Null where nothing can be set beside it. */
  readonly rival: number | null;
  /** What the rival is, in words; empty without one. */
  readonly beside: string;
  readonly unit: string;
  /** Whether a good figure is a large one or a small one. */
  readonly better: "more" | "less";
  /** What was promised; null where nothing was, or where this run is too small to tell. */
  readonly target: number | null;
  /** Which figure the target is for. Default `ours`. */
  readonly targetOf?: "ours" | "ratio";
}

/** One line of the JSON file. */
export interface Row {
  readonly name: string;
  readonly engine: Figure["engine"];
  readonly ours: number;
  readonly rival: number | null;
  /** Ours divided by the rival's. */
  readonly ratio: number | null;
  readonly unit: string;
  readonly target: number | null;
  readonly targetOf: "ours" | "ratio";
  /** Null without a target. */
  readonly met: boolean | null;
}

export function rowOf(figure: Figure): Row {
  const { name, engine, ours, rival, unit, better, target, targetOf = "ours" } = figure;
  const ratio = rival === null || rival === 0 ? null : ours / rival;
  const judged = targetOf === "ratio" ? ratio : ours;
  return {
    name,
    engine,
    ours: rounded(ours),
    rival: rival === null ? null : rounded(rival),
    ratio: ratio === null ? null : rounded(ratio),
    unit,
    target,
    targetOf,
    met: target === null || judged === null ? null : better === "more" ? judged >= target : judged <= target,
  };
}

/** To four significant digits: more would be noise. */
function rounded(value: number): number {
  return Number(value.toPrecision(4));
}
