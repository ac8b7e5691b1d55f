/** What is recounted on a running installation. Closed: a check's results are found by its code for ever. */
export const CHECK_CODES = [
  "acceptances",
  "addresses-confirmed",
  "advertising-held",
  "authorised-readings",
  "consents-in-force",
  "contacts",
  "dates-of-versions",
  "fields-of-forms",
  "journal-whole",
  "journalled-operations",
  "keys-kept",
  "listed-data",
  "nothing-in-clear",
  "one-version-at-a-time",
  "policy-address",
  "promises-on-record",
  "stored-texts",
  "values-unverified",
] as const;
export type CheckCode = (typeof CHECK_CODES)[number];
