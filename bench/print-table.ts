import { type Figure, rowOf } from "./figure.ts";

/** The figures as a table that is read in a terminal, and as Markdown. */
export function printTable(figures: readonly Figure[]): string {
  const lines = figures.map((figure) => {
    const { ours, rival, ratio, unit, target, targetOf, met } = rowOf(figure);
    const bound =
      target === null
        ? ""
        : `${figure.better === "more" ? "≥" : "≤"} ${number(target)}${targetOf === "ratio" ? " times" : ""}`;
    const verdict = met === null ? "" : met ? "met" : "short";
    return [
      figure.name,
      figure.engine === "none" ? "" : figure.engine,
      `${number(ours)} ${unit}`,
      rival === null ? "" : `${number(rival)} ${unit}`,
      ratio === null ? "" : number(ratio),
      figure.beside,
      bound,
      verdict,
    ];
  });
  const all = [["what", "engine", "ours", "beside", "ratio", "which is", "target", ""], ...lines];
  const widths = (all[0] ?? []).map((_, column) =>
    Math.max(3, ...all.map((line) => (line[column] ?? "").length)),
  );
  const [head, ...body] = all.map(
    (line) => `| ${line.map((cell, column) => cell.padEnd(widths[column] ?? 0)).join(" | ")} |`,
  );
  const rule = `|${widths.map((width) => "-".repeat(width + 2)).join("|")}|`;
  return `${[head, rule, ...body].join("\n")}\n`;
}

function number(value: number): string {
  return value.toLocaleString("en", { maximumFractionDigits: value < 10 ? 3 : value < 100 ? 1 : 0 });
}
