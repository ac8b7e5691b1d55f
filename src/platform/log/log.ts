import { pino } from "pino";
import type { Clock } from "../clock/index.ts";
import { EVENTS, type EventFields, type EventName } from "./events.ts";
import { FITS, type FieldKind, isVocabularyKind, type VocabularyKind } from "./field-kinds.ts";
import { terminalLine } from "./terminal-line.ts";

type NothingElse<Allowed, Given> = Given & { readonly [K in Exclude<keyof Given, keyof Allowed>]: never };

export interface Log {
  /**
   * Writes one event of the closed table. A field that the table does not declare does not compile; one that
   * arrives all the same, or whose value is not of its kind, is left out and `log.dropped` says which, without the
   * value. Never throws.
   */
  event<N extends EventName, F extends EventFields<N>>(name: N, fields: NothingElse<EventFields<N>, F>): void;
  /**
   * Closes a vocabulary: only words admitted here pass in fields of that kind. For the composition root, at start,
   * with words from our own tables and the operators' policies; never with a value from a request.
   */
  admit(kind: VocabularyKind, words: Iterable<string>): void;
}

export interface LogOptions {
  readonly clock: Clock;
  /** Takes one finished line, its line break included. */
  readonly write: (line: string) => void;
  /** Lines for a person instead of JSON. */
  readonly terminal?: boolean;
}

const BUILT_IN_ERRORS = [
  "Error",
  "TypeError",
  "RangeError",
  "SyntaxError",
  "ReferenceError",
  "AggregateError",
  "ZodError",
  "$ZodError",
];

/** A log over pino. Its time is the clock's; host name and process id are left out. */
export function createLog({ clock, write, terminal = false }: LogOptions): Log {
  const vocabulary: Record<VocabularyKind, Set<string>> = {
    code: new Set([...BUILT_IN_ERRORS, ...Object.keys(EVENTS)]),
    route: new Set(),
    operator: new Set(),
  };
  for (const { fields } of Object.values(EVENTS)) {
    for (const field of Object.keys(fields)) vocabulary.code.add(field);
  }
  const sink = pino(
    {
      base: null,
      level: "debug",
      timestamp: () => `,"time":${clock.now()}`,
      formatters: { level: (label) => ({ level: label }) },
    },
    { write: (line: string) => write(terminal ? terminalLine(line) : line) },
  );

  const fits = (kind: FieldKind, value: unknown): boolean =>
    isVocabularyKind(kind) ? typeof value === "string" && vocabulary[kind].has(value) : FITS[kind](value);

  const alarm = (event: EventName, field: string, undeclared: boolean): void => {
    // An undeclared field's name may itself be a person's data, such as a key taken from a form.
    const known = vocabulary.code.has(field) ? { field } : {};
    sink.error({ event: "log.dropped", of: event, ...known, undeclared });
  };

  return {
    event(name, given) {
      const declared: Readonly<Record<string, FieldKind>> = EVENTS[name].fields;
      const kept: Record<string, unknown> = { event: name };
      for (const [field, value] of Object.entries(given)) {
        if (value === undefined) continue;
        const kind = Object.hasOwn(declared, field) ? declared[field] : undefined;
        if (kind === undefined) alarm(name, field, true);
        else if (fits(kind, value)) kept[field] = value;
        else alarm(name, field, false);
      }
      sink[EVENTS[name].level](kept);
    },
    admit(kind, words) {
      for (const word of words) vocabulary[kind].add(word);
    },
  };
}
