import { z } from "zod";
import { type Exchange, page, refuse, type Route, shown } from "../../platform/http/index.ts";
import { type CompiledPolicy, type Form, formsOf, LETTER } from "../../policy/index.ts";
import { inputsOf, IntakeError, INTAKE_ERRORS, submitForm } from "../../services/intake/index.ts";
import { type PolicyFact, REFUSALS } from "../../trust/gate/index.ts";
import type { Operator } from "../operator.ts";
import { ABOUT, aboutOf, aboutSlug, type FormInput, readFormInput, TOPIC, topicOf } from "./form-input.ts";
import { type FormView, formView } from "./form-view.ts";
import { FormScreen } from "./form-screen.tsx";
import { hasDeclined } from "./policy-choice.ts";
import type { PolicyReader } from "./policy-reader.ts";

/** Whatever a browser sends; what of it the form may take is decided by the policy in force (checkFields). */
const anyFields = z.object({}).catchall(z.union([z.string(), z.array(z.string())]));

const query = z.object({
  [TOPIC]: z.string().max(80).default(""),
  [ABOUT]: z.string().max(80).default(""),
});

interface FormParts {
  readonly form: Form;
  readonly operator: Operator;
  readonly policies: PolicyReader;
}

/**
 * A form of the policy: shown with the version in force, sent under its shown-version token, answered with a
 * reference and a receipt. Works the same without a script, but for the confirmation that then comes first. Whoever
 * declined the policy finds it closed, except for what is about their own data. Clauses itsectr-privacy/2.2,
 * 3.1.feedback, 3.2, 6.1.1, 9.2, 9.3, 10.1.
 */
export function formPage(form: Form, operator: Operator, policies: PolicyReader): Route {
  const parts = { form, operator, policies };
  return page({
    path: form.path as `/${string}`,
    query,
    view: formView,
    async show(exchange, { query: { [TOPIC]: topic, [ABOUT]: about } }) {
      const fact = await policies.read(exchange.at);
      const blank = blankForm(fact, { topic, about }, form);
      return { ...blank, ...freshToken(fact, exchange, parts), closed: isClosed(exchange, form) };
    },
    form: {
      fields: anyFields,
      submit: (exchange, { fields }) => submit(exchange, fields, parts),
      again: () => refuse("form-malformed"),
    },
    render: (model, frame) => (
      <FormScreen model={model} frame={frame} form={form} policy={policies.current()} />
    ),
  });
}

/** Clause itsectr-privacy/2.2: declining closes forms as the policy declares, never what is about one's own data. */
function isClosed(exchange: Exchange, form: Form): boolean {
  return form.whenDeclined === "closed" && hasDeclined(exchange);
}

/**
 * An empty form, and no token yet: only one that is filled in needs it.
 * @param asked what the address, or an earlier page of this sending, says that it is about
 */
function blankForm(
  { version, compiled }: PolicyFact,
  asked: { readonly topic: string; readonly about: string },
  form: Form,
): FormView {
  const about = aboutOf(asked.about, form, compiled);
  // Whoever asks about a section writes about a document.
  const wanted = form.code === LETTER && asked.topic === "" && about !== null ? "policy" : asked.topic;
  return {
    token: "",
    challenge: "",
    proof: "",
    version,
    topic: topicOf(wanted, form, compiled),
    about,
    typed: {},
    ticked: [],
    problems: [],
    notice: null,
    closed: false,
    received: null,
  };
}

/** A shown-version token of this showing, and the challenge that belongs to it. */
function freshToken(
  { hash }: PolicyFact,
  { language, at }: Exchange,
  { form, operator }: FormParts,
): Pick<FormView, "token" | "challenge"> {
  const shownAs = { policy: hash, document: form.document, language, form: form.code, at };
  const token = operator.publication.shownToken(shownAs);
  return { token, challenge: JSON.stringify(operator.proofs.challenge(token)) };
}

async function submit(
  exchange: Exchange,
  sent: Readonly<Record<string, string | string[]>>,
  parts: FormParts,
) {
  const { form, operator, policies } = parts;
  // Read before anything is stored: a page that failed afterwards would tell the sender that nothing was.
  const fact = await policies.read(exchange.at);
  const { compiled } = fact;
  const inForce = formsOf(compiled).find(({ code }) => code === form.code) ?? refuse("form-unknown");
  const input = readFormInput(sent, inForce, compiled);
  const about = input.about === null ? "" : aboutSlug(input.about);
  const blank = blankForm(fact, { topic: input.topic, about }, form);
  if (isClosed(exchange, inForce)) return shown({ ...blank, closed: true }, 403);
  const typed = () => ({ ...blank, ...typedOf(input, inForce, compiled) });
  const again = () => ({ ...typed(), ...freshToken(fact, exchange, parts) });
  // The same token goes back, and its proof: mending a field is the same sending.
  const mending = () => (input.token === "" ? again() : { ...typed(), ...sameSending(input, operator) });
  const { language } = exchange;
  try {
    const sending = {
      ...input,
      form: inForce,
      policy: compiled,
      language,
      client: exchange.client,
      declined: hasDeclined(exchange),
    };
    const outcome = await submitForm(sending, operator);
    if (outcome.outcome === "received") {
      return { ...blank, received: outcome.receipt };
    }
    if (outcome.outcome === "fields-refused") {
      const problems = [...outcome.problems].map(([field, problem]) => ({ field, problem }));
      return shown({ ...mending(), problems }, 422);
    }
    const { code } = outcome.refusal;
    operator.refusals.count(code, form.code);
    const { status, message } = REFUSALS[code];
    if (status !== 409) return refuse(code);
    return shown({ ...again(), notice: { code, text: message[language] } }, 409);
  } catch (error) {
    if (!(error instanceof IntakeError)) throw error;
    const { code, retryAfter } = error;
    const { status, message } = INTAKE_ERRORS[code];
    if (status !== 422 && status !== 429) return refuse(code, { kept: "nothing" });
    operator.refusals.count(code, form.code);
    const notice = { code, text: message[language] };
    // What came too soon is the same sending later; a forged proof or a filled trap begins anew.
    return shown({ ...(status === 429 ? mending() : again()), notice }, status, retryAfter);
  }
}

function sameSending({ token, proof }: FormInput, { proofs }: Operator): Partial<FormView> {
  return { token, proof, challenge: JSON.stringify(proofs.challenge(token)) };
}

/** What was typed and ticked in the form's own fields, to show it again. */
function typedOf(
  { fields, consents }: FormInput,
  form: Form,
  policy: CompiledPolicy,
): Pick<FormView, "typed" | "ticked"> {
  const names = inputsOf(form, policy).flatMap(({ name, kindName }) =>
    kindName === null ? [name] : [name, kindName],
  );
  const typed = names.map((name) => [name, fields.get(name)?.[0] ?? ""] as const);
  return { typed: Object.fromEntries(typed), ticked: [...consents] };
}
