import type { OpenedOperator } from "../src/open-operator.ts";
import { type CompiledPolicy, diffPolicies, renderDocument, type Settings } from "../src/policy/index.ts";
import { systemRandom, uuidv7 } from "../src/platform/random/index.ts";
import type { PolicyFact } from "../src/trust/gate/index.ts";

const NOTE = { en: "A test's own.", ru: "Для проверки." };

/** Publishes the policy in force with what a test changes in it, from now or from `from`, as an act of somebody's. */
export async function publishNext(
  { store, publication, clock }: Pick<OpenedOperator, "store" | "publication" | "clock">,
  change: (policy: CompiledPolicy) => CompiledPolicy,
  from = 0,
): Promise<PolicyFact> {
  const inForce = await publication.current(clock.now());
  if (inForce === null) throw new Error("Nothing is in force.");
  const compiled = change(inForce.compiled);
  const [newest] = (await store.read((reader) => publication.timeline(reader))).filter(
    ({ calledOffAt }) => calledOffAt === null,
  );
  const documents = compiled.documents.flatMap((document) =>
    compiled.operator.languages.map((language) => ({
      code: document.code,
      language,
      bytes: renderDocument(document, language),
    })),
  );
  const hash = "0".repeat(64);
  const draft = {
    compiled,
    madeFrom: { kind: "folder" as const },
    findings: [],
    changes: diffPolicies(inForce.compiled, compiled),
    base: newest?.number ?? null,
    documents,
    changedDocuments: [],
    hash,
  };
  return store.transaction((tx) =>
    publication.publishDraft(tx, {
      draft,
      previewed: hash,
      publishedBy: uuidv7(tx.at, systemRandom),
      via: "cli",
      note: NOTE,
      ...(from > tx.at ? { effectiveFrom: from } : {}),
    }),
  );
}

/** A policy with another notice of changes. */
export function withNotice(policy: CompiledPolicy, notice: Settings["versioning"]["notice"]): CompiledPolicy {
  return { ...policy, settings: { ...policy.settings, versioning: { notice } } };
}

/** A policy of whose documents each has another text: its first clause says one thing more. */
export function withOtherTexts(policy: CompiledPolicy, more: string): CompiledPolicy {
  return {
    ...policy,
    documents: policy.documents.map((document) => ({
      ...document,
      sections: document.sections.map((section, i) => ({
        ...section,
        clauses: section.clauses.map((clause, j) =>
          i + j > 0
            ? clause
            : { ...clause, text: { en: `${clause.text.en} ${more}`, ru: `${clause.text.ru} ${more}` } },
        ),
      })),
    })),
  };
}
