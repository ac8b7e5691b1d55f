import { domainToASCII } from "node:url";

/**
 * Normal forms by which identifiers are compared, however they were typed. They feed blind indexes and are never
 * stored. Clauses itsectr-privacy/3.2.2, 3.2.3.
 */

/**
 * An e-mail address: trimmed, Unicode NFC, lower case, internationalised domain in its ASCII form.
 * Returns null for what has not the form `local@domain`; form is all that is checked.
 */
export function normalEmail(typed: string): string | null {
  const text = typed.trim().normalize("NFC").toLowerCase();
  const at = text.lastIndexOf("@");
  const local = text.slice(0, at);
  const domain = domainToASCII(text.slice(at + 1));
  const fits = at > 0 && local.length <= 64 && domain.includes(".") && domain.length <= 253;
  return fits && /^[^\s@<>(),;:"[\]\\]+$/u.test(local) ? `${local}@${domain}` : null;
}

/** Calling codes and trunk prefixes of the countries that operators declare. */
const NATIONAL: Readonly<Record<string, { code: string; trunk: string; length: number }>> = {
  RU: { code: "7", trunk: "8", length: 10 },
};

/**
 * A phone number in E.164 (`+79991234567`), national forms read by the operator's country.
 * Returns null when no such number can exist: letters, under 8 or over 15 digits.
 */
export function normalPhone(typed: string, country: string): string | null {
  const text = typed.trim();
  if (!/^\+?[\d\s().\-–—]+$/u.test(text)) return null;
  const digits = text.replace(/\D/gu, "");
  const national = NATIONAL[country];
  const international = toInternational(text, digits, national);
  if (international === null || international.length < 8 || international.length > 15) return null;
  if (national !== undefined && international.startsWith(national.code)) {
    if (international.length !== national.code.length + national.length) return null;
  }
  return `+${international}`;
}

function toInternational(
  text: string,
  digits: string,
  national: { code: string; trunk: string; length: number } | undefined,
): string | null {
  if (text.startsWith("+")) return digits;
  if (national === undefined) return null;
  if (digits.length === national.length) return national.code + digits;
  if (digits.length === national.length + 1 && digits.startsWith(national.trunk)) {
    return national.code + digits.slice(1);
  }
  if (digits.length === national.length + 1 && digits.startsWith(national.code)) return digits;
  return null;
}
