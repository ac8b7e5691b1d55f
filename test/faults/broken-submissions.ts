import type { OpenedOperator } from "../../src/open-operator.ts";
import { staffByLogin } from "../../src/people/staff/index.ts";
import type {
  subjectCollectionTable,
  subjectIdentifierTable,
  subjectTable,
  subjectValueTable,
} from "../../src/people/subjects/subjects.table.ts";
import type { JobTables } from "../../src/platform/jobs/job.table.ts";
import type { Pseudonym, Reader, Tables } from "../../src/platform/store/index.ts";
import type { enquiryTable } from "../../src/services/intake/enquiry.table.ts";
import { openEnquiry } from "../../src/services/intake/index.ts";
import type { messageTable } from "../../src/services/messages/messages.table.ts";
import { decodeLeaf } from "../../src/trust/journal/entry-leaf.ts";
import type { JournalTables } from "../../src/trust/journal/journal.table.ts";
import { verifyJournal } from "../../src/trust/journal/index.ts";
import type { VaultTables } from "../../src/trust/vault/vault.table.ts";
import { READER, wordsOf } from "./submissions.ts";

/** Every table that a sending writes to. */
export type SubmissionTables = Tables<
  | typeof enquiryTable
  | typeof messageTable
  | typeof subjectTable
  | typeof subjectCollectionTable
  | typeof subjectIdentifierTable
  | typeof subjectValueTable
> &
  JobTables &
  JournalTables &
  VaultTables;

/** How many values are opened at once. */
const TOGETHER = 32;
const ATTRIBUTES = Object.keys(wordsOf(0)).sort().join(" ");

/**
 * What an installation has lost or torn of the forms sent to it, in words; empty when every promise was kept. Counts
 * from the tables, independently of the code that wrote them: an enquiry is whole, with person, key, values, indexes,
 * message, job and journal entry; nothing of one stands without the rest; what was acknowledged is there and opens to
 * what was sent.
 * @param acknowledged number of the sending, by reference
 */
export async function brokenSubmissions(
  operator: OpenedOperator,
  acknowledged: ReadonlyMap<string, number>,
): Promise<string[]> {
  const rows = await operator.store.read(readAll);
  const broken = [...tornEnquiries(rows), ...strayRows(rows)];
  const held = new Set(rows.enquiries.map(({ reference }) => reference));
  for (const reference of acknowledged.keys()) {
    if (!held.has(reference)) broken.push(`${reference} was acknowledged and is gone`);
  }
  const destroyed = new Set(
    rows.scopes.filter((scope) => scope.destroyed_at !== null).map((scope) => scope.subject),
  );
  const readable = rows.enquiries.filter(
    ({ reference, subject }) => acknowledged.has(reference) && !destroyed.has(subject),
  );
  for (let from = 0; from < readable.length; from += TOGETHER) {
    const some = readable.slice(from, from + TOGETHER);
    const opened = some.map(({ reference }) =>
      wrongWords(operator, reference, acknowledged.get(reference) as number),
    );
    broken.push(...(await Promise.all(opened)).flat());
  }
  return broken;
}

/** What the journal's own verification finds, against a checkpoint that somebody was given. */
export async function brokenJournal(operator: OpenedOperator, since?: string): Promise<string[]> {
  const { findings } = await verifyJournal({
    store: operator.store,
    verifierKey: operator.journal.verifierKey,
    isGenuine: operator.journal.isGenuine,
    now: operator.clock.now(),
    ...(since === undefined ? {} : { since }),
  });
  return findings.map(({ code, where }) => `${code} at ${where}`);
}

type Rows = Awaited<ReturnType<typeof readAll>>;

/** One snapshot of all that sendings leave behind. */
async function readAll(reader: Reader) {
  const db = reader.query<SubmissionTables>();
  const leaves = [
    ...(await db.selectFrom("journal_entry").select("leaf").where("event", "=", "decision").execute()),
    ...(await db.selectFrom("journal_pending").select("leaf").where("event", "=", "decision").execute()),
  ];
  return {
    enquiries: await db.selectFrom("enquiry").select(["reference", "subject", "collection"]).execute(),
    persons: await db
      .selectFrom("subject")
      .innerJoin("subject_collection", "subject_collection.subject", "subject.id")
      .select("subject.id")
      .distinct()
      .where("channel", "=", "feedback")
      .execute(),
    lonelyPersons: await db
      .selectFrom("subject")
      .leftJoin("subject_collection", "subject_collection.subject", "subject.id")
      .select("subject.id")
      .where("subject_collection.id", "is", null)
      .execute(),
    collections: await db
      .selectFrom("subject_collection")
      .select(["id", "subject", "scope"])
      .where("channel", "=", "feedback")
      .execute(),
    values: await db
      .selectFrom("subject_value")
      .innerJoin("subject_collection", "subject_collection.id", "subject_value.collection")
      .select(["subject_value.subject", "subject_value.scope", "attribute"])
      .where("channel", "=", "feedback")
      .execute(),
    orphanValues: await db
      .selectFrom("subject_value")
      .leftJoin("subject_collection", "subject_collection.id", "subject_value.collection")
      .select("subject_value.subject")
      .where("subject_collection.id", "is", null)
      .execute(),
    identifiers: await db
      .selectFrom("subject_identifier")
      .select(["subject", "kind"])
      .where("kind", "<>", "login")
      .execute(),
    scopes: await db
      .selectFrom("vault_scope")
      .select(["id", "subject", "wrapped_key", "destroyed_at"])
      .where("rule", "<>", "staff")
      .execute(),
    messages: await db
      .selectFrom("message")
      .select(["id", "subject", "sent_at", "failed_at"])
      .where("template", "=", "enquiry-acknowledged")
      .execute(),
    otherMessages: await db
      .selectFrom("message")
      .select(["id", "subject"])
      .where("template", "<>", "enquiry-acknowledged")
      .execute(),
    jobs: await db.selectFrom("job").select("payload").where("kind", "=", "send-message").execute(),
    collected: leaves.flatMap(({ leaf }) => {
      const entry = leaf === null ? null : decodeLeaf(leaf);
      return entry?.operation === "collect"
        ? [{ subject: entry.subjects?.[0] ?? "", reference: entry.details?.["reference"] }]
        : [];
    }),
  };
}

