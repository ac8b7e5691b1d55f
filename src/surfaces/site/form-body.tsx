import type { Frame } from "../../platform/http/index.ts";
import {
  Button,
  Check,
  Field,
  FieldGroup,
  Form,
  type FormError,
  Notice,
  ProofField,
  Select,
  Trap,
} from "../../platform/ui/index.ts";
import {
  type FieldProblem,
  type FormInputPlace,
  inputsOf,
  PHONE_KINDS,
} from "../../services/intake/index.ts";
import { qualifierWords } from "../qualifier.messages.ts";
import {
  ABOUT,
  aboutSlug,
  consentName,
  LETTER_PATH,
  PROOF,
  REACCEPT,
  TOKEN,
  trapName,
} from "./form-input.ts";
import { aboutInWords } from "../about-in-words.ts";
import { acceptedDocuments, LETTER } from "../../policy/index.ts";
import { FormTopics } from "./form-topics.tsx";
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
  return (
    <>
      <p class="lead">{form.intro[language]}</p>
      {model.about !== null && (
        <p>{formWords(language).about({ about: aboutInWords(model.about, policy, language) })}</p>
      )}
      {model.notice !== null && (
        <Notice language={language} kind="warning" title={model.notice.text}>
          <p>{formWords(language).code({ code: model.notice.code })}</p>
        </Notice>
      )}
      <Form
        language={language}
        action={frame.self}
        errors={errors}
        hidden={{
          [TOKEN]: model.token,
          ...(model.about === null ? {} : { [ABOUT]: aboutSlug(model.about) }),
        }}
      >
        <FormTopics {...props} />
        <Fields {...props} errors={errors} />
        <Trap name={trapName(policy)} label={formWords(language).trap} />
        <Consents {...props} />
        <p>{words[`duty-${policy.settings.verification}`]}</p>
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

function Fields(props: FormScreenProps & { readonly errors: readonly FormError[] }) {
  const { form, policy } = props;
  return inputsOf(form, policy).map((input) => <Input {...props} input={input} />);
}

/** One input, and beside a telephone number of several the choice of its kind (clauses img-privacy/3.1, 3.3). */
function Input({
  model,
  frame: { language },
  errors,
  input,
}: FormScreenProps & { readonly errors: readonly FormError[]; readonly input: FormInputPlace }) {
  const { name, attribute, kindName, required, place, hint } = input;
  const words = formWords(language);
  return (
    <>
      <Field
        language={language}
        name={name}
        label={labelOf(input, language)}
        hint={place === 1 ? (hint?.[language] ?? null) : null}
        required={required}
        kind={INPUTS[attribute.kind]}
        value={model.typed[name] ?? ""}
        error={errors.find((error) => error.field === name)?.text ?? null}
        autocomplete={autocompleteOf(input)}
      />
      {kindName !== null && (
        <Select
          language={language}
          name={kindName}
          label={words.phoneKind({ label: labelOf(input, language) })}
          required={false}
          value={model.typed[kindName] ?? ""}
          options={[
            { value: "", label: words.phoneKindUnsaid },
            ...PHONE_KINDS.map((kind) => ({ value: kind, label: qualifierWords(language)[kind] })),
          ]}
        />
      )}
    </>
  );
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

/** Which documents sending accepts, each with its text, and under which version (clauses 6.1.1, 2.1). */
function Under({ model, frame, form, policy }: FormScreenProps) {
  const { language, links } = frame;
  const words = siteWords(language);
  const version = String(model.version);
  const accepted = acceptedDocuments(policy, form);
  const under = policy.documents.filter(({ code }) => code === form.document);
  const named = accepted.length === 0 ? under : accepted;
  if (named.length === 0) return null;
  const asksAnew = policy.settings.versioning.notice === "re-accept" && model.version > 1;
  return (
    <>
      <p>
        {accepted.length === 0 ? words.formPolicy({ version }) : words.formAccepts({ version })}{" "}
        {named.map((document, i) => (
          <>
            {i > 0 && ", "}
            <a href={links.page(document.path as `/${string}`)}>{document.title[language]}</a>
          </>
        ))}
      </p>
      {asksAnew && accepted.length > 0 && (
        <Check
          language={language}
          name={REACCEPT}
          label={words.formAcceptsAnew({ version })}
          required={false}
          checked={false}
        />
      )}
    </>
  );
}

/** What stands by each form (clauses itsectr-privacy/2.2, 9.2, 10.1): declining, and the way for one's own data. */
function Ways({ frame, form }: FormScreenProps) {
  const { language, links } = frame;
  const words = formWords(language);
  return (
    <section class="ways" aria-labelledby="ways">
      <h2 class="ways-title" id="ways">
        {words.otherWays}
      </h2>
      <ul class="ways-list">
        {form.code !== LETTER && (
          <li>
            <a href={links.page(LETTER_PATH)}>{words.toMyData}</a>
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

function autocompleteOf({ attribute, part, place }: FormInputPlace): string {
  if (part !== null) return NAME_PARTS[part];
  return (place === 1 ? AUTOCOMPLETE[attribute.category] : undefined) ?? "off";
}

const NAME_PARTS = { family: "family-name", given: "given-name", patronymic: "additional-name" } as const;

/** What an input is called: its part of a name, or which of several it is. */
function labelOf({ attribute, part, place }: FormInputPlace, language: Frame["language"]): string {
  if (part !== null) return qualifierWords(language)[part];
  const label = attribute.label[language];
  return place === 1 ? label : formWords(language).another({ label, place });
}

function errorsOf({ model, frame, form, policy }: FormScreenProps): FormError[] {
  const { language } = frame;
  const inputs = inputsOf(form, policy);
  return model.problems.map(({ field, problem }) => {
    const input = inputs.find(({ name }) => name === field);
    return input === undefined || problem === "undeclared"
      ? { field: "", text: siteWords(language).problemUndeclared({ name: field }) }
      : { field, text: problemText(problem as FieldProblem, input, language) };
  });
}

function problemText(problem: FieldProblem, input: FormInputPlace, language: Frame["language"]): string {
  const words = siteWords(language);
  const label = labelOf(input, language);
  switch (problem) {
    case "missing":
      return input.part === null ? words.problemMissing({ label }) : words.problemNoPart;
    case "too-long":
      return words.problemTooLong({ label, length: input.attribute.maxLength });
    case "not-an-address":
      return words.problemAddress({ label });
    case "not-a-number":
      return words.problemNumber({ label });
    case "repeated":
      return words.problemRepeated({ label });
    case "undeclared":
      return words.problemUndeclared({ name: input.name });
  }
}
