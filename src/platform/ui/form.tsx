import type { Child } from "hono/jsx";
import type { Link } from "../http/index.ts";
import type { Language } from "../i18n/index.ts";
import { uiWords } from "./ui.messages.ts";

export interface FormError {
  /** Name of the field, to jump to; empty when it is about the whole form. */
  readonly field: string;
  /** What is wrong and how to put it right. */
  readonly text: string;
}

export interface FormProps {
  readonly language: Language;
  /** Where it posts to; usually `frame.self`. */
  readonly action: Link;
  readonly errors?: readonly FormError[];
  /** Tokens and the like. Nothing personal that the visitor did not type. */
  readonly hidden?: Readonly<Record<string, string>>;
  readonly children?: Child;
}

/** A form that posts, with its errors summed up above it. The browser's own bubbles are off: ours name every field. */
export function Form({ language, action, errors = [], hidden = {}, children }: FormProps) {
  return (
    <form class="form" method="post" action={action} novalidate>
      {errors.length > 0 && <ErrorSummary language={language} errors={errors} />}
      {Object.entries(hidden).map(([name, value]) => (
        <input type="hidden" name={name} value={value} />
      ))}
      {children}
    </form>
  );
}

/** Takes the focus when the page opens, without a script, so that it is read out first. */
function ErrorSummary({
  language,
  errors,
}: {
  readonly language: Language;
  readonly errors: readonly FormError[];
}) {
  return (
    <div class="notice notice-error" tabindex={-1} autofocus role="group" aria-labelledby="errors-title">
      <p class="notice-title" id="errors-title">
        <span class="notice-kind">{uiWords(language).problems({ count: errors.length })}</span>
      </p>
      <ul>
        {errors.map(({ field, text }) => (
          <li>{field === "" ? text : <a href={`#field-${field}`}>{text}</a>}</li>
        ))}
      </ul>
    </div>
  );
}

interface FieldBase {
  readonly language: Language;
  readonly name: string;
  readonly label: string;
  readonly hint?: string | null;
  /** Said in words beside the label either way. */
  readonly required: boolean;
  readonly error?: string | null;
}

export interface FieldProps extends FieldBase {
  readonly kind: "text" | "email" | "tel" | "long-text" | "date";
  readonly value?: string;
  /** In UTF-16 units, as browsers count. */
  readonly maxLength?: number;
  /** What browsers fill in by themselves (HTML, autofill field names): `email`, `name`, `tel`, `organization`. */
  readonly autocomplete?: string;
}

/** A labelled input: label with required or optional in words, hint, error, and the input described by both. */
export function Field(props: FieldProps) {
  const {
    name,
    kind,
    value = "",
    error = null,
    hint = null,
    required,
    maxLength,
    autocomplete = "off",
  } = props;
  const shared = {
    class: "input",
    id: `field-${name}`,
    name,
    autocomplete,
    "aria-required": required,
    "aria-invalid": error !== null,
    ...describedBy(name, hint, error),
    ...(maxLength === undefined ? {} : { maxlength: maxLength }),
  };
  return (
    <div class={error === null ? "field" : "field field-wrong"}>
      <label class="field-label" for={`field-${name}`}>
        {props.label} <Need {...props} />
      </label>
      <Notes name={name} hint={hint} error={error} />
      {kind === "long-text" ? (
        <textarea {...shared} rows={6}>
          {value}
        </textarea>
      ) : (
        <input {...shared} type={kind} value={value} spellcheck={kind === "text"} />
      )}
    </div>
  );
}

export interface CheckProps extends FieldBase {
  readonly checked?: boolean;
  /** What stands below the label: the document that the box is about. */
  readonly children?: Child;
}

/** A box to tick, never ticked beforehand unless the visitor had ticked it. Sends `on`. */
export function Check({
  name,
  label,
  hint = null,
  error = null,
  required,
  checked = false,
  language,
  children,
}: CheckProps) {
  return (
    <div class={error === null ? "field" : "field field-wrong"}>
      <div class="check">
        <input
          class="check-box"
          type="checkbox"
          id={`field-${name}`}
          name={name}
          checked={checked}
          aria-required={required}
          aria-invalid={error !== null}
          {...describedBy(name, hint, error)}
        />
        <label for={`field-${name}`}>
          {label} <Need language={language} required={required} />
        </label>
      </div>
      {children}
      <Notes name={name} hint={hint} error={error} />
    </div>
  );
}

/** A group of boxes or a choice under one question. */
export function FieldGroup({
  legend,
  hint = null,
  children,
}: {
  readonly legend: string;
  readonly hint?: string | null;
  readonly children?: Child;
}) {
  return (
    <fieldset class="field">
      <legend class="field-label">{legend}</legend>
      {hint !== null && <p class="field-hint">{hint}</p>}
      {children}
    </fieldset>
  );
}

/** One box of a group, which says for itself what is needed. Sends its value under the group's name. */
export function GroupedCheck(props: {
  readonly name: string;
  readonly value: string;
  readonly label: string;
  readonly checked?: boolean;
}) {
  const { name, value, label, checked = false } = props;
  const id = `field-${name}-${value}`;
  return (
    <div class="check check-grouped">
      <input class="check-box" type="checkbox" id={id} name={name} value={value} checked={checked} />
      <label for={id}>{label}</label>
    </div>
  );
}

export interface SelectProps extends FieldBase {
  readonly value?: string;
  readonly options: readonly { readonly value: string; readonly label: string }[];
}

/** One of a short closed list. */
export function Select(props: SelectProps) {
  const { name, label, options, value = "", hint = null, error = null, required } = props;
  return (
    <div class={error === null ? "field" : "field field-wrong"}>
      <label class="field-label" for={`field-${name}`}>
        {label} <Need {...props} />
      </label>
      <Notes name={name} hint={hint} error={error} />
      <select
        class="input"
        id={`field-${name}`}
        name={name}
        aria-required={required}
        aria-invalid={error !== null}
        {...describedBy(name, hint, error)}
      >
        {options.map((option) => (
          <option value={option.value} selected={option.value === value}>
            {option.label}
          </option>
        ))}
      </select>
    </div>
  );
}

/**
 * A field that people neither see nor meet by keyboard or screen reader, so that what fills it in is a program. Whoever
 * reads the page without its stylesheet is told to leave it empty.
 */
export function Trap({ name, label }: { readonly name: string; readonly label: string }) {
  return (
    <div class="trap" aria-hidden="true">
      <label for={`field-${name}`}>{label}</label>
      <input type="text" id={`field-${name}`} name={name} tabindex={-1} autocomplete="off" />
    </div>
  );
}

function Need({ language, required }: { readonly language: Language; readonly required: boolean }) {
  const t = uiWords(language);
  return <span class="field-need">({required ? t.required : t.optional})</span>;
}

function Notes({
  name,
  hint,
  error,
}: {
  readonly name: string;
  readonly hint: string | null;
  readonly error: string | null;
}) {
  return (
    <>
      {hint !== null && (
        <p class="field-hint" id={`hint-${name}`}>
          {hint}
        </p>
      )}
      {error !== null && (
        <p class="field-error" id={`error-${name}`}>
          {error}
        </p>
      )}
    </>
  );
}

function describedBy(
  name: string,
  hint: string | null,
  error: string | null,
): { "aria-describedby"?: string } {
  const ids = [hint === null ? [] : [`hint-${name}`], error === null ? [] : [`error-${name}`]].flat();
  return ids.length === 0 ? {} : { "aria-describedby": ids.join(" ") };
}
