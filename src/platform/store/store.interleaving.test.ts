import fc from "fast-check";
import { expect, test } from "vitest";
import { eachEngine } from "../../../test/stores.ts";
import {
  defineTable,
  lockRows,
  operational,
  prepare,
  type Schema,
  type Store,
  type Tables,
} from "./index.ts";

const REGISTERS = 3;

const register = defineTable(
  "register",
  { id: operational.integer(), value: operational.text() },
  { primaryKey: ["id"], holding: { none: "A test's own." } },
);
const schema: Schema = {
  room: "test/registers",
  tables: [register],
  steps: [{ id: "0001-register", up: (editor) => editor.create(register) }],
};
type DB = Tables<typeof register>;

const read = prepare<DB, { id: number }>()((db, param) =>
  db.selectFrom("register").select("value").where("id", "=", param("id")),
);
const readLocked = prepare<DB, { id: number }>()((db, param, engine) =>
  db.selectFrom("register").select("value").where("id", "=", param("id")).$call(lockRows(engine)),
);
const write = prepare<DB, { id: number; value: string }>()((db, param) =>
  db
    .updateTable("register")
    .set({ value: param("value") })
    .where("id", "=", param("id")),
);
const all = prepare<DB>()((db) => db.selectFrom("register").select("value").orderBy("id"));

/** A unit: reads some registers in order, then writes to one what it is called and what it read. */
interface Program {
  readonly reads: readonly number[];
  readonly writes: number;
  readonly fails: boolean;
}

const aProgram: fc.Arbitrary<Program> = fc.record({
  reads: fc.subarray([0, 1, 2], { minLength: 1 }),
  writes: fc.nat({ max: REGISTERS - 1 }),
  fails: fc.boolean(),
});

type Registers = readonly string[];

const START: Registers = Array.from({ length: REGISTERS }, () => "start");

const written = (index: number, seen: readonly string[]) => `${index}(${seen.join()})`;

async function run(
  store: Store,
  program: Program,
  index: number,
  guard: "locks" | "serializable",
): Promise<void> {
  await store.transaction(
    async (tx) => {
      const seen: string[] = [];
      // In the order of their keys, also the one that is written: two units never wait for each other crosswise.
      for (const id of [...new Set([...program.reads, program.writes])].sort()) {
        const row = await tx.first(guard === "locks" ? readLocked : read, { id });
        if (program.reads.includes(id)) seen.push(row?.value ?? "none");
      }
      await tx.change(write, { id: program.writes, value: written(index, seen) });
      if (program.fails) throw new Error("planned");
    },
    { timeout: 5000, ...(guard === "serializable" ? { isolation: "serializable" as const } : {}) },
  );
}

/** True when running these units one after another, in some order, ends in `end`. */
function endsSerially(units: readonly (readonly [number, Program])[], end: Registers): boolean {
  const follow = (left: typeof units, state: Registers): boolean =>
    left.length === 0
      ? state.join("|") === end.join("|")
      : left.some(([index, { reads, writes }]) =>
          follow(
            left.filter(([other]) => other !== index),
            state.with(
              writes,
              written(
                index,
                reads.map((id) => state[id] ?? "none"),
              ),
            ),
          ),
        );
  return follow(units, START);
}

eachEngine((open, _place, engine) => {
  for (const guard of ["locks", "serializable"] as const) {
    test(`any interleaving of units equals some serial one (${guard})`, async () => {
      const store = await open([schema], { poolSize: 6 });
      await store.transaction((tx) =>
        tx.insert(
          register,
          START.map((value, id) => ({ id, value })),
        ),
      );
      await fc.assert(
        fc.asyncProperty(fc.array(aProgram, { minLength: 2, maxLength: 6 }), async (programs) => {
          await store.transaction(async (tx) => {
            for (const [id, value] of START.entries()) await tx.change(write, { id, value });
          });
          const outcomes = await Promise.allSettled(programs.map((p, i) => run(store, p, i, guard)));
          outcomes.forEach((outcome, i) => {
            expect(outcome.status).toBe(programs[i]?.fails === true ? "rejected" : "fulfilled");
          });
          const end = (await store.read((reader) => reader.all(all, {}))).map(({ value }) => value);
          const kept = [...programs.entries()].filter(([, program]) => !program.fails);
          expect(endsSerially(kept, end)).toBe(true);
        }),
        { numRuns: engine === "sqlite" ? 60 : 30 },
      );
    });
  }
});
