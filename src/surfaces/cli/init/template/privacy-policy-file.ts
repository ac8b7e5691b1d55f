import type { OperatorAnswers } from "../answers.ts";
import { CLAUSES } from "./privacy-policy-clauses.ts";
import { section } from "./source-text.ts";

/** `privacy-policy.ts`: every section of the policy, with the clauses that the answers call for. */
export function privacyPolicyFile(answers: OperatorAnswers): string {
  const sections = CLAUSES.map(({ constant, id, title, clauses }) => ({
    constant,
    source: section(
      id,
      title,
      clauses.filter(({ when }) => when === undefined || when(answers)),
    ),
  }));
  return `import { defineSection, type FactsOf } from "upheld/policy";
import type { promise } from "./promise.ts";

${sections.map(({ constant, source }) => `const ${constant} = ${source}`).join("\n\n")}

/** The sections in the order in which people read them. */
export const privacyPolicy = [${sections.map(({ constant }) => constant).join(", ")}];
`;
}
