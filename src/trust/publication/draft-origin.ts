import { localDate } from "../../platform/clock/index.ts";
import { sha256Hex } from "../../platform/crypto/index.ts";
import type { Reader } from "../../platform/store/index.ts";
import {
  type CompiledPolicy,
  dateDocuments,
  invalidateClause,
  type Localised,
  parseCompiledPolicy,
} from "../../policy/index.ts";
import { PublicationError } from "./publication.errors.ts";
import { compiledOf, type MadeFrom } from "./publication.table.ts";

/** What a draft is made from; left out, the operator's folder as it is saved. */
export type DraftOrigin = {
  /** Now, ms: what is made without its author's hand states the day where the operator is as its date of update. */
  readonly at: number;
} & (
  | {
      /**
       * Number of the version whose content is published again, as it was: a mark that a clause got since goes with it
       * (clause itsectr-agreement/4.1.1).
       */
      readonly restore: number;
    }
  | {
      /** The clause of the newest version that does not hold any more (clause itsectr-agreement/9.3). */
      readonly invalidate: string;
      /** ISO date from which it does not hold; left out, today. */
      readonly on?: string;
      readonly reason: Localised;
    }
);

interface Made {
  readonly compiled: CompiledPolicy;
  readonly madeFrom: MadeFrom;
}

/**
 * A policy made from what was published before, without the folder.
 * @throws PublicationError `version-unknown`, `version-damaged`, `clause-unknown`, `invalidated-already`,
 *   `note-incomplete` where the reason is
 */
export async function makeFromPublished(
  reader: Reader,
  origin: DraftOrigin,
  before: CompiledPolicy,
): Promise<Made> {
  const today = localDate(origin.at, before.operator.timeZone);
  if ("restore" in origin) {
    const compiled = await publishedPolicy(reader, origin.restore);
    return {
      compiled: dateDocuments(compiled, before, today),
      madeFrom: { kind: "restored", version: origin.restore },
    };
  }
  const { invalidate, on = today, reason } = origin;
  for (const language of before.operator.languages) {
    if (reason[language].trim() === "") throw new PublicationError("note-incomplete", language);
  }
  const marked = invalidateClause(before, invalidate, { on, reason });
  if (marked === null) throw new PublicationError("clause-unknown", invalidate);
  if (marked.before.invalidated !== null) throw new PublicationError("invalidated-already", invalidate);
  const { document, before: clause } = marked;
  return {
    compiled: dateDocuments(marked.policy, before, today),
    madeFrom: { kind: "invalidated", document, clause: clause.id },
  };
}

/** @throws PublicationError `version-unknown`, `version-damaged` */
export async function publishedPolicy(reader: Reader, number: number): Promise<CompiledPolicy> {
  const row = await reader.first(compiledOf, { number });
  if (row === undefined) throw new PublicationError("version-unknown", `version ${number}`);
  if (sha256Hex(row.compiled) !== row.policy) {
    throw new PublicationError("version-damaged", `version ${number}`);
  }
  return parseCompiledPolicy(new TextDecoder().decode(row.compiled));
}
