import { prepare, type Pseudonym, type Reader, type Tables } from "../../platform/store/index.ts";
import type { CompiledPolicy } from "../../policy/index.ts";
import { type ConsentRecord, consentRecords, isInForce } from "./consent.ts";
import type { consentEventTable } from "./consents.table.ts";

type ConsentTables = Tables<typeof consentEventTable>;

const COLUMNS = [
  "giving",
  "subject",
  "event",
  "consent",
  "purpose",
  "attributes",
  "document",
  "policy",
  "language",
  "channel",
  "form",
  "signature_level",
  "at",
] as const;

const eventsOf = prepare<ConsentTables, { subject: Pseudonym }>()((db, param) =>
  db.selectFrom("consent_event").select(COLUMNS).where("subject", "=", param("subject")).orderBy("id"),
);

const eventsAbout = prepare<ConsentTables, { giving: string }>()((db, param) =>
  db.selectFrom("consent_event").select(COLUMNS).where("giving", "=", param("giving")).orderBy("id"),
);

/** Every consent that a person has given, oldest first, with what has become of it. Acceptances are not among them. */
export async function consentsOf(reader: Reader, subject: Pseudonym): Promise<ConsentRecord[]> {
  return consentRecords(await reader.all(eventsOf, { subject }));
}

/** One giving, by its id; null when there is none. */
export async function readConsent(reader: Reader, giving: string): Promise<ConsentRecord | null> {
  const [record] = consentRecords(await reader.all(eventsAbout, { giving }));
  return record ?? null;
}

/** The purposes for which a person's consent is in force under `policy` (152-FZ 9; clause itsectr-privacy/4.1.2). */
export async function consentsInForce(
  reader: Reader,
  subject: Pseudonym,
  policy: Pick<CompiledPolicy, "consents">,
): Promise<string[]> {
  const records = await consentsOf(reader, subject);
  return [...new Set(records.filter((record) => isInForce(record, policy)).map(({ purpose }) => purpose))];
}
