import { type Random, uuidv7 } from "../src/platform/random/index.ts";
import {
  defineTable,
  lockRows,
  operational,
  prepare,
  type Schema,
  type Store,
  type Tables,
} from "../src/platform/store/index.ts";

const PARTS = 3;
const COUNTERS = 4;

const loadCounter = defineTable(
  "load_counter",
  { id: operational.integer(), units: operational.integer() },
  { primaryKey: ["id"], holding: { none: "A test's own." } },
);

const loadPart = defineTable(
  "load_part",
  {
    unit: operational.uuid(),
    part: operational.integer(),
    counter: operational.integer(),
    number: operational.integer(),
    filling: operational.bytes(),
  },
  { primaryKey: ["unit", "part"], holding: { none: "A test's own." } },
);

/** The tables of the load. */
export const loadSchema: Schema = {
  room: "test/load",
  tables: [loadCounter, loadPart],
  steps: [
    {
      id: "0001-load",
      async up(editor) {
        await editor.create(loadCounter);
        await editor.create(loadPart);
        for (let id = 0; id < COUNTERS; id++) await editor.run(`insert into load_counter values (${id}, 0)`);
      },
    },
  ],
};

type DB = Tables<typeof loadCounter | typeof loadPart>;

const counterForUpdate = prepare<DB, { id: number }>()((db, param, engine) =>
  db.selectFrom("load_counter").select("units").where("id", "=", param("id")).$call(lockRows(engine)),
);

const setCounter = prepare<DB, { id: number; units: number }>()((db, param) =>
  db
    .updateTable("load_counter")
    .set({ units: param("units") })
    .where("id", "=", param("id")),
);

/** One unit: reads a counter under its guard, writes it back one higher, and writes its parts. Resolves with its id. */
export function loadUnit(store: Store, random: Random): Promise<string> {
  return store.transaction(async (tx) => {
    const unit = uuidv7(tx.at, random);
    const counter = (random.bytes(1)[0] as number) % COUNTERS;
    const number = ((await tx.first(counterForUpdate, { id: counter }))?.units ?? 0) + 1;
    await tx.change(setCounter, { id: counter, units: number });
    const filling = random.bytes(300);
    const parts = Array.from({ length: PARTS }, (_, part) => ({ unit, part, counter, number, filling }));
    await tx.insert(loadPart, parts);
    return unit;
  });
}

/** What a store under load has lost, torn or counted twice, in words. Empty when every promise was kept. */
export async function brokenPromises(store: Store, acknowledged: Iterable<string>): Promise<string[]> {
  const { parts, counters } = await store.read(async (reader) => ({
    parts: await reader.query<DB>().selectFrom("load_part").select(["unit", "counter", "number"]).execute(),
    counters: await reader.query<DB>().selectFrom("load_counter").selectAll().execute(),
  }));
  const broken: string[] = [];
  const partsOf = new Map<string, number>();
  for (const { unit } of parts) partsOf.set(unit, (partsOf.get(unit) ?? 0) + 1);
  for (const [unit, count] of partsOf) if (count !== PARTS) broken.push(`${unit} has ${count} parts`);
  for (const unit of acknowledged)
    if (!partsOf.has(unit)) broken.push(`${unit} was acknowledged and is gone`);
  for (const { id, units } of counters) {
    const numbers = new Set(parts.filter(({ counter }) => counter === id).map(({ number }) => number));
    if (numbers.size !== units) broken.push(`counter ${id} is ${units} and was used ${numbers.size} times`);
  }
  const counted = counters.reduce((sum, { units }) => sum + units, 0);
  if (counted !== partsOf.size) broken.push(`${partsOf.size} units were counted ${counted} times`);
  return broken;
}
