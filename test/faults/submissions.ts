import type { OpenedOperator } from "../../src/open-operator.ts";
import { addStaff } from "../../src/people/staff/index.ts";
import type { CompiledPolicy, Form } from "../../src/policy/index.ts";
import { proofFor } from "../proofs.ts";
import { type SubmissionReceipt, type SubmitOutcome, submitForm } from "../../src/services/intake/index.ts";
import { parseReceipt } from "../../src/trust/journal/receipt-text.ts";
import { parseProof, TLOG_PROOF } from "../../src/trust/journal/tlog-proof.ts";

/** A sending of the feedback form, all of whose words follow from its number. */
export interface Sending {
  readonly number: number;
  readonly policy: CompiledPolicy;
  readonly form: Form;
  readonly token: string;
  readonly proof: string;
}

/** What every sending here has in common: no consent ticked, nothing in the trap, a network that nobody knows. */
const PLAIN = { consents: [], topic: "general", trap: "", client: null } as const;

/** Who opens enquiries in these tests. */
export const READER = "reader";

/** What the sending of a number holds, by attribute. */
export function wordsOf(number: number): Readonly<Record<string, string>> {
  return {
    name: `Анна Пример ${number}`,
    phone: `+7999${String(number).padStart(7, "0")}`,
    email: `anna-${number}@example.org`,
    company: `Example ${number} Ltd`,
    message: `Message ${number}.\nSecond line.`,
  };
}

/** Opens the form as a visitor does: the policy in force, and the token of what was shown. */
export async function openForm(operator: OpenedOperator, number: number): Promise<Sending> {
  const at = operator.clock.now();
  const inForce = await operator.store.read((reader) => operator.publication.inForce(reader, at));
  if (inForce === null) throw new Error("Nothing is in force.");
  const form = inForce.compiled.forms.find(({ code }) => code === "feedback") as Form;
  const token = operator.publication.shownToken({
    policy: inForce.hash,
    document: form.document,
    language: "ru",
    form: form.code,
    at,
  });
  return { number, policy: inForce.compiled, form, token, proof: await proofFor(operator, token) };
}

/** Sends it. The same sending may be sent again: its token stays. */
export function send(operator: OpenedOperator, { number, ...shown }: Sending): Promise<SubmitOutcome> {
  const fields = new Map(Object.entries(wordsOf(number)).map(([name, value]) => [name, [value]] as const));
  return submitForm({ ...PLAIN, ...shown, language: "ru", fields, proof: shown.proof }, operator);
}

/** The checkpoint that a receipt carries, by itself or at the end of its proof. */
export function checkpointOf({ text }: SubmissionReceipt): string {
  const { proof } = parseReceipt(text);
  return proof.startsWith(TLOG_PROOF) ? parseProof(proof).checkpoint : proof;
}

/** Adds the member of staff who will look whether what was acknowledged opens. */
export async function addReader(operator: OpenedOperator): Promise<void> {
  const added = await operator.store.transaction((tx) =>
    addStaff(
      tx,
      { kind: "system", id: "cli:staff" },
      {
        login: READER,
        name: "Vera Example",
        authorisations: [{ purpose: "inquiry-handling", operations: ["extract"] }],
      },
      operator,
    ),
  );
  if ("refusal" in added) throw new Error(added.refusal.code);
}
