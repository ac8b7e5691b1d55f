import type { Localised } from "../i18n/index.ts";
import { type ErrorTable, HTTP_ERRORS, HttpRefusal, type Kept } from "./http.errors.ts";

/** An error as it is shown: all of it comes from a table, but the code that chose the row and the field's name. */
export interface Problem {
  readonly code: string;
  readonly status: number;
  readonly message: Localised;
  readonly field: string | null;
  readonly kept: Kept;
}

/** Turns whatever was thrown into a row of a registered table. What is in none is `unexpected`: 500, id only. */
export type Explain = (thrown: unknown, unsafe: boolean) => Problem;

/** Joins the rooms' tables with this room's. Throws when two tables give one code different rows. */
export function explainBy(tables: readonly ErrorTable[]): Explain {
  const rows = new Map<string, ErrorTable[string]>(Object.entries(HTTP_ERRORS));
  for (const table of tables) {
    for (const [code, row] of Object.entries(table)) {
      const other = rows.get(code);
      if (other !== undefined && other !== row)
        throw new TypeError(`Two error tables have the code ${code}.`);
      rows.set(code, row);
    }
  }
  return (thrown, unsafe) => {
    const named = codeOf(thrown);
    const code = named !== undefined && rows.has(named) ? named : "unexpected";
    const row = rows.get(code) ?? HTTP_ERRORS.unexpected;
    const { field = null, kept } = code === "unexpected" ? {} : detailOf(thrown);
    const message = typeof row.message === "string" ? { en: row.message, ru: row.message } : row.message;
    return {
      code,
      status: row.status,
      message,
      field,
      kept: unsafe ? (kept ?? row.kept ?? "nothing") : "unchanged",
    };
  };
}

function codeOf(thrown: unknown): string | undefined {
  if (typeof thrown !== "object" || thrown === null || !("code" in thrown)) return undefined;
  return typeof thrown.code === "string" ? thrown.code : undefined;
}

function detailOf(thrown: unknown): { field?: string | null; kept?: Kept | undefined } {
  return thrown instanceof HttpRefusal ? { field: thrown.field ?? null, kept: thrown.kept } : {};
}
