import type { Localised } from "../../../../policy/index.ts";

/** A clause of the template; `${…}` in its text is written out as a fact that the clause takes from the promise. */
export interface TemplateClause {
  readonly id: string;
  readonly text: Localised;
  readonly keptBy: Localised | null;
}

/** The facts that clauses of the template may use, in the order in which they are written. */
const FACTS = [
  "operator",
  "emailLink",
  "hosts",
  "form",
  "purpose",
  "consent",
  "statutory",
  "retentionTerms",
  "endEvents",
  "rights",
  "measures",
  "deadline",
  "document",
  "list",
  "bullets",
  "sentence",
] as const;

/** How long a line of what is written may be, as in the operators that are shipped. */
const WIDTH = 110;

/** A text as a TypeScript string; in single quotes where that spares it escapes. */
export function quoted(text: string): string {
  const double = JSON.stringify(text);
  return text.includes('"') && !text.includes("'")
    ? `'${double.slice(1, -1).replaceAll('\\"', '"')}'`
    : double;
}

/** `{ en: "…", ru: "…" }`, for a member that stands `indent` spaces deep. */
export function localised({ en, ru }: Localised, indent: number): string {
  const space = " ".repeat(indent);
  const short = `{ en: ${quoted(en)}, ru: ${quoted(ru)} }`;
  if (short.length + indent < 80) return short;
  return `{\n${space}  en: ${quoted(en)},\n${space}  ru: ${quoted(ru)},\n${space}}`;
}

/** One section of a document, as the value of an exported constant. */
export function section(id: string, title: Localised, clauses: readonly TemplateClause[]): string {
  return [
    "defineSection<FactsOf<typeof promise>>({",
    `  id: ${quoted(id)},`,
    `  title: ${localised(title, 2)},`,
    "  clauses: [",
    ...clauses.map(clause),
    "  ],",
    "});",
  ].join("\n");
}

function clause({ id, text, keptBy }: TemplateClause): string {
  return [
    "    {",
    `      id: ${quoted(id)},`,
    "      text: {",
    `        en: ${wording(text.en)},`,
    `        ru: ${wording(text.ru)},`,
    "      },",
    `      keptBy: ${keptBy === null ? "null" : localised(keptBy, 6)},`,
    "    },",
  ].join("\n");
}

/** A string where it is plain, and a function of the facts where it takes some. */
function wording(text: string): string {
  const taken = [...text.matchAll(/\$\{([^}]*)\}/gu)].map(([, expression = ""]) => expression).join(" ");
  const facts = FACTS.filter((fact) => new RegExp(`(?<![.\\w"])${fact}\\b`, "u").test(taken));
  if (facts.length === 0) return quoted(text);
  const taking = `({ ${facts.join(", ")} }) =>`;
  const body = `\`${text}\``;
  const short = `${taking} ${body}`;
  return `        en: ${short},`.length <= WIDTH ? short : `${taking}\n          ${body}`;
}
