import type { Child } from "hono/jsx";
import type { ExternalLink, Link } from "../http/index.ts";
import type { Language } from "../i18n/index.ts";
import { uiWords } from "./ui.messages.ts";

export interface ButtonProps {
  /** `quiet` for everything but the one thing that a page is for. */
  readonly quiet?: boolean;
  /** Of a row or a list, where many stand together. */
  readonly small?: boolean;
  /** What it does, where its own word needs the row to be understood. */
  readonly label?: string;
  readonly name?: string;
  readonly value?: string;
  readonly children?: Child;
}

/** Sends its form. */
export function Button({ quiet = false, small = false, label, name, value, children }: ButtonProps) {
  const sent = { ...(name === undefined ? {} : { name }), ...(value === undefined ? {} : { value }) };
  return (
    <button
      type="submit"
      class={`button${quiet ? " button-quiet" : ""}${small ? " button-small" : ""}`}
      {...(label === undefined ? {} : { "aria-label": label })}
      {...sent}
    >
      {children}
    </button>
  );
}

/** A link that looks like a button: goes somewhere, changes nothing. */
export function ButtonLink({
  link,
  quiet = false,
  children,
}: {
  readonly link: Link;
  readonly quiet?: boolean;
  readonly children?: Child;
}) {
  return (
    <a class={quiet ? "button button-quiet" : "button"} href={link}>
      {children}
    </a>
  );
}

/** A link to another site, shown as one (`leaving`), which does not learn where its visitor came from. */
export function External({ href, children }: { readonly href: ExternalLink; readonly children?: Child }) {
  return (
    <a class="leaving" href={href} rel="noreferrer noopener">
      {children}
    </a>
  );
}

export interface NoticeProps {
  readonly language: Language;
  readonly kind: "info" | "success" | "warning" | "error";
  readonly title: string;
  /** Takes the focus when the page opens, without a script, so that it is read out first. */
  readonly first?: boolean;
  readonly children?: Child;
}

/** Something to know at once. Its kind is said in a word, not by colour alone. */
export function Notice({ language, kind, title, first = false, children }: NoticeProps) {
  return (
    <div class={`notice notice-${kind}`} {...(first ? { tabindex: -1, autofocus: true } : {})}>
      <p class="notice-title">
        <span class="notice-kind">{uiWords(language)[kind]}.</span> {title}
      </p>
      {children}
    </div>
  );
}

/** A sentence in which names of code stand between backticks. */
export function Sentence({ text }: { readonly text: string }) {
  return <>{text.split("`").map((part, i) => (i % 2 === 1 ? <code>{part}</code> : part))}</>;
}

/** Terms and what they are. */
export function DefinitionList({
  items,
}: {
  readonly items: readonly { readonly term: string; readonly detail: Child }[];
}) {
  return (
    <dl class="facts">
      {items.map(({ term, detail }) => (
        <>
          <dt>{term}</dt>
          <dd>{detail}</dd>
        </>
      ))}
    </dl>
  );
}

/** Text to be copied exactly: a checkpoint, a reference, a hash. Wraps anywhere rather than run off a phone. */
export function Code({
  caption,
  text,
  whole = false,
}: {
  readonly caption: string;
  readonly text: Child;
  /** A long text that is of use only whole: a click selects all of it, and it scrolls within itself, by keyboard too. */
  readonly whole?: boolean;
}) {
  const scrolls = { role: "region", "aria-label": caption, tabindex: 0 };
  return (
    <figure class="code-figure">
      <figcaption>{caption}</figcaption>
      <pre class={whole ? "code code-whole" : "code"} {...(whole ? scrolls : {})}>
        <code translate="no">{text}</code>
      </pre>
    </figure>
  );
}

/** What stands where nothing is yet: what this is for, and what to do. */
export function EmptyState({ title, children }: { readonly title: string; readonly children?: Child }) {
  return (
    <section class="empty">
      <h2>{title}</h2>
      {children}
    </section>
  );
}

export interface Column {
  readonly label: string;
  readonly number?: boolean;
}

export interface TableProps {
  readonly caption: string;
  readonly columns: readonly Column[];
  readonly rows: readonly (readonly Child[])[];
}

/** A table that scrolls within itself on a narrow screen, by keyboard too. The first cell of a row heads it. */
export function Table({ caption, columns, rows }: TableProps) {
  return (
    <div class="table-frame" role="region" aria-label={caption} tabindex={0}>
      <table class="table">
        <caption>{caption}</caption>
        <thead>
          <tr>
            {columns.map(({ label, number }) => (
              <th scope="col" class={number === true ? "number" : ""}>
                {label}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <tr>
              {row.map((cell, i) =>
                i === 0 ? (
                  <th scope="row">{cell}</th>
                ) : (
                  <td class={columns[i]?.number === true ? "number" : ""}>{cell}</td>
                ),
              )}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
