import type {
  ClauseKind,
  ControlCode,
  Enforceability,
  Localised,
  PendingRoom,
} from "../../../../policy/index.ts";

/** As the language takes it: what enforces a clause, that it only declares, or which part of the product it waits for. */
export type TemplateKept =
  | { readonly by: readonly ControlCode[] }
  | { readonly declared: true }
  | { readonly pending: PendingRoom };

/** A clause of the template; `${…}` in its text is written out as a fact that the clause takes from the promise. */
export interface TemplateClause {
  readonly id: string;
  readonly kind: ClauseKind;
  readonly enforceability: Enforceability;
  readonly kept: TemplateKept;
  readonly text: Localised;
  /** In plain words, for the page of promises. */
  readonly says: Localised;
  /** How it is kept, where that is said better than by the controls' own words. */
  readonly keptBy?: Localised;
}

/** The facts that clauses of the template may use, in the order in which they are written. */
const FACTS = [
  "operator",
  "emailLink",
  "letterLink",
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

function clause({ id, kind, enforceability, kept, text, says, keptBy }: TemplateClause): string {
  return [
    "    {",
    `      id: ${quoted(id)},`,
    `      kind: ${quoted(kind)},`,
    `      enforceability: ${quoted(enforceability)},`,
    `      kept: ${keeping(kept)},`,
    "      text: {",
    `        en: ${wording(text.en)},`,
    `        ru: ${wording(text.ru)},`,
    "      },",
    `      says: ${localised(says, 6)},`,
    ...(keptBy === undefined ? [] : [`      keptBy: ${localised(keptBy, 6)},`]),
    "    },",
  ].join("\n");
}

function keeping(kept: TemplateKept): string {
  if ("by" in kept) return `{ by: [${kept.by.map(quoted).join(", ")}] }`;
  return "pending" in kept ? `{ pending: ${quoted(kept.pending)} }` : "{ declared: true }";
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
