import type { CompiledPolicy, Language } from "../../policy/index.ts";
import {
  JournalError,
  type ReceiptFinding,
  type ReceiptStatement,
  verifyReceipt,
} from "../../trust/journal/index.ts";
import type { Operator } from "../operator.ts";

/** What the page says of a receipt that holds. Codes, names of the policy's, numbers: nothing of a person. */
export interface CheckedReceipt {
  readonly reference: string;
  readonly receivedAt: number;
  readonly purpose: string;
  readonly attributes: readonly string[];
  readonly clause: string | null;
  readonly policy: string;
  /** The published version that the policy's hash names; null when this operator never published it. */
  readonly version: number | null;
  /** Where that version is read; null where no form of today asks for this purpose. */
  readonly document: string | null;
  readonly place: { readonly log: string; readonly index: number; readonly size: number } | null;
  /** The receipt with the newest proof. */
  readonly text: string;
}

/**
 * Checks a receipt against this journal's own key, and adds the newest proof. Reads hashes and versions, no person's
 * data; stores nothing.
 */
export async function checkReceipt(
  { store, journal, publication }: Pick<Operator, "store" | "journal" | "publication">,
  given: string,
  policy: CompiledPolicy,
  language: Language,
): Promise<CheckedReceipt | { readonly findings: readonly ReceiptFinding[] }> {
  const trust = { key: journal.verifierKey };
  const first = verifyReceipt(given, trust);
  if (first.says === null) return { findings: first.findings };
  try {
    const { completed, versions } = await store.read(async (reader) => ({
      completed: await journal.completeReceipt(reader, given),
      versions: await publication.timeline(reader),
    }));
    const text = completed ?? given;
    const { says, findings } = verifyReceipt(text, trust);
    if (says === null) return { findings };
    const version = versions.find((published) => published.policy === says.policy)?.number ?? null;
    return { ...wordsFor(says, policy, language), version, text };
  } catch (error) {
    if (error instanceof JournalError && error.code === "proof-impossible") {
      return { findings: ["receipt-not-in-journal"] };
    }
    throw error;
  }
}

/** In the words of today's policy; what it does not know any more keeps its code. */
function wordsFor(says: ReceiptStatement, policy: CompiledPolicy, language: Language) {
  const { reference, receivedAt, clause, place } = says;
  const label =
    (list: readonly { readonly code: string; readonly label: Readonly<Record<Language, string>> }[]) =>
    (wanted: string) =>
      list.find(({ code }) => code === wanted)?.label[language] ?? wanted;
  const form = policy.forms.find(({ purpose }) => purpose === says.purpose);
  return {
    reference,
    receivedAt,
    clause,
    policy: says.policy,
    purpose: label(policy.purposes)(says.purpose),
    attributes: says.attributes.map(label(policy.attributes)),
    document: policy.documents.find(({ code }) => code === form?.document)?.path ?? null,
    place: place === null ? null : { log: place.log, index: place.index, size: place.size },
  };
}
