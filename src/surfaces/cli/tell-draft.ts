import { formatMoment } from "../../platform/i18n/index.ts";
import { type PolicyChange, sayFinding } from "../../policy/index.ts";
import { datedOtherwise, type Draft } from "../../trust/publication/index.ts";
import type { Terminal } from "./command.ts";
import { indented } from "./printable.ts";

const MARKS = { added: "+", removed: "-", changed: "~" } as const;

export interface Telling {
  /** Now, ms. */
  readonly at: number;
  readonly effectiveFrom: number | undefined;
  readonly terminal: Terminal;
}

/** Shows a draft to whoever is about to publish it: what was found, what changes, which dates it would have. */
export function tellDraft(draft: Draft, { at, effectiveFrom, terminal }: Telling): void {
  const { base, findings, changes, changedDocuments, compiled, madeFrom } = draft;
  if (madeFrom.kind === "restored") terminal.out(`The content of version ${madeFrom.version}, again.\n`);
  if (madeFrom.kind === "invalidated") {
    terminal.out(`Clause ${madeFrom.clause} of ${madeFrom.document} does not hold any more.\n`);
  }
  for (const finding of findings) {
    const { severity, where, clause } = finding;
    const { message, remedy, rule, waived } = sayFinding(finding, "en");
    const cited = clause === null ? "" : ` (clause ${clause})`;
    const kind = waived === null ? severity : "waived";
    terminal.out(
      `${kind}  ${where}${cited}: ${message} ${waived ?? remedy}${rule === null ? "" : ` (${rule})`}\n`,
    );
  }
  if (base === null) terminal.out("The first version.\n");
  else if (changes.length === 0 && changedDocuments.length === 0) {
    terminal.out(`Nothing differs from version ${base}.\n`);
  } else terminal.out(`Compared with version ${base}:\n`);
  for (const change of changes) tellChange(change, terminal);
  if (changes.some(({ material }) => material)) {
    terminal.out("! material: a consent given before does not reach it.\n");
  }
  const { timeZone } = compiled.operator;
  for (const { code, updatedOn } of compiled.documents) {
    const changed = changedDocuments.includes(code) ? "changed" : "unchanged";
    terminal.out(`${code}: ${changed}, updated ${updatedOn}\n`);
  }
  const from =
    effectiveFrom === undefined ? "now" : `${formatMoment(effectiveFrom, "en", timeZone)}, ${timeZone}`;
  terminal.out(`Published: now. Takes effect: ${from}.\n`);
  const otherwise = datedOtherwise(draft, at);
  if (otherwise.length > 0) {
    terminal.out(`The date of update is not today in ${otherwise.join(", ")}: a note has to say why.\n`);
  }
}

function tellChange(
  { kind, where, clause, document, material, before, after }: PolicyChange,
  terminal: Terminal,
): void {
  const name = clause === null || document === null ? where : `${document} ${clause}  ${where}`;
  terminal.out(`${MARKS[kind]} ${name}${material ? "  ! material" : ""}\n`);
  if (before !== null) terminal.out(`    was: ${indented(before.en)}\n`);
  if (after !== null) terminal.out(`    is:  ${indented(after.en)}\n`);
}
