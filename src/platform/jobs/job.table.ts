import { defineTable, operational, prepare, pseudonym, type Schema, type Tables } from "../store/index.ts";

/**
 * Work that is owed. A row is deleted by its success; a dead one stays until somebody retries or discards it.
 *
 * One column says when a job may next be claimed, whether it waits for its time, for another attempt, or for the
 * lease of a worker that may have died. So a poll is one range of one index, and a lease expires by itself.
 */
export const jobTable = defineTable(
  "job",
  {
    /** The person whose work this is, or a random key where it is nobody's. */
    shard_key: pseudonym(),
    id: operational.uuid(),
    kind: operational.text(),
    /** Identifiers and codes alone: see payload.ts. */
    payload: operational.json(),
    state: operational.text<"queued" | "dead">(),
    /** When it may next be claimed, ms. */
    due_at: operational.integer(),
    /** The clock's reading when `due_at` was last set as a wait from then; 0 when it is a date of its own. */
    stamped_at: operational.integer(),
    /** Begun since it was queued or retried. */
    attempts: operational.integer(),
    /** Grows with each claim and never falls: only the newest holder can settle the job. */
    fence: operational.integer(),
    /** The worker that holds it; null when none does. */
    leased_by: operational.uuid().orNull(),
    last_error: operational.text().orNull(),
    /** Two jobs of one person and kind with the same key are one. */
    once_key: operational.text().orNull(),
    created_at: operational.integer(),
  },
  {
    // By the time of its making first, so that what is queued together stands together.
    primaryKey: ["id", "shard_key"],
    indexes: [
      { columns: ["state", "due_at"] },
      { columns: ["shard_key", "kind", "once_key"], unique: true, where: "once_key is not null" },
    ],
    holding: { by: "jobs" },
  },
);

export const jobsSchema: Schema = {
  room: "platform/jobs",
  tables: [jobTable],
  steps: [{ id: "0001-job", up: (editor) => editor.create(jobTable) }],
};

export type JobTables = Tables<typeof jobTable>;

/** Which job, and which claim of it. */
export type Claim = { readonly shardKey: string; readonly id: string; readonly fence: number };

/** The next jobs that may be claimed; with `expired` also those whose holder let its lease run out. */
export function dueJobs(kinds: readonly string[], expired: boolean) {
  return prepare<JobTables, { now: number; limit: number }>()((db, param) =>
    db
      .selectFrom("job")
      .select(["shard_key", "id", "kind", "payload", "attempts", "fence"])
      .where("state", "=", "queued")
      .where("due_at", "<=", param("now"))
      .where("kind", "in", kinds)
      .$if(!expired, (query) => query.where("leased_by", "is", null))
      .orderBy("due_at")
      .limit(param("limit")),
  );
}

type Taking = Claim & { readonly now: number; readonly until: number; readonly worker: string };

/** The compare-and-set that makes a job one worker's: whoever changes the fence first has it. */
export const takeJob = prepare<JobTables, Taking>()((db, param) =>
  db
    .updateTable("job")
    .set((eb) => ({
      due_at: param("until"),
      stamped_at: param("now"),
      attempts: eb("attempts", "+", 1),
      fence: eb("fence", "+", 1),
      leased_by: param("worker"),
    }))
    .where("shard_key", "=", param("shardKey"))
    .where("id", "=", param("id"))
    .where("fence", "=", param("fence"))
    .where("state", "=", "queued")
    .where("due_at", "<=", param("now")),
);

export const renewLease = prepare<JobTables, Claim & { readonly now: number; readonly until: number }>()(
  (db, param) =>
    db
      .updateTable("job")
      .set({ due_at: param("until"), stamped_at: param("now") })
      .where("shard_key", "=", param("shardKey"))
      .where("id", "=", param("id"))
      .where("fence", "=", param("fence"))
      .where("state", "=", "queued"),
);

/** Done: gone. */
export const finishJob = prepare<JobTables, Claim>()((db, param) =>
  db
    .deleteFrom("job")
    .where("shard_key", "=", param("shardKey"))
    .where("id", "=", param("id"))
    .where("fence", "=", param("fence"))
    .where("state", "=", "queued"),
);

type Failing = Claim & { readonly now: number; readonly until: number; readonly error: string };

/** Failed: again later. */
export const postponeJob = prepare<JobTables, Failing>()((db, param) =>
  db
    .updateTable("job")
    .set({ due_at: param("until"), stamped_at: param("now"), leased_by: null, last_error: param("error") })
    .where("shard_key", "=", param("shardKey"))
    .where("id", "=", param("id"))
    .where("fence", "=", param("fence"))
    .where("state", "=", "queued"),
);

/** Interrupted by a stop, which is nobody's failure: at once, with its attempt given back. */
export const releaseJob = prepare<JobTables, Claim & { readonly now: number }>()((db, param) =>
  db
    .updateTable("job")
    .set((eb) => ({
      due_at: param("now"),
      stamped_at: param("now"),
      leased_by: null,
      attempts: eb("attempts", "-", 1),
    }))
    .where("shard_key", "=", param("shardKey"))
    .where("id", "=", param("id"))
    .where("fence", "=", param("fence"))
    .where("state", "=", "queued"),
);

/** Failed too often, or for ever. `due_at` keeps when. */
export const buryJob = prepare<JobTables, Claim & { readonly now: number; readonly error: string }>()(
  (db, param) =>
    db
      .updateTable("job")
      .set({ state: "dead", due_at: param("now"), leased_by: null, last_error: param("error") })
      .where("shard_key", "=", param("shardKey"))
      .where("id", "=", param("id"))
      .where("fence", "=", param("fence"))
      .where("state", "=", "queued"),
);

/**
 * Sets right what a clock that ran ahead has stamped: each wait begins anew at the clock's present reading, as long
 * as it was. Dates of their own (`stamped_at` 0) stay as they are.
 */
export const anchorWaits = prepare<JobTables, { now: number; ahead: number }>()((db, param) =>
  db
    .updateTable("job")
    .set((eb) => ({
      due_at: eb(eb.val(param("now")), "+", eb.parens("due_at", "-", eb.ref("stamped_at"))),
      stamped_at: param("now"),
    }))
    .where("state", "=", "queued")
    .where("stamped_at", ">", param("ahead")),
);
