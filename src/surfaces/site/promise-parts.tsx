import type { ClauseState } from "../../duties/promises/index.ts";
import type { Language } from "../../platform/i18n/index.ts";
import { promiseWords } from "./promise.messages.ts";

/** What the mark of a state is drawn with, in a square of 16: known by its shape, whatever its colour. */
const SHAPES: Readonly<Record<ClauseState, string>> = {
  broken: "M8 1l7 13.5H1zM8 6v4M8 12v.5",
  unproven:
    "M8 1.5a6.5 6.5 0 1 0 0 13 6.5 6.5 0 1 0 0-13M6 6.2a2 2 0 1 1 2.6 2.2c-.4.2-.6.5-.6 1v.4M8 11.6v.4",
  checked: "M8 1.5a6.5 6.5 0 1 0 0 13 6.5 6.5 0 1 0 0-13M5 8.2l2.2 2.2L11.2 6",
  kept: "M2.5 8.5l3.6 3.6L13.5 4.2",
  evidence: "M3.5 1.5h6l3 3v10h-9zM6 7h4M6 10h4",
  declared: "M3 8h10",
  pending: "M8 1.5a6.5 6.5 0 1 0 0 13 6.5 6.5 0 1 0 0-13",
};

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
        <path d={SHAPES[state]} />
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
