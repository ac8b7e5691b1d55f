import { giveConsent, recordAcceptances } from "../../people/consents/index.ts";
import { newSubject, recordSubject, startAddressConfirmation } from "../../people/subjects/index.ts";
import { equalInConstantTime } from "../../platform/crypto/index.ts";
import { uuidv7 } from "../../platform/random/index.ts";
import { prepare, type Tables, type Transaction } from "../../platform/store/index.ts";
import { acceptedDocuments, type CompiledPolicy, type Form } from "../../policy/index.ts";
import type { Permit, Refusal } from "../../trust/gate/index.ts";
import type { Vault } from "../../trust/vault/index.ts";
import { queueMessage } from "../messages/index.ts";
import type { CheckedFields } from "./check-fields.ts";
import { enquiryTable } from "./enquiry.table.ts";
import { flagsOf } from "./flags-of.ts";
import { takeAllowance } from "./form-allowance.ts";
import { IntakeError } from "./intake.errors.ts";
import { newReference } from "./reference.ts";
import type { IntakeParts, Submission } from "./submission.ts";
import { suspectAdvertising } from "./suspect-advertising.ts";

/** A submission whose fields and proof have been checked. */
export interface Sending extends Submission {
  readonly checked: CheckedFields;
  readonly proven: boolean;
  readonly tokenHash: Uint8Array;
  readonly bodyIndex: ReturnType<Vault["lookupIndex"]>;
}

/** What the unit of work stored, or found stored. */
export interface Recorded {
  readonly reference: string;
  readonly receivedAt: number;
  readonly repeated: boolean;
  readonly held: boolean;
  /** The journal's entry of it; its leaf is at hand in the unit that wrote it. */
  readonly entry: { readonly id: string; readonly leaf: Uint8Array | null };
}

const findByToken = prepare<Tables<typeof enquiryTable>, { token: Uint8Array }>()((db, param) =>
  db
    .selectFrom("enquiry")
    .select(["reference", "received_at", "body_index", "entry", "held"])
    .where("token_hash", "=", param("token")),
);

/**
 * The unit of work in which a form is received. What it refuses by throwing leaves nothing behind: no value, no count,
 * no entry.
 * @throws IntakeError `token-used`, `too-fast`, `too-many`
 */
