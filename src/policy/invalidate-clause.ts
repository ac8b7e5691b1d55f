import type { Clause, CompiledPolicy, Invalidation, PolicyDocument } from "./compiled.ts";
import { clauseOf } from "./resolve-clause.ts";

/**
 * The policy with one clause marked as not holding any more (clause itsectr-agreement/9.3). `reference` names it as
 * people do: `7.2`, `user-agreement/7.2`, or by its registered name, `itsectr-agreement/7.2`. Null when it names none.
 */
export function invalidateClause(
  policy: CompiledPolicy,
  reference: string,
  invalidated: Invalidation,
): { readonly policy: CompiledPolicy; readonly before: Clause; readonly document: string } | null {
  const [prefix = "", ...rest] = reference.split("/");
  const registered = policy.documents.find(({ registeredAs }) => registeredAs === prefix);
  const found = clauseOf(
    policy,
    registered === undefined || rest.length === 0 ? reference : `${registered.code}/${rest.join("/")}`,
  );
  if (found === null) return null;
  const { document, clause: before } = found;
  const marked = withClauses(document, (clause) =>
    clause.id === before.id ? { ...clause, invalidated } : clause,
  );
  return { policy: withDocument(policy, marked), before, document: document.code };
}

/**
 * A newer policy with the marks of an older one on every clause whose text stayed what it was: what a court took away
 * does not come back because somebody else's change was made from a file that knows nothing of it.
 */
export function keepInvalidations(older: CompiledPolicy, newer: CompiledPolicy): CompiledPolicy {
  let kept = newer;
  for (const document of newer.documents) {
    const marked = withClauses(document, (clause) => {
      const before = clauseOf(older, `${document.code}/${clause.id}`)?.clause;
      if (before === undefined || before.invalidated === null || clause.invalidated !== null) return clause;
      const same = before.text.en === clause.text.en && before.text.ru === clause.text.ru;
      return same ? { ...clause, invalidated: before.invalidated } : clause;
    });
    kept = withDocument(kept, marked);
  }
  return kept;
}

/** A document with each clause changed; the same object where none was. */
function withClauses(document: PolicyDocument, change: (clause: Clause) => Clause): PolicyDocument {
  let changed = false;
  const sections = document.sections.map((section) => ({
    ...section,
    clauses: section.clauses.map((clause) => {
      const after = change(clause);
      changed ||= after !== clause;
      return after;
    }),
  }));
  return changed ? { ...document, sections } : document;
}

function withDocument(policy: CompiledPolicy, document: PolicyDocument): CompiledPolicy {
  const documents = policy.documents.map((one) => (one.code === document.code ? document : one));
  return documents.every((one, i) => one === policy.documents[i]) ? policy : { ...policy, documents };
}
