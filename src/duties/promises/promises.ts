import type { Clock } from "../../platform/clock/index.ts";
import type { Store } from "../../platform/store/index.ts";
import type { PolicyFact } from "../../trust/gate/index.ts";
import type { OperatorJournal } from "../../trust/journal/index.ts";
import { type ClauseStanding, clauseStandings } from "./clause-standing.ts";
import { EVIDENCE } from "./evidence.ts";
import { type KeyCustody, keyCustody } from "./key-custody.ts";
import { boardKey, type PromiseBoard, readBoard } from "./promise-board.ts";
import { promisesFile, promisesStatement } from "./promises-statement.ts";
import { sha256 } from "./published-policies.ts";

/** How long what another process counted may go unnoticed, ms. */
const LOOK_AGAIN = 1000;

/** A passed check vouches for a day, so that what stands is put together anew at least each hour. */
const HOUR = 60 * 60 * 1000;

/** How an operator's promises stand: put together when something was counted, then served from memory. */
export interface PromisesSnapshot {
  /** Another one for other content; of letters, digits and spaces. */
  readonly key: string;
  /** When it was put together, ms. */
  readonly at: number;
  readonly standings: readonly ClauseStanding[];
  readonly board: PromiseBoard;
  readonly custody: KeyCustody;
  /** `/promises.json`, signed; made at the first call. */
  file(): Uint8Array;
}

export interface PromisesParts {
  readonly operator: string;
  readonly store: Store;
  readonly clock: Clock;
  readonly journal: Pick<OperatorJournal, "signStatement">;
  /** `UPHELD_KEYS`. */
  readonly keysFolder: string;
}

/** An operator's promises as its surfaces read them. */
export interface Promises {
  /** How they stand under the policy in force. */
  snapshot(fact: PolicyFact): Promise<PromisesSnapshot>;
}

export function createPromises(parts: PromisesParts): Promises {
  const { operator, store, clock, journal, keysFolder } = parts;
  let board: PromiseBoard | null = null;
  let looked = Number.NEGATIVE_INFINITY;
  let newest: PromisesSnapshot | null = null;

  const readNewest = async (): Promise<PromiseBoard> => {
    const now = clock.monotonic();
    if (board !== null && now - looked < LOOK_AGAIN) return board;
    const known = board;
    const read = await store.read(async (reader) =>
      known !== null && (await boardKey(reader)) === known.key ? known : readBoard(reader),
    );
    board = read;
    looked = now;
    return read;
  };

  return {
    async snapshot(fact) {
      const counted = await readNewest();
      const at = clock.now();
      const key = `${fact.hash} ${counted.key} ${Math.floor(at / HOUR)}`;
      if (newest?.key === key) return newest;
      const standings = clauseStandings(fact.compiled, EVIDENCE, counted, at);
      const custody = keyCustody(keysFolder, operator);
      let file: Uint8Array | undefined;
      newest = {
        key,
        at,
        standings,
        board: counted,
        custody,
        file() {
          const { compiled: policy, version, hash } = fact;
          file ??= Buffer.from(
            promisesFile(
              promisesStatement({ policy, version, hash, standings, board: counted, custody, at }),
              (lines) => journal.signStatement("upheld-promises/1", lines),
              sha256,
            ),
          );
          return file;
        },
      };
      return newest;
    },
  };
}
