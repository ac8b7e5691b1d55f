import type { Clock } from "../../platform/clock/index.ts";
import type { Schema, Store } from "../../platform/store/index.ts";
import type { Localised, StatutoryPurpose } from "../../policy/index.ts";
import type { OperatorJournal } from "../../trust/journal/index.ts";
import type { CheckCode } from "./check-codes.ts";
import type { PublishedPolicies } from "./published-policies.ts";

/** What a check may look at: the store as it lies there, and what lies beside it. Never the gate. */
export interface CheckParts {
  readonly operator: string;
  readonly store: Store;
  readonly clock: Clock;
  /** Every room's tables, as they were declared. */
  readonly schemas: readonly Schema[];
  /** The closed set that law imposes under this operator's regimes. */
  readonly statutory: readonly StatutoryPurpose[];
  readonly journal: Pick<OperatorJournal, "verifierKey" | "isGenuine">;
  /** `UPHELD_KEYS`. */
  readonly keysFolder: string;
  readonly policies: PublishedPolicies;
  /** Asks the installation's own site for a page; null where this process serves none. */
  readonly visit: Visit | null;
}

/** Asks for a path on the first host of a policy, as a visitor would. */
export type Visit = (
  host: string,
  path: string,
) => Promise<{ readonly status: number; readonly body: string }>;

/** A part of a count. `next` is where to go on, null at the end. */
export interface Batch {
  readonly examined: number;
  /** How many of them are not as promised. */
  readonly broken: number;
  readonly next: string | null;
}

/** Recounts one promise from what is stored, apart from what keeps it (design invariant 13). */
export interface LiveCheck {
  readonly code: CheckCode;
  /** What is counted, in one sentence for people. */
  readonly counts: Localised;
  /**
   * Counts from behind `after`, in one short read. What it throws makes the outcome unknown.
   * @throws CannotSay when nothing can be said of this installation
   */
  recount(parts: CheckParts, after: string | null): Promise<Batch>;
}

/** Rows of one read. */
export const BATCH = 500;

/** Why a check could say nothing: codes for its row. */
export const CANNOT_SAY = ["cursor", "no-keys", "no-policy", "not-serving", "version-changing"] as const;

/** A check that can say nothing of this installation as it is now. */
export class CannotSay extends Error {
  readonly code: (typeof CANNOT_SAY)[number];

  constructor(code: (typeof CANNOT_SAY)[number]) {
    super(`The check could not be made: ${code}.`);
    this.name = "CannotSay";
    this.code = code;
  }
}

/** Sorts before every id. */
export const BEFORE_ALL = "00000000-0000-0000-0000-000000000000";

/** A batch over rows that were read in the order of their ids. */
export function batchOf<R extends { readonly id: string }>(
  rows: readonly R[],
  isBroken: (row: R) => boolean,
): Batch {
  return {
    examined: rows.length,
    broken: rows.filter(isBroken).length,
    next: rows.length < BATCH ? null : (rows.at(-1)?.id ?? null),
  };
}

/** Counts several things one after the other: a cursor says in which of them it stands. */
export async function inTurn(
  after: string | null,
  parts: Readonly<Record<string, (after: string | null) => Promise<Batch>>>,
): Promise<Batch> {
  const names = Object.keys(parts);
  const [name = names[0] ?? "", at = ""] = after === null ? [] : splitOnce(after);
  const count = parts[name];
  if (count === undefined) throw new CannotSay("cursor");
  const batch = await count(at === "" ? null : at);
  if (batch.next !== null) return { ...batch, next: `${name}:${batch.next}` };
  const following = names[names.indexOf(name) + 1];
  return { ...batch, next: following === undefined ? null : `${following}:` };
}

function splitOnce(cursor: string): [string, string] {
  const colon = cursor.indexOf(":");
  return [cursor.slice(0, colon), cursor.slice(colon + 1)];
}
