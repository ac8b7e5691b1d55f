import type { ClauseState } from "../../duties/promises/index.ts";
import type { Language } from "../../platform/i18n/index.ts";
import { promiseWords } from "./promise.messages.ts";
import { STATE_SHAPES } from "./state-shapes.ts";

/** A state: its mark, and its word. */
export function StateMark(props: {
  readonly state: ClauseState;
  readonly language: Language;
  /** Another word for the same mark. */
  readonly word?: string;
}) {
  const { state, language, word } = props;
  return (
    <span class={`standing standing-${state}`}>
      <svg
        class="standing-mark"
        viewBox="0 0 16 16"
        width="16"
        height="16"
        aria-hidden="true"
        focusable="false"
      >
        <path d={STATE_SHAPES[state]} />
      </svg>
      {word ?? promiseWords(language)[state]}
    </span>
  );
}

/** What a check found last, as a state has it: the same marks for the same news. */
export function outcomeOf(newest: { readonly outcome: "kept" | "broken" | "unknown" } | null): ClauseState {
  if (newest === null) return "pending";
  return ({ kept: "checked", broken: "broken", unknown: "unproven" } as const)[newest.outcome];
}

/** What a check found, in a word. */
export function outcomeWord(outcome: "kept" | "broken" | "unknown" | null, language: Language): string {
  const words = promiseWords(language);
  if (outcome === null) return words.countNever;
  return { kept: words.countKept, broken: words.countBroken, unknown: words.countUnknown }[outcome];
}
