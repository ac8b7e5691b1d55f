import { writeFileSync } from "node:fs";
import { availableParallelism } from "node:os";
import { type Figure, rowOf } from "./figure.ts";
import { decision, factQueries } from "./measure-decisions.ts";
import { measureDestruction } from "./measure-destruction.ts";
import { formsOverHttp } from "./measure-forms.ts";
import { journalOfAMillion } from "./measure-journal.ts";
import { measureOpening } from "./measure-opening.ts";
import { measurePage } from "./measure-page.ts";
import { servedProcess } from "./measure-process.ts";
import { policyCompiled } from "./measure-policy.ts";
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
  formsOverHttp,
  measurePage("sqlite"),
  measurePage("postgres"),
  servedProcess,
  journalOfAMillion,
  policyCompiled,
];

const NAMES = MEASUREMENTS.map(({ name }) => name).join(", ");

process.exitCode = await run(process.argv.slice(2));

/** Resolves with the exit code: 0 when all was measured, whatever it came to; 1 for `--strict`; 2 for a wrong call. */
async function run(argv: readonly string[]): Promise<number> {
  const options = readOptions(argv);
  if (typeof options === "string") {
    process.stderr.write(`${options}\n`);
    return 2;
  }
  if (options.help) {
    process.stdout.write(HELP.replace("NAMES", NAMES));
    return 0;
  }
  const chosen = MEASUREMENTS.filter(({ name }) => options.only.test(name));
  if (chosen.length === 0) {
    process.stderr.write(`--only matches none of: ${NAMES}.\n`);
    return 2;
  }
  const figures = await measure(chosen, options.quick);
  process.stdout.write(printTable(figures));
  process.stdout.write(`\nNode ${process.versions.node}, ${availableParallelism()} cores.\n`);
  const rows = figures.map(rowOf);
  if (options.json !== undefined) writeFileSync(options.json, `${JSON.stringify(rows, null, 2)}\n`);
  return options.strict && rows.some(({ met }) => met === false) ? 1 : 0;
}

async function measure(chosen: readonly Measurement[], quick: boolean): Promise<Figure[]> {
  process.once("SIGINT", () => process.exit(130));
  const bench = new Workbench({ quick, report: (text) => process.stderr.write(`${text}\n`) });
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
