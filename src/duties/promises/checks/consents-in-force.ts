import type { Reader } from "../../../platform/store/index.ts";
import type { CountedTables } from "../counted-tables.ts";
import { countEntries, judged } from "../journal-pages.ts";
import type { LeafEntry } from "../journal-leaf.ts";
import { BATCH, BEFORE_ALL, batchOf, inTurn, type LiveCheck } from "../live-check.ts";
import type { PublishedPolicies } from "../published-policies.ts";

/**
 * No acceptance stands as a consent, no consent is of a text that is not its own, and whatever was done on the ground
 * of consent had one of that person's that was confirmed and not withdrawn. Clauses itsectr-privacy/2.1,
 * proit-privacy/1.2; tension T03. Of persons who are erased nothing can be said any more.
 */
export const consentsInForce: LiveCheck = {
  code: "consents-in-force",
  counts: {
    en: "Whatever was done on the ground of consent had a confirmed consent that was not withdrawn; no acceptance stands for one.",
    ru: "Всё сделанное на основании согласия опиралось на подтверждённое и не отозванное согласие; принятие документа его не заменяло.",
  },
  recount: ({ store, policies }, after) =>
    store.read((reader) =>
      inTurn(after, {
        consents: (at) => countConsents(reader, at, policies),
        acceptances: (at) => countAcceptances(reader, at, policies),
        uses: (at) => countEntries(reader, at, "decision", (entries) => judgeUses(reader, entries)),
      }),
    ),
};

async function countConsents(reader: Reader, after: string | null, policies: PublishedPolicies) {
  const events = await reader
    .query<CountedTables>()
    .selectFrom("consent_event as event")
    .leftJoin("consent_event as given", (join) =>
      join.onRef("given.giving", "=", "event.giving").on("given.event", "=", "given"),
    )
    .select([
      "event.id as id",
      "event.consent as consent",
      "event.purpose as purpose",
      "event.document as document",
      "event.policy as policy",
      "event.subject as subject",
      "given.subject as giver",
    ])
    .where("event.id", ">", after ?? BEFORE_ALL)
    .orderBy("event.id")
    .limit(BATCH)
    .execute();
  const declared = await consentsOf(reader, events, policies);
  return batchOf(events, ({ consent, purpose, document, policy, subject, giver }) => {
    const asked = declared.get(policy)?.find(({ code }) => code === consent);
    if (asked === undefined || giver !== subject) return true;
    return asked.purpose !== purpose || asked.document !== document;
  });
}

async function countAcceptances(reader: Reader, after: string | null, policies: PublishedPolicies) {
  const rows = await reader
    .query<CountedTables>()
    .selectFrom("acceptance")
    .select(["id", "document", "policy"])
    .where("id", ">", after ?? BEFORE_ALL)
    .orderBy("id")
    .limit(BATCH)
    .execute();
  const declared = await consentsOf(reader, rows, policies);
  return batchOf(
    rows,
    ({ document, policy }) => declared.get(policy)?.some((consent) => consent.document === document) === true,
  );
}

async function consentsOf(
  reader: Reader,
  rows: readonly { readonly policy: string }[],
  policies: PublishedPolicies,
) {
  const hashes = [...new Set(rows.map(({ policy }) => policy))];
  const found = await Promise.all(
    hashes.map(async (hash) => [hash, await policies.compiled(reader, hash)] as const),
  );
  return new Map(found.map(([hash, policy]) => [hash, policy?.consents ?? []]));
}

async function judgeUses(reader: Reader, entries: readonly LeafEntry[]) {
  const uses = entries
    .filter(({ decision }) => decision?.allowed === true && decision.basis === "consent")
    .flatMap((entry) => (entry.subjects ?? []).map((subject) => ({ ...entry, subject })));
  const persons = [...new Set(uses.map(({ subject }) => subject))];
  if (persons.length === 0) return { examined: 0, broken: 0 };
  const query = reader.query<CountedTables>();
  const held = await query.selectFrom("subject").select("id").where("id", "in", persons).execute();
  const events = await query
    .selectFrom("consent_event")
    .select(["subject", "giving", "event", "purpose", "at"])
    .where("subject", "in", persons)
    .execute();
  const known = new Set(held.map(({ id }) => id));
  return judged(
    uses.filter(({ subject }) => known.has(subject)),
    ({ subject, purpose, at }) => {
      const time = Number(at);
      const own = events.filter((event) => event.subject === subject);
      return !own.some(
        ({ giving, event, purpose: opened, at: confirmedAt }) =>
          event === "confirmed" &&
          opened === purpose &&
          confirmedAt <= time &&
          !own.some((other) => other.giving === giving && other.event === "withdrawn" && other.at < time),
      );
    },
  );
}
