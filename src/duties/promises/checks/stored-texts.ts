import { canonicalJson } from "../../../policy/index.ts";
import type { CountedTables } from "../counted-tables.ts";
import { publicationsSaid } from "../journal-pages.ts";
import type { LiveCheck } from "../live-check.ts";
import { sha256 } from "../published-policies.ts";

/** Versions of one read: each holds a text a document and language. */
const VERSIONS = 10;

/**
 * Every published text is there in every language of its version, its bytes are what their hash says, and the hashes
 * are those that the journal took down at publication. Clauses itsectr-privacy/9.1, 9.3, itsectr-agreement/7.3.
 */
export const storedTexts: LiveCheck = {
  code: "stored-texts",
  counts: {
    en: "Every published text still has the bytes whose hashes the journal took down.",
    ru: "Байты каждого опубликованного текста по-прежнему те, чьи хеши записаны в журнале.",
  },
  recount: ({ store, policies }, after) =>
    store.read(async (reader) => {
      const all = await policies.versions(reader);
      const versions = all.filter(({ number }) => number > Number(after ?? 0)).slice(0, VERSIONS);
      const query = reader.query<CountedTables>();
      const published = await publicationsSaid(reader);
      let examined = 0;
      let broken = 0;
      for (const { number, policy } of versions) {
        const texts = await query
          .selectFrom("publication_document")
          .select(["code", "language", "bytes", "hash"])
          .where("version", "=", number)
          .orderBy("code")
          .orderBy("language")
          .execute();
        const compiled = await policies.compiled(reader, policy);
        const wanted = (compiled?.documents ?? []).flatMap(({ code }) =>
          (compiled?.operator.languages ?? []).map((language) => `${code} ${language}`),
        );
        const found = new Set(texts.map(({ code, language }) => `${code} ${language}`));
        const missing = wanted.filter((text) => !found.has(text)).length;
        const changed = texts.filter(({ bytes, hash }) => sha256(bytes) !== hash).length;
        const said = published.get(number)?.["documents"];
        const seen = sha256(canonicalJson(texts.map(({ code, language, hash }) => [code, language, hash])));
        // An entry may be past its term; one that is there says the same.
        const isAnother = said !== undefined && said !== seen && missing === 0;
        examined += texts.length + missing;
        broken += missing + changed + (isAnother && changed === 0 ? 1 : 0);
      }
      return {
        examined,
        broken,
        next: versions.length < VERSIONS ? null : String(versions.at(-1)?.number),
      };
    }),
};
