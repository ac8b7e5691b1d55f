import { submitForm, type Topic } from "../src/services/intake/index.ts";
import type { OpenedOperator } from "./installation.ts";
import { proofFor } from "./proofs.ts";

/** An enquiry of Maria Example's, sent with proof through the feedback form. Gives its reference. */
export async function sendEnquiry(operator: OpenedOperator, topic: Topic = "general"): Promise<string> {
  const at = operator.clock.now();
  const inForce = await operator.publication.current(at);
  const form = inForce?.compiled.forms.find(({ code }) => code === "feedback");
  if (inForce === null || form === undefined) throw new Error("There is no feedback form.");
  const token = operator.publication.shownToken({
    policy: inForce.hash,
    document: form.document,
    language: "en",
    form: form.code,
    at,
  });
  const sent = await submitForm(
    {
      form,
      policy: inForce.compiled,
      language: "en",
      token,
      fields: new Map([
        ["name", ["Maria Example"]],
        ["email", ["maria@example.org"]],
        ["message", ["When could you start?"]],
      ]),
      consents: [],
      topic,
      trap: "",
      client: null,
      proof: await proofFor(operator, token),
    },
    operator,
  );
  if (sent.outcome !== "received") throw new Error(sent.outcome);
  return sent.receipt.reference;
}
