import { resealCollection } from "../../people/subjects/index.ts";
import {
  prepare,
  type Pseudonym,
  type SealedValue,
  type Store,
  type Tables,
  type Transaction,
} from "../../platform/store/index.ts";
import { attributesFor, attributesOf, type CompiledPolicy } from "../../policy/index.ts";
import type { Gate, Permit, Refusal } from "../../trust/gate/index.ts";
import type { Journal } from "../../trust/journal/index.ts";
import type { Vault } from "../../trust/vault/index.ts";
import type { Worker } from "./answer-enquiry.ts";
import type { enquiryAnswerTable, enquiryReplyTable, enquiryTable } from "./enquiry.table.ts";
import { type EnquiryRow, findEnquiry } from "./find-enquiry.ts";
import { flagsOf } from "./flags-of.ts";
import type { FreeTextFlag } from "./free-text-rules.ts";
import { IntakeError } from "./intake.errors.ts";
import type { FreeTextScan } from "./scan-free-text.ts";

/** Why text is cut; it stands in the mark that stays. Closed. */
export const CUT_REASONS = ["document-number", "special-category", "somebody-else", "not-needed"] as const;
export type CutReason = (typeof CUT_REASONS)[number];

/** What stays where text was cut, for whoever reads the rest. */
const MARKS: Readonly<Record<CutReason, { readonly en: string; readonly ru: string }>> = {
  "document-number": { en: "number of a document", ru: "номер документа" },
  "special-category": { en: "special category of data", ru: "особая категория данных" },
  "somebody-else": { en: "about somebody else", ru: "о другом человеке" },
  "not-needed": { en: "not needed for the answer", ru: "не нужно для ответа" },
};

export interface Cut {
  readonly reference: string;
  /** Exactly as it stands in the text; cut wherever it stands in what this person wrote here. */
  readonly quote: string;
  readonly reason: CutReason;
}

export interface RedactingParts {
  readonly store: Store;
  readonly gate: Gate;
  readonly vault: Vault;
  readonly journal: Pick<Journal, "append">;
  readonly policy: CompiledPolicy;
  readonly scan: FreeTextScan;
}

type WrittenTables = Tables<typeof enquiryTable | typeof enquiryAnswerTable | typeof enquiryReplyTable>;

const answersUnder = prepare<WrittenTables, { enquiry: string; scope: Pseudonym }>()((db, param) =>
  db
    .selectFrom("enquiry_answer")
    .select(["id", "attribute", "text"])
    .where("enquiry", "=", param("enquiry"))
    .where("scope", "=", param("scope")),
);

const repliesUnder = prepare<WrittenTables, { enquiry: string; scope: Pseudonym }>()((db, param) =>
  db
    .selectFrom("enquiry_reply")
    .select(["id", "attribute", "text"])
    .where("enquiry", "=", param("enquiry"))
    .where("scope", "=", param("scope")),
);

const putAnswer = prepare<WrittenTables, { id: string; scope: Pseudonym; text: SealedValue }>()((db, param) =>
  db
    .updateTable("enquiry_answer")
    .set({ scope: param("scope"), text: param("text") })
    .where("id", "=", param("id")),
);

const putReply = prepare<WrittenTables, { id: string; scope: Pseudonym; text: SealedValue }>()((db, param) =>
  db
    .updateTable("enquiry_reply")
    .set({ scope: param("scope"), text: param("text") })
    .where("id", "=", param("id")),
);

const putFlags = prepare<WrittenTables, { id: string; flags: readonly FreeTextFlag[]; nothing: null }>()(
  (db, param) =>
    db
      .updateTable("enquiry")
      // A digest of the text that was would be something of it that stays.
      .set({ flags: param("flags"), likeness: param("nothing") })
      .where("id", "=", param("id")),
);

/**
 * Cuts a span out of the free text of an enquiry, and of what staff answered or the sender added, and destroys it as
 * erasure does (clause itsectr-privacy/3.2.5): everything that the enquiry's key sealed is sealed anew without it under
 * a fresh key, and the key before is destroyed through the ledger of the key folder, so that no restored backup opens
 * it. What is left of such a backup is unreadable whole. A mark with the reason stays. Needs authorisations to `clarify`
 * and to `destroy`. Journalled, with nothing of what was cut.
 * @throws IntakeError `enquiry-unknown`, `cut-nowhere`
 * @throws VaultError `ledger-unwritable` when it is done and the ledger could not be written: doing it again writes it
 */
