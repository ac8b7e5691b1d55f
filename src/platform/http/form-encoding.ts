import { HttpRefusal, type HttpErrorCode } from "./http.errors.ts";

/** A form or query as sent: a name given twice has a list. Without a prototype, so that no name is special. */
export type Fields = Readonly<Record<string, string | readonly string[]>>;

const MOST_FIELDS = 200;
const LONGEST_NAME = 100;

/**
 * Reads `application/x-www-form-urlencoded` text strictly (WHATWG URL, section 5.1, which forgives what this does
 * not): a broken escape, an escape that is not UTF-8, a NUL, too many fields or too long a name is refused.
 */
export function parseFields(text: string, code: HttpErrorCode): Fields {
  const fields: Record<string, string | string[]> = Object.create(null) as Record<string, string | string[]>;
  if (text === "") return fields;
  const pairs = text.split("&");
  if (pairs.length > MOST_FIELDS) throw new HttpRefusal(code);
  for (const pair of pairs) {
    const equals = pair.indexOf("=");
    const name = decode(equals < 0 ? pair : pair.slice(0, equals), code);
    const value = equals < 0 ? "" : decode(pair.slice(equals + 1), code);
    if (name === "" || name.length > LONGEST_NAME) throw new HttpRefusal(code);
    const before = fields[name];
    if (before === undefined) fields[name] = value;
    else if (typeof before === "string") fields[name] = [before, value];
    else before.push(value);
  }
  return fields;
}

function decode(text: string, code: HttpErrorCode): string {
  try {
    const decoded = decodeURIComponent(text.replaceAll("+", " "));
    if (!decoded.includes("\0") && decoded.isWellFormed()) return decoded;
  } catch {
    // Not an escape of UTF-8: refused below, without quoting it.
  }
  throw new HttpRefusal(code);
}
