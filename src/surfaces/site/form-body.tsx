import { type Frame, withQuery } from "../../platform/http/index.ts";
import {
  Button,
  Check,
  Field,
  FieldGroup,
  Form,
  type FormError,
  Notice,
  ProofField,
  Trap,
} from "../../platform/ui/index.ts";
import type { Attribute, CompiledPolicy } from "../../policy/index.ts";
import { type FieldProblem, openFields } from "../../services/intake/index.ts";
import { ABOUT, consentName, MY_DATA, PROOF, TOKEN, trapName } from "./form-input.ts";
import { formWords } from "./form.messages.ts";
import type { FormScreenProps } from "./form-view.ts";
import { POLICY_CHOICE_PATH } from "./policy-choice.ts";
import { siteWords } from "./site.messages.ts";

/** The form to be filled in: its fields, its consents apart from them, and under which policy it stands. */
export function FormBody(props: FormScreenProps) {
  const { model, frame, form, policy } = props;
  const { language } = frame;
  const errors = errorsOf(props);
  const words = siteWords(language);
  const mine = model.topic === MY_DATA;
  return (
    <>
      <p class="lead">{mine ? formWords(language).myDataLead : form.intro[language]}</p>
      {model.notice !== null && (
        <Notice language={language} kind="warning" title={model.notice.text}>
          <p>{formWords(language).code({ code: model.notice.code })}</p>
        </Notice>
      )}
      <Form
        language={language}
        action={frame.self}
        errors={errors}
        hidden={{ [TOKEN]: model.token, ...(mine ? { [ABOUT]: MY_DATA } : {}) }}
      >
        <Fields {...props} errors={errors} />
        <Trap name={trapName(policy)} label={formWords(language).trap} />
        <Consents {...props} />
        <p>{words.duty}</p>
        <Under {...props} />
        <noscript>
          <p>{formWords(language).without}</p>
        </noscript>
        <Button>{words.send}</Button>
        <ProofField frame={frame} name={PROOF} challenge={model.challenge} value={model.proof} />
      </Form>
      <Ways {...props} />
    </>
  );
}

function Fields({
  model,
  frame: { language },
  form,
  policy,
  errors,
}: FormScreenProps & { readonly errors: readonly FormError[] }) {
  return openFields(form, policy).map((field) => {
    const attribute = policy.attributes.find(({ code }) => code === field.attribute);
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
  });
}

/** Each consent by a box of its own that nobody has ticked beforehand, beside its own document (tension T03). */
function Consents({ model, frame, form, policy }: FormScreenProps) {
  const { language, links } = frame;
  const words = formWords(language);
  const asked = policy.consents.filter(({ code }) => form.consents.includes(code));
  if (asked.length === 0) return null;
  return (
    <FieldGroup legend={words.consentsTitle} hint={words.consentsLead}>
      {asked.map((consent) => {
        const document = policy.documents.find(({ code }) => code === consent.document);
        return (
          <Check
            language={language}
            name={consentName(consent.code)}
            label={consent.label[language]}
            required={false}
            checked={model.ticked.includes(consent.code)}
          >
            {document !== undefined && (
              <p class="field-hint check-under">
                <a href={links.page(document.path as `/${string}`)}>
                  {words.consentDocument({ title: document.title[language] })}
                </a>
              </p>
            )}
          </Check>
        );
      })}
    </FieldGroup>
  );
}

/** Under which text it is sent (clause itsectr-privacy/6.1.1). */
function Under({ model, frame, form, policy }: FormScreenProps) {
  const { language, links } = frame;
  const document = policy.documents.find(({ code }) => code === form.document);
  if (document === undefined) return null;
  return (
    <p>
      {siteWords(language).formPolicy({ version: String(model.version) })}{" "}
      <a href={links.page(document.path as `/${string}`)}>{document.title[language]}</a>
    </p>
  );
}

/** What stands by each form (clauses itsectr-privacy/2.2, 9.2, 10.1): declining, and the way for one's own data. */
function Ways({ model, frame, form }: FormScreenProps) {
  const { language, links } = frame;
  const words = formWords(language);
  return (
    <section class="ways" aria-labelledby="ways">
      <h2 class="ways-title" id="ways">
        {words.otherWays}
      </h2>
      <ul class="ways-list">
        {model.topic !== MY_DATA && (
          <li>
            <a href={withQuery(links.page(form.path as `/${string}`), { [ABOUT]: MY_DATA })}>
              {words.toMyData}
            </a>
          </li>
        )}
        <li>
          <a href={links.page(POLICY_CHOICE_PATH)}>{words.decline}</a>
        </li>
      </ul>
    </section>
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

function errorsOf({ model, frame, policy }: FormScreenProps): FormError[] {
  const { language } = frame;
  const words = siteWords(language);
  return model.problems.map(({ field, problem }) => {
    const attribute = attributeOf(field, policy);
    return attribute === undefined || problem === "undeclared"
      ? { field: "", text: words.problemUndeclared({ name: field }) }
      : { field, text: problemText(problem as FieldProblem, attribute, language) };
  });
}

function attributeOf(field: string, policy: CompiledPolicy): Attribute | undefined {
  return policy.attributes.find(({ code }) => code === field);
}

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
