import type { OpenedOperator } from "../src/open-operator.ts";
import { addStaff } from "../src/people/staff/index.ts";
import { newSubject, recordSubject } from "../src/people/subjects/index.ts";
import type { Pseudonym, Transaction } from "../src/platform/store/index.ts";
import { parseAddress } from "../src/platform/http/index.ts";
import type { Form } from "../src/policy/index.ts";
import { submitForm, solveProof } from "../src/services/intake/index.ts";
import type { Actor, GateRequest, Permit } from "../src/trust/gate/index.ts";

type Values = readonly { readonly attribute: string; readonly plaintext: string }[];

const MESSAGE =
  "Good afternoon. We run three small shops and want one place where our staff see orders, stock and deliveries. " +
  "The present program is nine years old and nobody looks after it. Could you tell us what a first step would cost, " +
  "and when you could begin? We can send the old program and its manual.";

/** Code and path of the form whose values are measured. */
export const FEEDBACK = "feedback";

/** Five values as somebody types them into the form, of the n-th person. */
export function fiveValues(n: number): Values {
  return [
    { attribute: "name", plaintext: `Anna Example the ${n}th` },
    { attribute: "email", plaintext: `anna.${n}@mail.example` },
    { attribute: "phone", plaintext: `+7 200 ${String(1_000_000 + (n % 9_000_000))}` },
    { attribute: "company", plaintext: "Example and Daughters" },
    { attribute: "message", plaintext: MESSAGE },
  ];
}

/** The n-th person's own address. */
export function addressOf(n: number): string {
  return `10.${(n >> 16) & 255}.${(n >> 8) & 255}.${n & 255}`;
}

/** What a person has before them once the form is filled in. */
export interface FilledIn {
  readonly token: string;
  readonly proof: string;
}

/** What the product does when enquiries come in, as often as a measurement asks for it. */
export class EnquiryLoad {
  readonly operator: OpenedOperator;
  readonly form: Form;
  #sent = 0;

  constructor(operator: OpenedOperator) {
    this.operator = operator;
    this.form = operator.policy.forms.find(({ code }) => code === FEEDBACK) as Form;
  }

  /** Five values of a new person. */
  values(): Values {
    return fiveValues(++this.#sent);
  }

  /** A shown-version token, as the page with the form carries it. */
  async token(): Promise<string> {
    const { publication, store, clock } = this.operator;
    const at = clock.now();
    const inForce = await store.read((reader) => publication.inForce(reader, at));
    if (inForce === null) throw new Error("No policy is in force.");
    const { document, code: form } = this.form;
    return publication.shownToken({ policy: inForce.hash, document, form, language: "en", at });
  }

  /** A form with its token and its proof of work. */
  async filledIn(): Promise<FilledIn> {
    const token = await this.token();
    return { token, proof: solveProof(this.operator.proofs.challenge(token)) };
  }

  /** What the gate is asked when a form comes in. */
  collecting(subject: Pseudonym, token: string): GateRequest {
    return {
      actor: { kind: "visitor" },
      purpose: this.form.purpose,
      operation: "collect",
      subjects: [subject],
      attributes: this.form.fields.map(({ attribute }) => attribute),
      channel: this.form.code,
      shown: token,
      details: { reference: "7K4Q-X9M2", channel: this.form.code, language: "en" },
    };
  }

  /**
   * One unit: facts loaded, decision, five values sealed under a new key, their rows and the journal's entry, durable
   * when it resolves. The heart of every form, without the form's own rows.
   */
  unitOfFive(token: string, values: Values = this.values(), timeout = 1000): Promise<Pseudonym> {
    const { operator, form } = this;
    return operator.store.transaction(
      async (tx) => {
        const subject = newSubject(tx.at, operator.random);
        const permit = await this.permit(tx, this.collecting(subject, token));
        await recordSubject(
          tx,
          permit,
          {
            subject,
            standing: "provisional",
            purpose: form.purpose,
            basis: permit.permission.basis,
            channel: form.code,
            rule: "enquiries",
            policy: permit.permission.policy,
            language: "en",
            values,
            identifiers: [
              { kind: "email", normal: values[1]?.plaintext ?? "" },
              { kind: "phone", normal: values[2]?.plaintext ?? "" },
            ],
          },
          operator,
        );
        return subject;
      },
      { timeout },
    );
  }

  /** A whole form, with its enquiry, its acknowledgement queued, and the checkpoint of its receipt. */
  async send({ token, proof }: FilledIn): Promise<string> {
    const fields = new Map(this.values().map(({ attribute, plaintext }) => [attribute, [plaintext]]));
    const { operator, form } = this;
    const sent = await submitForm(
      {
        form,
        policy: operator.policy,
        language: "en",
        token,
        fields,
        consents: [],
        topic: "general",
        trap: "",
        client: parseAddress(addressOf(this.#sent)),
        proof,
      },
      operator,
    );
    if (sent.outcome !== "received") throw new Error(`A form was not received: ${sent.outcome}.`);
    return sent.receipt.reference;
  }

  /** A member of staff who may read and destroy what enquiries hold. */
  async staff(): Promise<Actor> {
    const { operator } = this;
    const added = await operator.store.transaction((tx) =>
      addStaff(
        tx,
        { kind: "system", id: "cli:staff" },
        {
          name: "Boris Example",
          login: "boris",
          authorisations: [{ purpose: this.form.purpose, operations: ["extract", "use", "destroy"] }],
        },
        operator,
      ),
    );
    if ("refusal" in added) throw new Error(`No staff: ${added.refusal.code}.`);
    return { kind: "staff", id: added.staff };
  }

  /** Asks the gate, and expects its leave. */
  async permit(tx: Transaction, request: GateRequest): Promise<Permit> {
    const ruling = await this.operator.gate.ask(tx, request);
    if (!ruling.allowed) throw new Error(`Refused: ${ruling.refusal.code} (${ruling.refusal.about}).`);
    return ruling.permit;
  }

  /** Waits until every entry has its place in the journal: work that its units have caused. */
  sequenced(): Promise<void> {
    return this.operator.journal.sequencer.drain();
  }
}
