import { availableParallelism } from "node:os";
import type { EngineName } from "../src/platform/store/index.ts";
import { barePostgres, bareSqlite, type Fillings, insertPostgres, insertSqlite } from "./bare-store.ts";
import { EnquiryLoad, type FilledIn } from "./enquiry-load.ts";
import type { Figure } from "./figure.ts";
import type { Measurement } from "./measurement.ts";
import { interleave, rateOfCalls, ratePerSecond } from "./rounds.ts";
import { rowsOf } from "./rows-of-a-unit.ts";
import type { Workbench } from "./workbench.ts";

const IN_FLIGHT = [1, 10, 32, 64];
/** Units a second, at 32 in flight. */
const TARGETS: Readonly<Record<EngineName, number>> = { sqlite: 3500, postgres: 800 };
const TARGET_AT = 32;

/** Units of five sealed values with decision and journal entry, at each number in flight, and whole forms. */
export function measureUnits(engine: EngineName): Measurement {
  return {
    name: `units ${engine}`,
    async measure(bench) {
      const { operator } = await bench.operator(engine);
      const load = new EnquiryLoad(operator);
      const token = await load.token();
      const { unit, form } = await fillingsOf(bench);
      const bareUnits = await bareRate(bench, engine, unit);
      const bareForms = await bareRate(bench, engine, form);
      const { rounds, roundMs: ms } = bench;
      const figures: Figure[] = [];
      const common = { engine, unit: "units/s", better: "more" } as const;

      for (const inFlight of IN_FLIGHT) {
        bench.progress(`units, ${engine}, ${inFlight} in flight`);
        const rate = await interleave(rounds, {
          ours: () =>
            ratePerSecond(
              { inFlight, ms },
              () => load.unitOfFive(token),
              () => load.sequenced(),
            ),
          rival: () => bareUnits(inFlight, ms),
        });
        figures.push({
          ...common,
          ...rate,
          name: `units of five sealed values, decision and journal entry, ${inFlight} in flight`,
          beside: `bare insert of the same ${unit.length} rows`,
          target: inFlight === TARGET_AT ? TARGETS[engine] : null,
        });
      }

      bench.progress(`forms, ${engine}`);
      const rate = await interleave(rounds, {
        ours: async () => {
          const filledIn: FilledIn[] = [];
          while (filledIn.length < 8 * ms) filledIn.push(await load.filledIn());
          const next = () => load.send(filledIn.pop() as FilledIn);
          return ratePerSecond({ inFlight: TARGET_AT, ms }, next, () => load.sequenced());
        },
        rival: () => bareForms(TARGET_AT, ms),
      });
      figures.push({
        ...common,
        ...rate,
        name: `whole forms, acknowledgement queued, ${TARGET_AT} in flight`,
        beside: `bare insert of the same ${form.length} rows`,
        unit: "forms/s",
        target: null,
      });
      return figures;
    },
  };
}

/** What a unit and a whole form leave. Read once from SQLite: the rows are the same on every engine. */
async function fillingsOf(bench: Workbench): Promise<{ unit: Fillings; form: Fillings }> {
  const { operator, place } = await bench.operator("sqlite");
  const load = new EnquiryLoad(operator);
  await load.sequenced();
  const token = await load.token();
  const unit = await rowsOf(place.file, () => load.unitOfFive(token));
  await load.sequenced();
  const filledIn = await load.filledIn();
  const form = await rowsOf(place.file, () => load.send(filledIn));
  return { unit, form };
}

type Rate = (inFlight: number, ms: number) => number | Promise<number>;

/** SQLite's writer is alone, so what is in flight shares a commit; PostgreSQL groups the commits of its connections. */
async function bareRate(bench: Workbench, engine: EngineName, fillings: Fillings): Promise<Rate> {
  if (engine === "postgres") {
    const pool = await barePostgres(bench, availableParallelism() * 4);
    const insert = insertPostgres(pool, fillings);
    return (inFlight, ms) => ratePerSecond({ inFlight, ms }, insert);
  }
  const db = bareSqlite(bench);
  const insert = insertSqlite(db, fillings);
  return (inFlight, ms) =>
    rateOfCalls(ms, inFlight, () => {
      db.exec("begin immediate");
      for (let i = 0; i < inFlight; i++) insert();
      db.exec("commit");
    });
}
