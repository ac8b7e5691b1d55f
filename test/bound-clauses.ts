import type { Clause, CompiledPolicy } from "../src/policy/index.ts";

/** The clauses of a document, in the order in which it has them. */
export function clausesOf({ documents }: CompiledPolicy, document: string): readonly Clause[] {
  return documents
    .filter(({ code }) => code === document)
    .flatMap(({ sections }) => sections.flatMap(({ clauses }) => clauses));
}

/** Everything that a policy's documents say, in both languages, plain words included. */
export function allThatIsSaid(policy: CompiledPolicy): string {
  return policy.documents
    .flatMap(({ code }) => clausesOf(policy, code))
    .flatMap(({ text, says }) => [text.en, text.ru, says?.en ?? "", says?.ru ?? ""])
    .join("\n");
}

/** What keeps a clause, in one line: `name-parts`, `evidence: regimes`, `declared`, `waits for accounts`. */
export function boundTo({ kept }: Clause): string {
  if (kept === null) return "nothing";
  if ("by" in kept) return kept.by.join(" ");
  if ("evidence" in kept) return `evidence: ${kept.evidence.join(" ")}`;
  return "declared" in kept ? "declared" : `waits for ${kept.pending}`;
}

/** `{ "1.1": "declared" }` of lines such as `declared: 1.1 1.2`. */
export function boundBy(lines: Readonly<Record<string, string>>): Record<string, string> {
  return Object.fromEntries(
    Object.entries(lines).flatMap(([bond, ids]) => ids.split(" ").map((id) => [id, bond])),
  );
}
