import { CannotSay, type LiveCheck } from "../live-check.ts";
import { inForceAt, sha256 } from "../published-policies.ts";
import type { CountedTables } from "../counted-tables.ts";

/** How long a site may take to follow a version that has just taken effect, ms. */
const LAID_OUT = 5000;

/**
 * Each document's address answers anybody, in each language, with the version in force: its number's text, known by
 * the hash that the page shows. Asked over the network, as a visitor asks. Clauses itsectr-privacy/9.3,
 * img-privacy/8.3, proit-privacy/6.2.
 */
export const policyAddress: LiveCheck = {
  code: "policy-address",
  counts: {
    en: "The address of each document answers a visitor with the version in force, in each language.",
    ru: "Адрес каждого документа отвечает посетителю действующей версией на каждом языке.",
  },
  async recount({ store, policies, clock, visit }) {
    if (visit === null) throw new CannotSay("not-serving");
    const wanted = await store.read(async (reader) => {
      const version = inForceAt(await policies.versions(reader), clock.now());
      const policy = version === null ? null : await policies.compiled(reader, version.policy);
      if (version === null || policy === null) throw new CannotSay("no-policy");
      const texts = await reader
        .query<CountedTables>()
        .selectFrom("publication_document")
        .select(["path", "language", "bytes"])
        .where("version", "=", version.number)
        .execute();
      return { host: policy.hosts[0] ?? "", texts, since: version.effectiveFrom };
    });
    let broken = 0;
    for (const { path, language, bytes } of wanted.texts) {
      const { status, body } = await visit(wanted.host, `/${language}${path}`);
      if (status !== 200 || !body.includes(sha256(bytes))) broken++;
    }
    if (broken > 0 && clock.now() - wanted.since < LAID_OUT) throw new CannotSay("version-changing");
    return { examined: wanted.texts.length, broken, next: null };
  },
};
