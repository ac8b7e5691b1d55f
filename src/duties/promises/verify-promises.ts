import { PolicyError } from "../../policy/index.ts";
import { JournalError, readStatement } from "../../trust/journal/index.ts";
import { CLAUSE_STATES, type ClauseState } from "./clause-state.ts";
import { statementLines } from "./promises-statement.ts";
import { sha256 } from "./published-policies.ts";

/** What became of checking a `/promises.json` that somebody kept. */
export type VerifiedPromises =
  | {
      readonly sound: true;
      readonly operator: string;
      readonly at: number;
      readonly counts: Readonly<Record<ClauseState, number>>;
      /** Clauses in that state. */
      readonly broken: readonly string[];
    }
  | { readonly sound: false; readonly why: "not-promises" | "not-signed-by-this-key" | "changed" };

/** Longest file that is read, bytes. */
export const LONGEST_PROMISES = 20_000_000;

/**
 * Checks such a file against the public key of the operator's journal, as its journal page shows it. Reads no database.
 * @throws JournalError `key-malformed`
 */
export function verifyPromises(text: string, verifierKey: string): VerifiedPromises {
  const parsed = parse(text);
  if (parsed === null) return { sound: false, why: "not-promises" };
  const { signature, ...statement } = parsed;
  let stated: ReturnType<typeof readStatement>;
  try {
    stated = readStatement(signature, "upheld-promises/1", verifierKey);
  } catch (error) {
    if (!(error instanceof JournalError) || error.code === "key-malformed") throw error;
    return { sound: false, why: "not-signed-by-this-key" };
  }
  if (!isStated(statement, stated.lines)) return { sound: false, why: "changed" };
  const { operator, at, clauses } = statement;
  const inState = (state: ClauseState) => clauses.filter((clause) => clause.state === state);
  const counts = Object.fromEntries(CLAUSE_STATES.map((state) => [state, inState(state).length]));
  return {
    sound: true,
    operator,
    at,
    counts: counts as Record<ClauseState, number>,
    broken: inState("broken").map(({ id }) => id),
  };
}

/** What has no canonical text, a fraction for instance, was never signed. */
function isStated(statement: object, lines: readonly string[]): boolean {
  try {
    return statementLines(statement, sha256).join("\n") === lines.join("\n");
  } catch (error) {
    if (error instanceof PolicyError) return false;
    throw error;
  }
}

interface KeptFile {
  readonly format: string;
  readonly operator: string;
  readonly at: number;
  readonly clauses: readonly { readonly id: string; readonly state: string }[];
  readonly signature: string;
}

function parse(text: string): KeptFile | null {
  try {
    const file = JSON.parse(text) as Partial<KeptFile> | null;
    const isFile =
      typeof file === "object" &&
      file?.format === "upheld-promises/1" &&
      typeof file.operator === "string" &&
      typeof file.at === "number" &&
      typeof file.signature === "string" &&
      Array.isArray(file.clauses) &&
      file.clauses.every((clause) => typeof clause?.id === "string" && typeof clause.state === "string");
    return isFile ? (file as KeptFile) : null;
  } catch {
    return null;
  }
}
