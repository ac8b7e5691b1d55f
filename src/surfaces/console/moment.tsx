import { formatDate, formatMoment, type Language } from "../../platform/i18n/index.ts";
import { consoleWords } from "./console.messages.ts";

export interface MomentProps {
  /** ms. */
  readonly at: number;
  readonly language: Language;
  /** The operator's. */
  readonly timeZone: string;
  /** The day alone. */
  readonly day?: boolean;
}

/** An instant, in words and for programs. */
export function Moment({ at, language, timeZone, day = false }: MomentProps) {
  return (
    <time datetime={new Date(at).toISOString()}>
      {(day ? formatDate : formatMoment)(at, language, timeZone)}
    </time>
  );
}

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;

/** How long something has waited, in its largest unit. */
export function ageText(ms: number, language: Language): string {
  const words = consoleWords(language);
  if (ms >= DAY) return words.days({ count: Math.floor(ms / DAY) });
  if (ms >= HOUR) return words.hours({ count: Math.floor(ms / HOUR) });
  return ms >= MINUTE ? words.minutes({ count: Math.floor(ms / MINUTE) }) : words.underMinute;
}
