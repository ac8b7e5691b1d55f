import { z } from "zod";
import type { Language } from "../../platform/i18n/index.ts";
import { Happened } from "../../platform/ui/index.ts";
import type { OpenedEnquiry } from "../../services/intake/index.ts";
import { enquiryWords, eventWords } from "./enquiry.messages.ts";
import { Moment } from "./moment.tsx";
import { operationText } from "./purposes.ts";

/** An entry of the journal as it stands beside an enquiry. */
export const entryView = z.object({
  at: z.number(),
  event: z.string(),
  operation: z.string().nullable(),
  actor: z.object({
    kind: z.string(),
    code: z.string(),
    /** A colleague's, where the reader may see it. */
    name: z.string().nullable(),
    you: z.boolean(),
  }),
  clause: z.string().nullable(),
  refusal: z.string().nullable(),
  waiting: z.boolean(),
});

type EntryView = z.output<typeof entryView>;

/** What of an entry is shown: when, who, what, under which clause. `names` are those that were opened for the reader. */
export function entryOf(
  { entry, position }: OpenedEnquiry["entries"][number],
  you: string,
  names: ReadonlyMap<string, string>,
): EntryView {
  const { actor, decision, operation } = entry;
  const { kind, id = "" } = actor;
  return {
    at: entry.at,
    event: entry.event,
    operation: operation ?? null,
    actor: { kind, code: codeOf(kind, id), name: names.get(id) ?? null, you: id === you },
    clause: decision?.clause ?? null,
    refusal: decision !== undefined && !decision.allowed ? (decision.code ?? "") : null,
    waiting: position === null,
  };
}

/** A part of the product has a name; of a pseudonym the end is enough to tell two apart. */
function codeOf(kind: string, id: string): string {
  return kind === "system" ? id : id.slice(-6);
}

export interface JournalBesideProps {
  readonly entries: readonly EntryView[];
  readonly language: Language;
  readonly timeZone: string;
}

/** The journal of one person, newest first; the reading that shows it is there too (clause itsectr-privacy/1.1.3). */
export function JournalBeside({ entries, language, timeZone }: JournalBesideProps) {
  const words = enquiryWords(language);
  return (
    <Happened
      items={entries.map((entry) => ({
        when: <Moment at={entry.at} language={language} timeZone={timeZone} />,
        what: whatText(entry, language),
        refused: entry.refusal !== null,
        note: [
          whoText(entry, language),
          ...(entry.clause === null ? [] : [words.under({ clause: entry.clause })]),
          ...(entry.refusal === null ? [] : [words.refused({ code: entry.refusal })]),
          ...(entry.waiting ? [words.journalWaiting] : []),
        ].join(" · "),
      }))}
    />
  );
}

function whatText({ event, operation }: EntryView, language: Language): string {
  if (event === "decision" && operation !== null) return operationText(operation, language);
  const words: Readonly<Record<string, string>> = eventWords(language);
  return words[event] ?? event;
}

function whoText({ actor }: EntryView, language: Language): string {
  const words = enquiryWords(language);
  if (actor.you) return words.you;
  switch (actor.kind) {
    case "visitor":
      return words["by-visitor"];
    case "subject":
      return words["by-subject"];
    case "staff":
      return actor.name ?? words["by-staff"]({ code: actor.code });
    case "key":
      return words["by-key"]({ code: actor.code });
    default:
      return words["by-system"]({ code: actor.code });
  }
}