export async function redactEnquiry(
  staff: Worker,
  cut: Cut,
  parts: RedactingParts,
): Promise<{ readonly places: number } | { readonly refusal: Refusal }> {
  const done = await parts.store.transaction((tx) => redact(tx, staff, cut, parts));
  // What the engine still has of the key's row goes too.
  if ("places" in done) await parts.store.scrub(["vault_scope", "subject_value"]);
  return done;
}

async function redact(tx: Transaction, staff: Worker, cut: Cut, parts: RedactingParts) {
  const { gate, vault, policy, journal, scan } = parts;
  const row = await findEnquiry(tx, cut.reference);
  const { subject, purpose, reference } = row;
  const attributes = attributesFor(purpose, policy);
  const act = { actor: staff, purpose, subjects: [subject], attributes, details: { reference } } as const;
  const clarifying = await gate.ask(tx, { ...act, operation: "clarify" });
  if (!clarifying.allowed) return { refusal: clarifying.refusal };
  const destroying = await gate.ask(tx, { ...act, operation: "destroy" });
  if (!destroying.allowed) return { refusal: destroying.refusal };

  if (cut.quote.trim() === "") throw new IntakeError("cut-nowhere");
  const free = freeTexts(policy);
  const mark = `[${MARKS[cut.reason][row.language]}]`;
  let places = 0;
  const without = (plaintext: string) => {
    const pieces = plaintext.split(cut.quote);
    places += pieces.length - 1;
    return pieces.join(mark);
  };
  const written: { attribute: string; plaintext: string }[] = [];
  const resealed = await resealCollection(
    tx,
    clarifying.permit,
    row.collection,
    ({ attribute, plaintext }) => {
      const left = free.has(attribute) ? without(plaintext) : plaintext;
      written.push({ attribute, plaintext: left });
      return left;
    },
    vault,
  );
  if (resealed === null) throw new IntakeError("enquiry-unknown");
  const { before, after } = resealed;
  written.push(...(await resealWritten(tx, clarifying.permit, { row, before, after, without }, vault)));
  // Thrown out of the unit, so that nothing of it stays.
  if (places === 0) throw new IntakeError("cut-nowhere");
  await tx.change(putFlags, { id: row.id, flags: flagsOf(written, policy, scan), nothing: null });
  await journal.append(tx, {
    event: "enquiry-redacted",
    operation: "destroy",
    ...act,
    details: { reference, reason: cut.reason, places },
  });
  await vault.destroyScopes(tx, destroying.permit, subject, [before]);
  return { places };
}

/** What was written about it since and lies under the same key. */
async function resealWritten(
  tx: Transaction,
  permit: Permit,
  {
    row,
    before,
    after,
    without,
  }: {
    readonly row: EnquiryRow;
    readonly before: Pseudonym;
    readonly after: Pseudonym;
    readonly without: (plaintext: string) => string;
  },
  vault: Vault,
) {
  const { id: enquiry, subject } = row;
  const left: { attribute: string; plaintext: string }[] = [];
  for (const [find, put] of [
    [answersUnder, putAnswer],
    [repliesUnder, putReply],
  ] as const) {
    const rows = await tx.all(find, { enquiry, scope: before });
    if (rows.length === 0) continue;
    const places = rows.map(({ id, attribute }) => ({ subject, attribute, record: id }));
    const opened = await vault.open(
      tx,
      permit,
      places.map((place, i) => ({ ...place, scope: before, sealed: rows[i]?.text as SealedValue })),
    );
    const values = places.map((place, i) => ({ ...place, plaintext: without(opened[i] as string) }));
    const sealed = await vault.seal(tx, permit, after, values);
    for (const [i, { record }] of values.entries()) {
      await tx.change(put, { id: record, scope: after, text: sealed[i] as SealedValue });
    }
    if (find === repliesUnder) left.push(...values);
  }
  return left;
}

/** Codes of the attributes into which people write what they like. */
function freeTexts(policy: CompiledPolicy): ReadonlySet<string> {
  return new Set(
    attributesOf(policy)
      .filter(({ kind }) => kind === "free-text" || kind === "text")
      .map(({ code }) => code),
  );
}
