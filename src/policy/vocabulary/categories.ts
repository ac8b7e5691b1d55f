/**
 * What kind of personal data an item is (glossary C7). The law's statutory purposes refer to these. Closed: special
 * categories and biometrics (152-FZ 10, 11; GDPR 9) are not among them, since they need a written consent, which no
 * form takes.
 */
export const DATA_CATEGORIES = [
  "name",
  "email",
  "phone",
  "company",
  "profession",
  "interest",
  "sex",
  "age",
  "geo",
  "ip",
  "userAgent",
  "os",
  "device",
  "cookie",
  "page",
  "referrer",
  /** When something was done; clause itsectr-privacy/3.3.time. */
  "time",
  "visitorId",
  "login",
  "password",
  "authEvent",
  "message",
  "idDocument",
  "choice",
] as const;

export type DataCategory = (typeof DATA_CATEGORIES)[number];

export function isDataCategory(value: string): value is DataCategory {
  return (DATA_CATEGORIES as readonly string[]).includes(value);
}
