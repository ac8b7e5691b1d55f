import { z } from "zod";
import { type Exchange, type Frame, page, refuse, type Route, shown } from "../../platform/http/index.ts";
import { formatMoment } from "../../platform/i18n/index.ts";
import {
  Button,
  Code,
  DefinitionList,
  Field,
  Form,
  type FormError,
  Notice,
} from "../../platform/ui/index.ts";
import type { Attribute, CompiledPolicy, Form as PolicyForm } from "../../policy/index.ts";
import { type FieldProblem, IntakeError, type SentFields, submitForm } from "../../services/intake/index.ts";
import { REFUSALS } from "../../trust/gate/index.ts";
import type { Operator } from "../operator.ts";
import { PageFrame } from "./page-frame.tsx";
import type { PolicyReader } from "./policy-reader.ts";
import { siteWords } from "./site.messages.ts";

/** Name of the hidden field with the shown-version token. */
const TOKEN = "shown";

const view = z.object({
  token: z.string(),
  version: z.number(),
  typed: z.record(z.string(), z.string()),
  problems: z.array(z.object({ field: z.string(), problem: z.string() })),
  /** Why the whole form has to be sent again. */
  notice: z.string().nullable(),
  received: z
    .object({
      reference: z.string(),
      receivedAt: z.number(),
      repeated: z.boolean(),
      checkpoint: z.string(),
    })
    .nullable(),
});

type View = z.input<typeof view>;

/** Whatever a browser sends; what of it the form may take is decided by the policy in force (checkFields). */
const anyFields = z.object({}).catchall(z.union([z.string(), z.array(z.string())]));

/**
 * A form of the policy: shown with the version in force, sent under its shown-version token, answered with a
 * reference and the journal's checkpoint. Works the same without a script. Clauses itsectr-privacy/3.1.feedback, 3.2,
 * 6.1.1, 9.3.
 */
export function formPage(form: PolicyForm, operator: Operator, policies: PolicyReader): Route {
  const fresh = async (exchange: Exchange): Promise<View> => {
    const { hash, version } = await policies.read(exchange.at);
    const { language, at } = exchange;
    const token = operator.publication.shownToken({
      policy: hash,
      document: form.document,
      language,
      form: form.code,
      at,
    });
    return { token, version, typed: {}, problems: [], notice: null, received: null };
  };

  return page({
    path: form.path as `/${string}`,
    view,
    show: fresh,
    form: {
      fields: anyFields,
      submit: (exchange, { fields }) => submit(exchange, fields, fresh, { form, operator, policies }),
      again: () => refuse("form-malformed"),
    },
    render: (model, frame) => (
      <FormView model={model} frame={frame} form={form} policy={policies.current()} />
    ),
  });
}

interface FormParts {
  readonly form: PolicyForm;
  readonly operator: Operator;
  readonly policies: PolicyReader;
}

async function submit(
  exchange: Exchange,
  sent: Readonly<Record<string, string | string[]>>,
  fresh: (exchange: Exchange) => Promise<View>,
  { form, operator, policies }: FormParts,
) {
  const { compiled } = await policies.read(exchange.at);
  const { [TOKEN]: token, ...rest } = sent;
  const fields: SentFields = new Map(
    Object.entries(rest).map(([name, value]) => [name, typeof value === "string" ? [value] : value]),
  );
  // Read before anything is stored: a page that failed afterwards would tell the sender that nothing was.
  const blank = await fresh(exchange);
  const again = async (changed: Partial<View>, status: 409 | 422) =>
    shown({ ...(await fresh(exchange)), typed: typedOf(fields, form), ...changed }, status);
  try {
    const outcome = await submitForm(
      {
        form: compiled.forms.find(({ code }) => code === form.code) ?? refuse("form-unknown"),
        policy: compiled,
        language: exchange.language,
        token: typeof token === "string" ? token : "",
        fields,
      },
      operator,
    );
    if (outcome.outcome === "received") {
      const { checkpoint, ...receipt } = outcome.receipt;
      return { ...blank, received: { ...receipt, checkpoint: checkpoint.note } };
    }
    if (outcome.outcome === "fields-refused") {
      const problems = [...outcome.problems].map(([field, problem]) => ({ field, problem }));
      // The same token goes back: mending a field is the same sending.
      return await again({ problems, ...(typeof token === "string" ? { token } : {}) }, 422);
    }
    operator.refusals.count(outcome.refusal.code, form.code);
    const { status, message } = REFUSALS[outcome.refusal.code];
    if (status !== 409) return refuse(outcome.refusal.code);
    return await again({ notice: message[exchange.language] }, 409);
  } catch (error) {
    if (error instanceof IntakeError) return refuse(error.code, { kept: "nothing" });
    throw error;
  }
}

