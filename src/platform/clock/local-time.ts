const FORMATS = new Map<string, Intl.DateTimeFormat>();

function formatFor(timeZone: string): Intl.DateTimeFormat {
  let format = FORMATS.get(timeZone);
  if (format === undefined) {
    format = new Intl.DateTimeFormat("en-US", {
      timeZone,
      calendar: "iso8601",
      numberingSystem: "latn",
      hourCycle: "h23",
      year: "numeric",
      month: "2-digit",
      day: "2-digit",
      hour: "2-digit",
      minute: "2-digit",
      second: "2-digit",
    });
    FORMATS.set(timeZone, format);
  }
  return format;
}

/** What the clock on the wall shows in the zone at an instant, as if it were UTC, ms; whole seconds. */
function wallTime(at: number, timeZone: string): number {
  const parts = Object.fromEntries(
    formatFor(timeZone)
      .formatToParts(at)
      .map(({ type, value }) => [type, Number(value)]),
  );
  const { year = 0, month = 0, day = 0, hour = 0, minute = 0, second = 0 } = parts;
  return Date.UTC(year, month - 1, day, hour, minute, second);
}

/** The calendar day of an instant in a time zone, `2026-11-22`. Throws RangeError on an unknown zone. */
export function localDate(at: number, timeZone: string): string {
  return new Date(wallTime(at, timeZone)).toISOString().slice(0, 10);
}

const DAY = 24 * 60 * 60 * 1000;
const LOCAL = /^(\d{4})-(\d{2})-(\d{2})(?:T(\d{2}):(\d{2}))?$/;

/**
 * The instant of a date (`2026-12-01`, its first moment) or of a date and time (`2026-12-01T09:00`) in a time zone, ms;
 * null when the text is neither, or no such day exists. A time that the clocks leave out is as much later as they are
 * put on; of one that comes twice, the first (RFC 5545, section 3.3.5). Throws RangeError on an unknown zone.
 */
export function instantOf(text: string, timeZone: string): number | null {
  const [, year, month, day, hour = "00", minute = "00"] = LOCAL.exec(text) ?? [];
  const iso = `${year}-${month}-${day}T${hour}:${minute}:00.000Z`;
  const wall = Date.parse(iso);
  // Date.parse takes 24:00, and a 31st of a shorter month where an engine is lenient.
  if (Number.isNaN(wall) || new Date(wall).toISOString() !== iso) return null;
  const offsetBefore = wallTime(wall - DAY, timeZone) - (wall - DAY);
  const offsetAfter = wallTime(wall + DAY, timeZone) - (wall + DAY);
  const found = [wall - offsetBefore, wall - offsetAfter].filter((at) => wallTime(at, timeZone) === wall);
  return found.length === 0 ? wall - offsetBefore : Math.min(...found);
}
