import { parseAddress } from "../../../platform/http/index.ts";
import { type Attribute, type Form, formsOf, LETTER, type NamePart } from "../../../policy/index.ts";
import { type FormInputPlace, inputsOf, solveProof, submitForm } from "../../../services/intake/index.ts";
import type { PolicyFact } from "../../../trust/gate/index.ts";
import type { Operator } from "../../operator.ts";
import { clientOf, type InventedEnquiry } from "./people.ts";

/** As if the form had stood open for a minute, ms. */
const READ_FOR = 60_000;

/**
 * Sends an invented enquiry the way a browser does: shown with the version in force, with a proof of work unless its
 * fate is to be held. Resolves with its reference.
 */
export async function sendEnquiry(
  enquiry: InventedEnquiry,
  place: number,
  around: { readonly operator: Operator; readonly fact: PolicyFact; readonly form: Form },
): Promise<string> {
  const { operator, fact } = around;
  const { compiled } = fact;
  const { language, fate, topic } = enquiry;
  const letter = topic === "my-data" ? formsOf(compiled).find(({ code }) => code === LETTER) : undefined;
  const form = letter ?? around.form;
  const token = operator.publication.shownToken({
    policy: fact.hash,
    document: form.document,
    language,
    form: form.code,
    at: operator.clock.now() - READ_FOR,
  });
  const outcome = await submitForm(
    {
      form,
      policy: compiled,
      language,
      token,
      topic,
      fields: new Map(inputsOf(form, compiled).map((input) => [input.name, [valueOf(input, enquiry)]])),
      consents: fate === "consented" || fate === "withdrawn" ? form.consents : [],
      proof: fate === "held" ? null : solveProof(operator.proofs.challenge(token)),
      trap: "",
      client: parseAddress(clientOf(place)),
    },
    operator,
  );
  if (outcome.outcome === "received") return outcome.receipt.reference;
  const why = outcome.outcome === "refused" ? outcome.refusal.code : [...outcome.problems.keys()].join(", ");
  throw new Error(`An invented enquiry was not taken: ${why}.`);
}

/** What the invented person writes into an input, by what it is for. */
function valueOf({ attribute, part, place, required }: FormInputPlace, enquiry: InventedEnquiry): string {
  const [given = "", family = ""] = enquiry.name.split(" ");
  const parts: Readonly<Record<NamePart, string>> = { family, given, patronymic: "" };
  const known: Readonly<Record<string, string>> = {
    name: part === null ? enquiry.name : parts[part],
    email: enquiry.email,
    phone: enquiry.phone,
    company: enquiry.company,
    message: enquiry.message,
  };
  const value = place === 1 ? (known[attribute.category] ?? "") : "";
  return value === "" && required ? otherwise(attribute) : value;
}

const otherwise = ({ kind }: Attribute) => (kind === "phone" ? "+7 200 555-01-00" : "…");
