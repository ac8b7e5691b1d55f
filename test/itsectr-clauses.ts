/** Every number of ITSECTR's two documents, in the order in which they have them. */
export const PRIVACY_POLICY: readonly string[] = ids(
  "preamble.scope updated",
  "1.1.1 1.1.2 1.1.3 1.1.4 1.1.5 1.1.6 1.1.7",
  "2.1 2.2 2.3 2.4",
  "3.1 3.1.feedback 3.1.order 3.1.newsletter 3.1.registration 3.2 3.2.1 3.2.2 3.2.3 3.2.4 3.2.5",
  "3.3.ip 3.3.cookie 3.3.ua 3.3.time 3.3.page 3.3.referrer 3.3.1 3.3.2.providers 3.3.2.purpose 3.4",
  "4.1.1 4.1.2 4.1.3 4.1.4 4.1.5 4.1.6 4.1.7",
  "5.1.term 5.1.means 5.2 5.3 5.4 5.5 5.6",
  "6.1.1 6.1.2 6.2.1 6.2.2 6.2.3 6.2.4.block 6.2.4.representative",
  "7.1 7.2.1 7.2.2 7.2.3",
  "8.1 8.2 8.3 8.4",
  "9.1 9.2 9.3",
  "10.1 10.2.channel 10.2.deadline",
);

export const USER_AGREEMENT: readonly string[] = ids(
  "1.1 1.2 1.3 1.4 1.5",
  "2.1.1 2.1.2 2.1.3 2.1.4 2.1.5",
  "3.1 3.2.info 3.2.forms 3.2.materials 3.2.newsletter 3.2.other 3.3 3.4 3.5",
  "4.1.1 4.1.2 4.1.3 4.1.4",
  "4.2.1 4.2.2 4.2.3 4.2.4",
  "4.3.1 4.3.2 4.3.3 4.3.4 4.3.5",
  "4.4.1 4.4.2 4.4.3 4.4.4",
  "5.1 5.2 5.3 5.4",
  "6.1 6.2 6.3",
  "7.1 7.2.a 7.2.b 7.2.c 7.3",
  "8.1 8.2 8.3",
  "9.1 9.2 9.3 9.4",
  "10.1 updated",
);

/** The text of the one consent, which the other two are not. */
export const CONSENT_TO_OFFERS: readonly string[] = ids(
  "offers.1 offers.2 offers.3 offers.4 offers.5 offers.6 offers.7",
);

function ids(...lines: string[]): string[] {
  return lines.flatMap((line) => line.split(" "));
}
