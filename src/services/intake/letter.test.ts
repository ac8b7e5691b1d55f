import { afterAll, beforeAll, describe, expect, test } from "vitest";
import {
  type OpenedOperator,
  type TestInstallation,
  temporaryInstallation,
} from "../../../test/installation.ts";
import { keeps, removes } from "../../../test/keeps.ts";
import { proofFor } from "../../../test/proofs.ts";
import { addStaff } from "../../people/staff/index.ts";
import type { Tables } from "../../platform/store/index.ts";
import { attributesOf, type Form, formsOf, LETTER, type ProcessingOperation } from "../../policy/index.ts";
import type { PolicyFact } from "../../trust/gate/index.ts";
import { answerEnquiry } from "./answer-enquiry.ts";
import type { enquiryTable } from "./enquiry.table.ts";
import { openEnquiry } from "./open-enquiry.ts";
import type { Submission } from "./submission.ts";
import { submitForm } from "./submit-form.ts";

describe.each(["sqlite", "postgres"] as const)("%s", (engine) => {
  let installation: TestInstallation;
  let operator: OpenedOperator;
  let fact: PolicyFact;
  let letter: Form;

  beforeAll(async () => {
    installation = await temporaryInstallation(engine);
    operator = await installation.open();
    fact = (await operator.publication.current(Date.now())) as PolicyFact;
    letter = formsOf(fact.compiled).find(({ code }) => code === LETTER) as Form;
  });
  afterAll(() => installation.remove());

  async function send(given: Partial<Submission> = {}) {
    const form = given.form ?? letter;
    const { document } = letter;
    const shown = { policy: fact.hash, document, language: "en", form: form.code, at: Date.now() } as const;
    const token = operator.publication.shownToken(shown);
    return submitForm(
      {
        form,
        policy: fact.compiled,
        language: "en",
        token,
        fields: new Map([
          ["email", ["maria@example.org"]],
          [LETTER, ["What does clause 3 mean for my phone number?"]],
        ]),
        consents: [],
        topic: "policy",
        about: `${document}/3`,
        trap: "",
        proof: await proofFor(operator, token),
        client: null,
        ...given,
      },
      operator,
    );
  }

  async function reference(): Promise<string> {
    const sent = await send();
    if (sent.outcome !== "received") throw new Error(sent.outcome);
    return sent.receipt.reference;
  }

  async function staffFor(
    login: string,
    purpose: string,
    operations: readonly ProcessingOperation[] = ["extract", "record", "use"],
  ) {
    const parts = {
      login,
      name: "Anna Example",
      authorisations: [{ purpose, operations }],
    };
    const cli = { kind: "system", id: "cli:staff" } as const;
    const added = await operator.store.transaction((tx) => addStaff(tx, cli, parts, operator));
    if (!("staff" in added)) throw new Error(added.refusal.code);
    return { kind: "staff", id: added.staff } as const;
  }

  const parts = () => ({ ...operator, policy: fact.compiled });

  test(
    "a question about a section is received with its section, and answered",
    keeps("policy-questions", "itsectr-privacy/9.2", "itsectr-privacy/10.1", "proit-privacy/6.3"),
    async () => {
      const sent = await reference();
      const staff = await staffFor("answers", "rights");
      const opened = await operator.store.transaction((tx) => openEnquiry(tx, staff, sent, parts()));
      if (!("enquiry" in opened)) throw new Error(opened.refusal.code);
      expect(opened.enquiry).toMatchObject({
        topic: "policy",
        about: `${letter.document}/3`,
        purpose: "rights",
      });
      expect(opened.enquiry.values.map(({ attribute }) => attribute).sort()).toEqual(["email", LETTER]);
      const answered = await operator.store.transaction((tx) =>
        answerEnquiry(tx, staff, sent, "It means…", parts()),
      );
      expect(answered).toMatchObject({ mailed: false });
    },
  );

  test(
    "a letter is closed to every purpose of the policy",
    keeps("statutory-purposes", "listed-attributes"),
    async () => {
      const sent = await reference();
      for (const { code, operations } of fact.compiled.purposes) {
        const staff = await staffFor(`of-${code}`, code, operations);
        const opened = await operator.store.transaction((tx) => openEnquiry(tx, staff, sent, parts()));
        expect(opened).toMatchObject({ refusal: { code: "not-authorised" } });
        const subject = await subjectOf(sent);
        const asked = {
          actor: staff,
          purpose: code,
          operation: "extract",
          subjects: [subject],
          attributes: [LETTER],
        } as const;
        const ruling = await operator.store.transaction((tx) => operator.gate.ask(tx, asked));
        expect(ruling.allowed).toBe(false);
      }
    },
  );

  test("writing a letter agrees to nothing", keeps("acceptance-is-no-consent"), async () => {
    const subject = await subjectOf(await reference());
    const accepted = await operator.store.read((reader) =>
      reader
        .query<{ acceptance: { subject: string } }>()
        .selectFrom("acceptance")
        .select("subject")
        .where("subject", "=", subject)
        .execute(),
    );
    expect(accepted).toEqual([]);
  });

  test(
    "a letter through another form, or another form's field in a letter, is refused",
    removes("policy-questions"),
    async () => {
      const feedback = fact.compiled.forms[0] as Form;
      expect(await send({ form: { ...feedback, fields: letter.fields } })).toMatchObject({
        outcome: "refused",
      });
      const others = attributesOf(fact.compiled).filter(
        ({ code }) => !letter.fields.some(({ attribute }) => attribute === code),
      );
      for (const { code } of others) {
        const sent = await send({ fields: new Map([[code, ["x"]]]) });
        expect(sent).toMatchObject({ outcome: "fields-refused" });
        const wide = await send({
          form: { ...letter, fields: [{ attribute: code, required: true, hint: null }, ...letter.fields] },
          fields: new Map([
            [code, ["+7 200 555-01-42"]],
            ["email", ["maria@example.org"]],
            [LETTER, ["x"]],
          ]),
        });
        expect(wide).toMatchObject({ outcome: "refused", refusal: { code: "field-outside-form" } });
      }
    },
  );

  async function subjectOf(sent: string): Promise<string> {
    const row = await operator.store.read((reader) =>
      reader
        .query<Tables<typeof enquiryTable>>()
        .selectFrom("enquiry")
        .select("subject")
        .where("reference", "=", sent)
        .executeTakeFirstOrThrow(),
    );
    return row.subject;
  }
});