function tornEnquiries(rows: Rows): string[] {
  const persons = new Set(rows.persons.map(({ id }) => id));
  const [collections, values, identifiers, scopes, messages, collected] = [
    bySubject(rows.collections),
    bySubject(rows.values),
    bySubject(rows.identifiers),
    bySubject(rows.scopes),
    bySubject(rows.messages),
    bySubject(rows.collected),
  ];
  const queued = new Map<string, number>();
  for (const message of rows.jobs.map(messageOf)) queued.set(message, (queued.get(message) ?? 0) + 1);

  return rows.enquiries.flatMap(({ reference, subject, collection }) => {
    const broken: string[] = [];
    const check = (kept: boolean, words: string) => {
      if (!kept) broken.push(`${reference} ${words}`);
    };
    const act = collections.get(subject)?.[0];
    // A consent that came into force has a key of its own beside this one.
    const scope = scopes.get(subject)?.find(({ id }) => id === act?.scope);
    const message = messages.get(subject)?.[0];
    check(persons.has(subject), "has no person");
    check(act?.id === collection, "has no act of collection");
    check(scope !== undefined, "has no key scope");
    check(
      scope === undefined || (scope.wrapped_key === null) === (scope.destroyed_at !== null),
      "has no key",
    );
    const attributes = (values.get(subject) ?? []).map(({ attribute }) => attribute);
    check(attributes.sort().join(" ") === ATTRIBUTES, `has the values ${attributes.join(" ")}`);
    const kinds = (identifiers.get(subject) ?? []).map(({ kind }) => kind);
    check(kinds.sort().join(" ") === "email phone", `has the indexes ${kinds.join(" ")}`);
    check(messages.get(subject)?.length === 1, "has no message, or several");
    if (message !== undefined) {
      const settled = message.sent_at !== null || message.failed_at !== null;
      const jobs = queued.get(message.id) ?? 0;
      check(jobs === (settled ? 0 : 1), `has a message ${settled ? "" : "not "}settled and ${jobs} jobs`);
    }
    const entries = collected.get(subject) ?? [];
    check(entries.length === 1 && entries[0]?.reference === reference, "has no journal entry of its own");
    return broken;
  });
}

/** What belongs to no enquiry: half of a unit. */
function strayRows(rows: Rows): string[] {
  const owners = new Set(rows.enquiries.map(({ subject }) => subject));
  const messages = new Set([...rows.messages, ...rows.otherMessages].map(({ id }) => id));
  const stray = (what: string, subjects: readonly string[]) =>
    subjects.filter((subject) => !owners.has(subject)).map((subject) => `${what} of ${subject} is alone`);
  return [
    ...stray(
      "a person",
      [...rows.persons, ...rows.lonelyPersons].map(({ id }) => id),
    ),
    ...stray(
      "an act of collection",
      rows.collections.map(({ subject }) => subject),
    ),
    ...stray(
      "a value",
      [...rows.values, ...rows.orphanValues].map(({ subject }) => subject),
    ),
    ...stray(
      "an index",
      rows.identifiers.map(({ subject }) => subject),
    ),
    ...stray(
      "a key",
      rows.scopes.map(({ subject }) => subject),
    ),
    ...stray(
      "a message",
      rows.messages.map(({ subject }) => subject),
    ),
    ...stray(
      "a journal entry",
      rows.collected.map(({ subject }) => subject),
    ),
    ...rows.jobs
      .map(messageOf)
      .filter((message) => !messages.has(message))
      .map((message) => `the job of ${message} is alone`),
  ];
}

function bySubject<T extends { readonly subject: Pseudonym }>(rows: readonly T[]): Map<string, T[]> {
  const map = new Map<string, T[]>();
  for (const row of rows) {
    const list = map.get(row.subject);
    if (list === undefined) map.set(row.subject, [row]);
    else list.push(row);
  }
  return map;
}

const messageOf = ({ payload }: { readonly payload: unknown }) => (payload as { message: string }).message;

/** Opens an enquiry as staff do, under its purpose, and compares it with what was sent. */
async function wrongWords(operator: OpenedOperator, reference: string, number: number): Promise<string[]> {
  try {
    const opened = await operator.store.transaction(async (tx) =>
      openEnquiry(tx, await staffByLogin(tx, READER, operator.vault), reference, operator),
    );
    if ("refusal" in opened) return [`${reference} does not open: ${opened.refusal.code}`];
    const found = new Map(opened.enquiry.values.map(({ attribute, value }) => [attribute, value]));
    return Object.entries(wordsOf(number))
      .filter(([attribute, value]) => found.get(attribute) !== value)
      .map(([attribute]) => `${reference} opens to another ${attribute}`);
  } catch (error) {
    return [`${reference} does not open: ${error instanceof Error && "code" in error ? error.code : error}`];
  }
}
