import type { CompiledPolicy, StatutoryPurpose } from "../../../policy/index.ts";
import type { CountedTables } from "../counted-tables.ts";
import { BATCH, BEFORE_ALL, batchOf, type LiveCheck } from "../live-check.ts";
import { inForceAt } from "../published-policies.ts";

/**
 * Every sealed value is of an attribute that its purpose lists in the version that was in force when it was collected:
 * a later version opens nothing for it. Clauses itsectr-privacy/1.1.2, 3.2, img-privacy/3.0.
 */
export const listedData: LiveCheck = {
  code: "listed-data",
  counts: {
    en: "Every stored value is of a kind that the version in force at its collection lists for its purpose.",
    ru: "Каждое хранимое значение — того вида, который версия, действовавшая при сборе, называет для его цели.",
  },
  recount: ({ store, policies, statutory }, after) =>
    store.read(async (reader) => {
      const values = await reader
        .query<CountedTables>()
        .selectFrom("subject_value as value")
        .leftJoin("subject_collection as collection", "collection.id", "value.collection")
        .select([
          "value.id as id",
          "value.attribute as attribute",
          "collection.purpose as purpose",
          "collection.policy as policy",
          "collection.received_at as at",
        ])
        .where("value.id", ">", after ?? BEFORE_ALL)
        .orderBy("value.id")
        .limit(BATCH)
        .execute();
      const versions = await policies.versions(reader);
      const hashes = new Set(values.flatMap(({ policy }) => (policy === null ? [] : [policy])));
      const compiled = new Map<string, CompiledPolicy | null>();
      for (const hash of hashes) compiled.set(hash, await policies.compiled(reader, hash));
      return batchOf(values, ({ attribute, purpose, policy, at }) => {
        if (purpose === null || policy === null || at === null) return true;
        const promised = compiled.get(policy) ?? null;
        if (promised === null || inForceAt(versions, at)?.policy !== policy) return true;
        return !isListed(attribute, purpose, promised, statutory);
      });
    }),
};

function isListed(
  attribute: string,
  purpose: string,
  { purposes, attributes }: CompiledPolicy,
  statutory: readonly StatutoryPurpose[],
): boolean {
  const chosen = purposes.find(({ code }) => code === purpose);
  if (chosen !== undefined) {
    return chosen.attributes.includes(attribute) && attributes.some(({ code }) => code === attribute);
  }
  const imposed = statutory.find(({ code }) => code === purpose);
  if (imposed === undefined) return false;
  const declared = attributes.find(({ code }) => code === attribute);
  if (imposed.attributes === "*") return declared !== undefined;
  return imposed.attributes.includes(declared?.category ?? attribute);
}
