import { writeFileSync } from "node:fs";
import { availableParallelism } from "node:os";
import { type Figure, rowOf } from "./figure.ts";
import { decision, factQueries } from "./measure-decisions.ts";
import { measureDestruction } from "./measure-destruction.ts";
import { journalOfAMillion } from "./measure-journal.ts";
import { measureOpening } from "./measure-opening.ts";
import { servedProcess } from "./measure-process.ts";
import { measureUnits } from "./measure-units.ts";
import type { Measurement } from "./measurement.ts";
import { HELP, readOptions } from "./options.ts";
import { printTable } from "./print-table.ts";
import { Workbench } from "./workbench.ts";

const MEASUREMENTS: readonly Measurement[] = [
  measureUnits("sqlite"),
  measureUnits("postgres"),
  measureOpening("sqlite"),
  measureOpening("postgres"),
  decision,
  factQueries("sqlite"),
  factQueries("postgres"),
  measureDestruction("sqlite"),
  measureDestruction("postgres"),
  servedProcess,
  journalOfAMillion,
];

const options = readOptions(process.argv.slice(2));
if (options.help) {
  process.stdout.write(HELP.replace("NAMES", MEASUREMENTS.map(({ name }) => name).join(", ")));
} else {
  const figures = await measure(MEASUREMENTS.filter(({ name }) => options.only.test(name)));
  process.stdout.write(printTable(figures));
  process.stdout.write(`\nNode ${process.versions.node}, ${availableParallelism()} cores.\n`);
  const rows = figures.map(rowOf);
  if (options.json !== undefined) writeFileSync(options.json, `${JSON.stringify(rows, null, 2)}\n`);
  if (options.strict && rows.some(({ met }) => met === false)) process.exitCode = 1;
}

async function measure(chosen: readonly Measurement[]): Promise<Figure[]> {
  const bench = new Workbench({
    quick: options.quick,
    report: (text) => process.stderr.write(`${text}\n`),
  });
  const figures: Figure[] = [];
  try {
    for (const measurement of chosen) {
      figures.push(...(await measurement.measure(bench)));
      await bench.clear();
    }
  } finally {
    await bench.remove();
  }
  return figures;
}
