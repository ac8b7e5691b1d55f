import type { ClauseState } from "../../duties/promises/index.ts";

/** What the mark of a state is drawn with, in a square of 16: known by its shape, whatever its colour. */
export const STATE_SHAPES: Readonly<Record<ClauseState, string>> = {
  broken: "M8 1l7 13.5H1zM8 6v4M8 12v.5",
  unproven:
    "M8 1.5a6.5 6.5 0 1 0 0 13 6.5 6.5 0 1 0 0-13M6 6.2a2 2 0 1 1 2.6 2.2c-.4.2-.6.5-.6 1v.4M8 11.6v.4",
  checked: "M8 1.5a6.5 6.5 0 1 0 0 13 6.5 6.5 0 1 0 0-13M5 8.2l2.2 2.2L11.2 6",
  kept: "M2.5 8.5l3.6 3.6L13.5 4.2",
  evidence: "M3.5 1.5h6l3 3v10h-9zM6 7h4M6 10h4",
  declared: "M3 8h10",
  invalidated: "M3.5 3.5l9 9M12.5 3.5l-9 9",
  pending: "M8 1.5a6.5 6.5 0 1 0 0 13 6.5 6.5 0 1 0 0-13",
};
