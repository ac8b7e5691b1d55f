import type { CompiledPolicy, StatutoryPurpose } from "../../../policy/index.ts";
import type { CountedTables } from "../counted-tables.ts";
import { BATCH, BEFORE_ALL, batchOf, type LiveCheck } from "../live-check.ts";

/** Ways in that are no form: what the operator records of its own staff, and what a consent lets pass. */
const STAFF = "staff";
const CONSENT_CONFIRMED = "consent-confirmed";

/**
 * Whatever came in came through a form of the version that was shown, for a purpose that collects through it, in
 * fields that the form has. Clauses itsectr-privacy/3.1, 3.1.feedback, 3.2, img-privacy/5.1.channel.
 */
export const fieldsOfForms: LiveCheck = {
  code: "fields-of-forms",
  counts: {
    en: "Whatever came in came through a declared form, for its purpose, and in fields that the form has.",
    ru: "Всё полученное пришло через объявленную форму, для её цели и в полях, которые в ней есть.",
  },
  recount: ({ store, policies, statutory }, after) =>
    store.read(async (reader) => {
      const collections = await reader
        .query<CountedTables>()
        .selectFrom("subject_collection")
        .select(["id", "subject", "purpose", "channel", "policy"])
        .where("id", ">", after ?? BEFORE_ALL)
        .orderBy("id")
        .limit(BATCH)
        .execute();
      const values =
        collections.length === 0
          ? []
          : await reader
              .query<CountedTables>()
              .selectFrom("subject_value")
              .select(["collection", "attribute"])
              // By the person, since that is what values are indexed by.
              .where("subject", "in", [...new Set(collections.map(({ subject }) => subject))])
              .execute();
      const attributes = Map.groupBy(values, ({ collection }) => collection);
      const compiled = new Map<string, CompiledPolicy | null>();
      for (const hash of new Set(collections.map(({ policy }) => policy))) {
        compiled.set(hash, await policies.compiled(reader, hash));
      }
      return batchOf(collections, (collection) => {
        const policy = compiled.get(collection.policy) ?? null;
        const held = (attributes.get(collection.id) ?? []).map(({ attribute }) => attribute);
        return policy === null || !cameThroughItsWay({ ...collection, held }, policy, statutory);
      });
    }),
};

function cameThroughItsWay(
  came: { readonly purpose: string; readonly channel: string; readonly held: readonly string[] },
  { purposes, forms }: CompiledPolicy,
  statutory: readonly StatutoryPurpose[],
): boolean {
  const purpose = purposes.find(({ code }) => code === came.purpose);
  if (came.channel === STAFF) return statutory.some(({ code }) => code === came.purpose);
  if (came.channel === CONSENT_CONFIRMED) return purpose?.basis === "consent";
  const form = forms.find(({ code }) => code === came.channel);
  if (form === undefined || purpose === undefined || !purpose.channels.includes(form.code)) return false;
  return came.held.every((attribute) => form.fields.some((field) => field.attribute === attribute));
}
