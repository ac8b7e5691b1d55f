import {
  prepare,
  type Pseudonym,
  type Reader,
  type Tables,
  type Transaction,
} from "../../platform/store/index.ts";
import type { FactSource, PolicyFact, ScopeFact } from "../../trust/gate/index.ts";
import type { Publication } from "../../trust/publication/index.ts";
import { collectedUnderOthers, samePerson } from "../subjects/index.ts";
import type { acceptanceTable } from "./consents.table.ts";
import { consentsOf } from "./read-consents.ts";

type Versions = Pick<Publication, "inForce" | "ofPolicy">;

/**
 * Tells the gate under which versions a person's data came, which consents of theirs stand and under which text, and
 * what they accepted anew (clause itserw-privacy/2.0, tension T13). Under the first version there is nothing to tell;
 * of a purpose that the law imposes, and of what is being collected now, nothing is asked.
 */
export function scopeFacts(publication: Versions): FactSource<"scope"> {
  return {
    supplies: "scope",
    async load(tx, { operation, purpose, subjects }) {
      const policy = await publication.inForce(tx, tx.at);
      if (policy === null || policy.version === 1 || operation === "collect") return undefined;
      if (!policy.compiled.purposes.some(({ code }) => code === purpose)) return undefined;
      const facts = new Map<string, ScopeFact>();
      for (const subject of new Set(subjects)) {
        facts.set(subject, await scopeOf(tx, { subject, purpose, policy }, publication));
      }
      return facts;
    },
  };
}

async function scopeOf(
  tx: Transaction,
  asked: { readonly subject: Pseudonym; readonly purpose: string; readonly policy: PolicyFact },
  publication: Versions,
): Promise<ScopeFact> {
  const { subject, purpose, policy } = asked;
  const ofPolicy = (hash: string) => publication.ofPolicy(tx, hash);
  const held = [];
  for (const { attribute, policy: hash } of await collectedUnderOthers(tx, subject, policy.hash)) {
    held.push({ attribute, under: await ofPolicy(hash) });
  }
  const onConsent = [policy, ...held.map(({ under }) => under)].some((version) =>
    version?.compiled.purposes.some(({ code, basis }) => code === purpose && basis === "consent"),
  );
  const consented = [];
  for (const given of onConsent ? await consentsOf(tx, subject) : []) {
    if (given.confirmedAt === null || given.withdrawnAt !== null) continue;
    consented.push({ purpose: given.purpose, under: await ofPolicy(given.policy) });
  }
  const reaccepted = [];
  if (held.length > 0 && policy.compiled.settings.versioning.notice === "re-accept") {
    for (const hash of await acceptedAnew(tx, subject)) {
      const version = await ofPolicy(hash);
      if (version !== null) reaccepted.push(version);
    }
  }
  return { held, consented, reaccepted };
}

const anewBy = prepare<Tables<typeof acceptanceTable>, { subject: Pseudonym }>()((db, param) =>
  db
    .selectFrom("acceptance")
    .select("policy")
    .distinct()
    .where("subject", "=", param("subject"))
    .where("mode", "=", "re-accept"),
);

/** The policies that a person accepted by the control that asks again, under whichever of their names. */
async function acceptedAnew(reader: Reader, subject: Pseudonym): Promise<Set<string>> {
  const found = new Set<string>();
  for (const member of await samePerson(reader, subject)) {
    for (const { policy } of await reader.all(anewBy, { subject: member })) found.add(policy);
  }
  return found;
}
