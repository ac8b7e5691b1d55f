import type { Random } from "../../platform/random/index.ts";
import { uuidv7 } from "../../platform/random/index.ts";
import { lockRows, prepare, type Transaction } from "../../platform/store/index.ts";
import type { Journal } from "../../trust/journal/index.ts";
import type { CheckCode } from "./check-codes.ts";
import type { CheckOutcome } from "./clause-state.ts";
import { CannotSay, type CheckParts, type LiveCheck } from "./live-check.ts";
import { promiseCount, promiseResult, type PromiseTables } from "./promises.table.ts";

/** Batches of one turn. What is left goes on in the next, so that other work comes in between. */
const BATCHES = 20;

/** Who counts, in the journal. */
export const RECOUNTER = { kind: "system", id: "job:recount-promise" } as const;

export interface RecountParts extends CheckParts {
  readonly random: Random;
  readonly journal: CheckParts["journal"] & Pick<Journal, "append">;
  /** Called with each outcome that is another than the time before, once it stands on the record. */
  readonly onOutcome?: (found: ChangedOutcome) => void;
}

export interface ChangedOutcome {
  readonly check: CheckCode;
  readonly outcome: CheckOutcome;
  /** How many things were not as promised. */
  readonly broken: number;
  /** Why nothing could be said; null unless the outcome is `unknown`. */
  readonly reason: string | null;
}

interface Counted {
  readonly cursor: string | null;
  readonly examined: number;
  readonly broken: number;
  readonly startedAt: number;
  readonly took: number;
}

const countOf = prepare<PromiseTables, { code: CheckCode }>()((db, param) =>
  db.selectFrom("promise_count").selectAll().where("check_code", "=", param("code")),
);

const endCount = prepare<PromiseTables, { code: CheckCode }>()((db, param) =>
  db.deleteFrom("promise_count").where("check_code", "=", param("code")),
);

const newest = prepare<PromiseTables, { code: CheckCode }>()((db, param, engine) =>
  db
    .selectFrom("promise_result")
    .select("outcome")
    .where("check_code", "=", param("code"))
    .orderBy("id", "desc")
    .limit(1)
    .$call(lockRows(engine)),
);

/**
 * One turn of a check: goes on where the last one ended, and resolves with whether it came to the end. Then what it
 * found stands in the record, and in the journal too when it is another outcome than before. A check that fails by
 * itself found nothing out, and says so; it never counts as kept.
 */
export async function recountPromise(check: LiveCheck, parts: RecountParts): Promise<"done" | "more"> {
  const { store, clock } = parts;
  const begun = await store.read((reader) => reader.first(countOf, { code: check.code }));
  let counted: Counted = {
    cursor: begun?.cursor ?? null,
    examined: begun?.examined ?? 0,
    broken: begun?.broken ?? 0,
    startedAt: begun?.started_at ?? clock.now(),
    took: begun?.took ?? 0,
  };
  try {
    for (let turn = 0; turn < BATCHES; turn++) {
      const started = clock.monotonic();
      const { examined, broken, next } = await check.recount(parts, counted.cursor);
      counted = {
        ...counted,
        cursor: next,
        examined: counted.examined + examined,
        broken: counted.broken + broken,
        took: counted.took + Math.round(clock.monotonic() - started),
      };
      if (next === null) {
        const outcome = counted.broken > 0 ? "broken" : "kept";
        await store.transaction((tx) => record(tx, check.code, { ...counted, outcome, reason: null }, parts));
        return "done";
      }
    }
  } catch (error) {
    const reason = error instanceof CannotSay ? error.code : "check-failed";
    const found = { ...counted, outcome: "unknown", reason } as const;
    await store.transaction((tx) => record(tx, check.code, found, parts));
    return "done";
  }
  await store.transaction((tx) => keepPlace(tx, check.code, counted));
  return "more";
}

async function keepPlace(tx: Transaction, code: CheckCode, counted: Counted): Promise<void> {
  const { cursor, examined, broken, startedAt, took } = counted;
  await tx.change(endCount, { code });
  await tx.insert(promiseCount, [
    { check_code: code, cursor: cursor ?? "", examined, broken, started_at: startedAt, took },
  ]);
}

async function record(
  tx: Transaction,
  code: CheckCode,
  found: Counted & { readonly outcome: CheckOutcome; readonly reason: string | null },
  { random, journal, onOutcome }: RecountParts,
): Promise<void> {
  const { outcome, reason, examined, broken, startedAt, took } = found;
  const before = (await tx.first(newest, { code }))?.outcome ?? null;
  const changed = before !== outcome;
  const id = uuidv7(tx.at, random);
  await tx.change(endCount, { code });
  await tx.insert(promiseResult, [
    {
      id,
      check_code: code,
      outcome,
      changed,
      examined,
      broken,
      reason,
      started_at: startedAt,
      at: tx.at,
      took,
    },
  ]);
  // The first time that a promise is seen kept is no news; everything else is.
  if (!changed || (before === null && outcome === "kept")) return;
  tx.afterCommit(() => onOutcome?.({ check: code, outcome, broken, reason }));
  await journal.append(tx, {
    event: "promise-checked",
    actor: RECOUNTER,
    details: {
      check: code,
      outcome,
      ...(before === null ? {} : { before }),
      examined,
      broken,
      record: id,
    },
  });
}