export async function recordEnquiry(
  tx: Transaction,
  sending: Sending,
  parts: IntakeParts,
): Promise<Recorded | { readonly refusal: Refusal }> {
  const earlier = await tx.first(findByToken, { token: sending.tokenHash });
  if (earlier !== undefined) {
    if (!equalInConstantTime(earlier.body_index, sending.bodyIndex)) throw new IntakeError("token-used");
    const { reference, received_at: receivedAt, held, entry } = earlier;
    return { reference, receivedAt, repeated: true, held, entry: { id: entry, leaf: null } };
  }

  const { form, policy, checked, topic, proven } = sending;
  const shown = parts.publication.readShownToken(sending.token, { form: form.code, at: tx.at });
  const language = shown?.language ?? sending.language;
  const age = shown === null ? Number.POSITIVE_INFINITY : tx.at - shown.at;
  const { minimumAge } = parts.forms;
  if (!proven && age < minimumAge) throw new IntakeError("too-fast", Math.ceil((minimumAge - age) / 1000));

  const subject = newSubject(tx.at, parts.random);
  const reference = newReference(parts.random);
  const held = !proven;
  const ruling = await parts.gate.ask(tx, {
    actor: { kind: "visitor" },
    purpose: form.purpose,
    operation: "collect",
    subjects: [subject],
    attributes: checked.values.map((value) => value.attribute),
    channel: form.code,
    shown: sending.token,
    // A sending that accepts nothing says so, for whoever counts acceptances.
    details: {
      reference,
      channel: form.code,
      language,
      topic,
      held,
      ...(sending.declined === true ? { declined: true } : {}),
    },
  });
  if (!ruling.allowed) return { refusal: ruling.refusal };

  const { permit, entry } = ruling;
  const { basis, policy: version } = permit.permission;
  const recorded = await recordSubject(
    tx,
    permit,
    {
      subject,
      standing: "provisional",
      purpose: form.purpose,
      basis,
      channel: form.code,
      rule: policy.purposes.find(({ code }) => code === form.purpose)?.retention ?? "none",
      policy: version,
      language,
      values: checked.values,
      identifiers: checked.identifiers,
    },
    parts,
  );
  const { shardKey } = recorded;
  const person: Person = { subject, shardKey };
  await recordWill(tx, permit, { ...sending, ...person, version, shownIn: language }, parts);
  const email = recorded.identifiers.get("email");
  const confirmation =
    email === undefined
      ? null
      : await startAddressConfirmation(tx, permit, { ...person, kind: "email", identifier: email }, parts);
  const id = uuidv7(tx.at, parts.random);
  const suspicion = await suspectAdvertising(tx, { form: form.code, policy, checked, age }, parts);
  await tx.insert(enquiryTable, [
    {
      id,
      shard_key: shardKey,
      subject,
      collection: recorded.collection,
      reference,
      form: form.code,
      purpose: form.purpose,
      topic,
      about: sending.about ?? null,
      language: sending.language,
      status: "open",
      received_at: tx.at,
      token_hash: sending.tokenHash,
      body_index: sending.bodyIndex,
      entry: entry.id,
      flags: flagsOf(checked.values, policy, parts.scan),
      confirmation,
      held,
      confirmed_at: null,
      suspicion: suspicion.reasons,
      advertising: suspicion.reasons.length > 0,
      advertising_leave: suspicion.leave,
      likeness: suspicion.likeness,
      owner: null,
      closed_at: null,
    },
  ]);
  // A letter about anything else owes no answer by a date, and has no clock.
  const owed = topic === "my-data";
  if (owed) await parts.clocks.start(tx, { ...person, id, policy, version });
  if (confirmation !== null) {
    const told = owed ? await parts.clocks.announce(tx, id) : null;
    const facts = {
      reference,
      receivedAt: tx.at,
      policyPath: policyPath(form, policy),
      enquiry: id,
      confirmation,
      consents: checked.consents.join(" "),
      entry: entry.id,
      held,
      ...(told === null ? {} : { answerBy: told.on, provisional: told.provisional }),
    };
    const template = "enquiry-acknowledged";
    const message = {
      ...person,
      template,
      purpose: form.purpose,
      language: sending.language,
      facts,
    } as const;
    await queueMessage(tx, permit, message, parts);
  }
  // Last, since every sending of a network and a lane waits for whoever holds these rows: only for its commit.
  const mailbox = checked.identifiers.find(({ kind }) => kind === "email")?.normal ?? null;
  await takeAllowance(tx, { ...sending, mailbox }, parts);
  return { reference, receivedAt: tx.at, repeated: false, held, entry };
}

interface Person {
  readonly subject: string;
  readonly shardKey: string;
}

/**
 * Writes down what the person willed by sending: each document that sending the form accepts, unless they declined; and,
 * apart from these, each consent whose own box was ticked (clauses itsectr-privacy/2.1, 2.2, tension T03).
 */
async function recordWill(
  tx: Transaction,
  permit: Permit,
  sending: Sending & Person & { readonly version: string; readonly shownIn: string },
  parts: IntakeParts,
): Promise<void> {
  const { subject, shardKey, form, policy, version, shownIn, token } = sending;
  const { declined = false, reaccepts = false } = sending;
  const act = { subject, shardKey, policy: version, language: shownIn, channel: form.code };
  if (!declined) {
    const documents = acceptedDocuments(policy, form).map(({ code }) => code);
    const mode = reaccepts ? "re-accept-unproven" : "first-use";
    await recordAcceptances(tx, permit, { ...act, documents, mode }, parts);
  }
  for (const code of sending.checked.consents) {
    const consent = policy.consents.find((declared) => declared.code === code);
    if (consent === undefined) continue;
    const given = { ...act, consent, form: form.code, shown: Buffer.from(token, "utf8") };
    await giveConsent(tx, permit, given, parts);
  }
}

function policyPath(form: Form, policy: CompiledPolicy): string {
  return policy.documents.find(({ code }) => code === form.document)?.path ?? "/";
}
