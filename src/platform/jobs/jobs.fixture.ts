import { z } from "zod";
import type { Clock } from "../clock/index.ts";
import { systemRandom, uuidv7 } from "../random/index.ts";
import {
  defineTable,
  operational,
  type Schema,
  type Store,
  type Tables,
  type Transaction,
} from "../store/index.ts";
import {
  type BoundHandler,
  createJobQueue,
  createWorker,
  defineJob,
  type JobEvent,
  jobsSchema,
  type jobTable,
  type WorkerOptions,
} from "./index.ts";

/** What a test's jobs leave behind: a row for each time that their effect took place. */
export const effectTable = defineTable(
  "effect",
  { id: operational.uuid(), mark: operational.text() },
  { primaryKey: ["id"], holding: { none: "A test's own." } },
);

export const schemas: readonly Schema[] = [
  jobsSchema,
  {
    room: "test/effects",
    tables: [effectTable],
    steps: [{ id: "0001-effect", up: (editor) => editor.create(effectTable) }],
  },
];

export const marking = defineJob("mark", z.object({ mark: z.string() }), { attempts: 3, firstWait: 1000 });
export const queue = createJobQueue({ random: systemRandom });

type DB = Tables<typeof jobTable | typeof effectTable>;

export function leaveMark(tx: Transaction, mark: string): Promise<void> {
  return tx.insert(effectTable, [{ id: uuidv7(tx.at, systemRandom), mark }]);
}

export async function marks(store: Store): Promise<string[]> {
  const rows = await store.read((reader) => reader.query<DB>().selectFrom("effect").select("mark").execute());
  return rows.map((row) => row.mark).sort();
}

/** Every job that there is, by its mark. */
export async function jobs(store: Store) {
  const rows = await store.read((reader) => reader.query<DB>().selectFrom("job").selectAll().execute());
  return rows.sort((a, b) => (JSON.stringify(a.payload) < JSON.stringify(b.payload) ? -1 : 1));
}

export function queueMark(store: Store, mark: string): Promise<string | null> {
  return store.transaction((tx) => queue.enqueue(tx, marking, { payload: { mark } }));
}

/** A worker that keeps what it reports. */
export function testWorker(
  store: Store,
  clock: Clock,
  handlers: BoundHandler[],
  options: Partial<WorkerOptions> = {},
) {
  const events: JobEvent[] = [];
  const report = (event: JobEvent) => void events.push(event);
  const worker = createWorker({ store, queue, clock, random: systemRandom, handlers, report, ...options });
  return { worker, events };
}

/** A promise that a test settles itself. */
export function gate() {
  return Promise.withResolvers<void>();
}
