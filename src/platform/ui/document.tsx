import type { Child } from "hono/jsx";
import type { Language } from "../i18n/index.ts";
import { uiWords } from "./ui.messages.ts";

/** How a clause is kept, as its margin says it. */
export interface MarginNote {
  readonly text: string;
  /** When it was last seen to hold, or that it does not, as a finished sentence; null when nothing looks yet. */
  readonly seen: string | null;
  /** False when the last look found it broken. */
  readonly holds: boolean;
}

export interface DocumentClause {
  /** `3.2.1`; also the anchor. */
  readonly id: string;
  /** Finished text; a line break begins a paragraph. */
  readonly text: string;
  readonly kept: MarginNote | null;
}

export interface DocumentSection {
  readonly id: string;
  readonly title: string;
  readonly clauses: readonly DocumentClause[];
}

export interface DocumentProps {
  readonly language: Language;
  readonly title: string;
  /** Date, version, hash: what is to be known of the text before it is read. */
  readonly facts?: Child;
  readonly sections: readonly DocumentSection[];
}

/** A legal text with its margin. On a phone each margin note stands under its clause. */
export function Document({ language, title, facts, sections }: DocumentProps) {
  return (
    <article class="document">
      <div class="document-head">
        <h1>{title}</h1>
        <div class="document-facts">{facts}</div>
      </div>
      <Contents language={language} sections={sections} />
      {sections.map((section) => (
        <Section language={language} section={section} />
      ))}
    </article>
  );
}

/** Links to the sections of a text. */
function Contents({ language, sections }: Pick<DocumentProps, "language" | "sections">) {
  return (
    <nav class="contents" aria-labelledby="contents-title">
      <h2 id="contents-title">{uiWords(language).contents}</h2>
      <ol>
        {sections.map(({ id, title }) => (
          <li>
            <span class="contents-number">{id}</span>
            <a href={`#section-${id}`}>{title}</a>
          </li>
        ))}
      </ol>
    </nav>
  );
}

function Section({ language, section }: { readonly language: Language; readonly section: DocumentSection }) {
  const { id, title, clauses } = section;
  const isKept = clauses.some(({ kept }) => kept !== null);
  return (
    <section class="section" id={`section-${id}`} aria-labelledby={`section-${id}-title`}>
      <div class="section-title">
        <span class="section-number" aria-hidden="true">
          {id}
        </span>
        <h2 id={`section-${id}-title`}>{title}</h2>
        {isKept && (
          <span class="margin-title" aria-hidden="true">
            {uiWords(language).howKept}
          </span>
        )}
      </div>
      {clauses.map((clause) => (
        <Clause language={language} clause={clause} />
      ))}
    </section>
  );
}

function Clause({ language, clause }: { readonly language: Language; readonly clause: DocumentClause }) {
  const { id, text, kept } = clause;
  const t = uiWords(language);
  return (
    <div class="clause" id={`clause-${id}`}>
      <span class="clause-number">
        <a href={`#clause-${id}`} aria-label={t.clause({ id })}>
          {id}
        </a>
      </span>
      <div class="clause-text">
        {text.split("\n").map((paragraph) => (
          <p>{paragraph}</p>
        ))}
      </div>
      {kept !== null && (
        <aside class={kept.holds ? "kept" : "kept kept-not"} aria-label={`${t.howKept}: ${id}`}>
          <p class="kept-text">
            <span class="kept-label">{t.howKept}: </span>
            {kept.text}
            {kept.seen !== null && <span class="kept-seen">{kept.seen}</span>}
          </p>
        </aside>
      )}
    </div>
  );
}