/** What was typed into the form's own fields, to show it again. */
function typedOf(fields: SentFields, form: PolicyForm): Record<string, string> {
  return Object.fromEntries(
    form.fields.map(({ attribute }) => [attribute, fields.get(attribute)?.[0] ?? ""]),
  );
}

interface FormViewProps {
  readonly model: z.output<typeof view>;
  readonly frame: Frame;
  readonly form: PolicyForm;
  readonly policy: CompiledPolicy;
}

function FormView({ model, frame, form, policy }: FormViewProps) {
  const { language } = frame;
  const title = model.received === null ? form.title[language] : siteWords(language).receivedTitle;
  const wrong = model.problems.length > 0 || model.notice !== null;
  return (
    <PageFrame frame={frame} policy={policy} title={title} path={form.path} wrong={wrong}>
      <div class="prose">
        <h1>{title}</h1>
        {model.received === null ? (
          <FormBody model={model} frame={frame} form={form} policy={policy} />
        ) : (
          <Received received={model.received} frame={frame} timeZone={policy.operator.timeZone} />
        )}
      </div>
    </PageFrame>
  );
}

function FormBody({ model, frame, form, policy }: FormViewProps) {
  const { language, links } = frame;
  const words = siteWords(language);
  const attributes = new Map(policy.attributes.map((attribute) => [attribute.code, attribute]));
  const errors: FormError[] = model.problems.map(({ field, problem }) => {
    const attribute = attributes.get(field);
    return attribute === undefined || problem === "undeclared"
      ? { field: "", text: words.problemUndeclared({ name: field }) }
      : { field, text: problemText(problem as FieldProblem, attribute, language) };
  });
  const document = policy.documents.find(({ code }) => code === form.document);
  return (
    <>
      <p class="lead">{form.intro[language]}</p>
      {model.notice !== null && <Notice language={language} kind="warning" title={model.notice} />}
      <Form language={language} action={frame.self} errors={errors} hidden={{ [TOKEN]: model.token }}>
        {form.fields.map((field) => {
          const attribute = attributes.get(field.attribute);
          if (attribute === undefined) return null;
          return (
            <Field
              language={language}
              name={attribute.code}
              label={attribute.label[language]}
              hint={field.hint?.[language] ?? null}
              required={field.required}
              kind={INPUTS[attribute.kind]}
              value={model.typed[attribute.code] ?? ""}
              error={errors.find((error) => error.field === attribute.code)?.text ?? null}
              autocomplete={AUTOCOMPLETE[attribute.category] ?? "off"}
            />
          );
        })}
        <p>{words.duty}</p>
        {document !== undefined && (
          <p>
            {words.formPolicy({ version: String(model.version) })}{" "}
            <a href={links.page(document.path as `/${string}`)}>{document.title[language]}</a>
          </p>
        )}
        <Button>{words.send}</Button>
      </Form>
    </>
  );
}

const INPUTS = { text: "text", email: "email", phone: "tel", "free-text": "long-text" } as const;

/** WCAG 1.3.5: what browsers may fill in. */
const AUTOCOMPLETE: Readonly<Record<string, string>> = {
  name: "name",
  email: "email",
  phone: "tel",
  company: "organization",
};

function problemText(problem: FieldProblem, attribute: Attribute, language: Frame["language"]): string {
  const words = siteWords(language);
  const label = attribute.label[language];
  switch (problem) {
    case "missing":
      return words.problemMissing({ label });
    case "too-long":
      return words.problemTooLong({ label, length: attribute.maxLength });
    case "not-an-address":
      return words.problemAddress({ label });
    case "not-a-number":
      return words.problemNumber({ label });
    case "repeated":
      return words.problemRepeated({ label });
    case "undeclared":
      return words.problemUndeclared({ name: attribute.code });
  }
}

function Received(props: {
  readonly received: NonNullable<z.output<typeof view>["received"]>;
  readonly frame: Frame;
  readonly timeZone: string;
}) {
  const { received, frame, timeZone } = props;
  const { language } = frame;
  const words = siteWords(language);
  return (
    <>
      <Notice language={language} kind="success" title={words.receivedNext}>
        {received.repeated && <p>{words.receivedAgain}</p>}
      </Notice>
      <DefinitionList
        items={[
          { term: words.receivedReference, detail: <strong>{received.reference}</strong> },
          { term: words.receivedAt, detail: formatMoment(received.receivedAt, language, timeZone) },
        ]}
      />
      <p>{words.checkpointUse}</p>
      <Code caption={words.checkpoint} text={received.checkpoint} />
    </>
  );
}
