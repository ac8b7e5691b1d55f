import { type Random, uuidv7 } from "../../platform/random/index.ts";
import type { Pseudonym, Transaction } from "../../platform/store/index.ts";
import type { Permit } from "../../trust/gate/index.ts";
import type { Journal } from "../../trust/journal/index.ts";
import { type Publication, textKey } from "../../trust/publication/index.ts";
import { ConsentsError } from "./consents.errors.ts";
import { type AcceptanceMode, acceptanceTable } from "./consents.table.ts";

/** What this room needs to write down an event. */
export interface ConsentParts {
  readonly journal: Pick<Journal, "append">;
  readonly random: Random;
}

/** That a person accepted documents by one act. It has no purpose: it opens none (tension T03). */
export interface Acceptances {
  readonly subject: Pseudonym;
  readonly shardKey: Pseudonym;
  /** Hash of the policy version that was accepted, hex: the one in force, and no other. */
  readonly policy: string;
  /** Codes of the documents. */
  readonly documents: readonly string[];
  /** Hashes of texts that whoever accepts names, by document code; left out, the texts of that version. */
  readonly texts?: ReadonlyMap<string, string>;
  readonly language: string;
  /** The act: the form's code, or the link that was used. */
  readonly channel: string;
  readonly mode: AcceptanceMode;
}

export interface AcceptingParts extends ConsentParts {
  readonly publication: Pick<Publication, "inForce" | "texts">;
}

/**
 * Writes down that documents were accepted by an act that leaves a trace anyway, under the permit of that act: a row for
 * each, from now on and without an end (clauses itsectr-privacy/2.1, itsectr-agreement/1.3, 3.4, 9.1). Only the exact
 * published bytes of what is in force can be accepted, with nothing added: no counter-offer (itsectr-agreement/7.3).
 * One entry of the journal for the act.
 * @throws ConsentsError `accepted-superseded`, `accepted-otherwise`
 */
export async function recordAcceptances(
  tx: Transaction,
  permit: Permit,
  accepted: Acceptances,
  { journal, random, publication }: AcceptingParts,
): Promise<void> {
  const { subject, shardKey, documents, policy, language, channel, mode } = accepted;
  permit.require(tx, { operation: ["collect", "record", "clarify"], subject });
  if (documents.length === 0) return;
  const inForce = await publication.inForce(tx, tx.at);
  if (inForce === null || inForce.hash !== policy) throw new ConsentsError("accepted-superseded");
  const texts = exactTexts(accepted, await publication.texts(tx, inForce.version));
  const act = { shard_key: shardKey, subject, policy, language, channel, mode, started_at: tx.at };
  const rows = texts.map((text) => ({ id: uuidv7(tx.at, random), ...act, ...text }));
  await tx.insert(acceptanceTable, rows);
  await journal.append(tx, {
    event: "acceptance-recorded",
    actor: { kind: "subject", id: subject },
    subjects: [subject],
    // A detail for each document: however many there are, each hash stands whole.
    details: {
      ...Object.fromEntries(rows.map(({ document, text }) => [`text ${document}`, text])),
      policy,
      language,
      channel,
      mode,
    },
  });
}

/** Each document with the hash of its published text; refuses whatever is not that text, byte for byte. */
function exactTexts(
  { documents, language, texts: named }: Acceptances,
  published: ReadonlyMap<string, string>,
): { readonly document: string; readonly text: string }[] {
  return documents.map((document) => {
    const text = published.get(textKey(document, language));
    const isNamed = named === undefined || named.get(document) === text;
    if (text === undefined || !isNamed) throw new ConsentsError("accepted-otherwise");
    return { document, text };
  });
}
