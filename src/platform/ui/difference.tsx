import type { Child } from "hono/jsx";
import type { Language } from "../i18n/index.ts";
import { textDifference } from "./text-difference.ts";
import { uiWords } from "./ui.messages.ts";

export interface DifferenceProps {
  readonly language: Language;
  /** Null when it is new. */
  readonly before: string | null;
  /** Null when it is gone. */
  readonly after: string | null;
  /** Of the text, where it is not the page's own language. */
  readonly lang?: Language;
}

/** A text that changed, word by word. Said to those who listen too: `del` and `ins` alone are read by few. */
export function Difference({ language, before, after, lang = language }: DifferenceProps) {
  const t = uiWords(language);
  const stretches = textDifference(before ?? "", after ?? "");
  return (
    <p class="difference" lang={lang}>
      {stretches.map(({ kind, text }) =>
        kind === "same" ? (
          text
        ) : kind === "removed" ? (
          <del>
            <Said>{t.removed}</Said>
            {text}
          </del>
        ) : (
          <ins>
            <Said>{t.added}</Said>
            {text}
          </ins>
        ),
      )}
    </p>
  );
}

function Said({ children }: { readonly children?: Child }) {
  return <span class="hidden-visually">[{children}] </span>;
}
