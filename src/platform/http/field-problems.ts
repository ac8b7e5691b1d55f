import type { z } from "zod";

/** What is wrong with one field, as a code that a room's words explain. Never the value. */
export interface FieldProblem {
  /** The field as declared; empty when the problem is an undeclared field or the whole. */
  readonly field: string;
  readonly problem: "required" | "too-long" | "too-short" | "format" | "not-allowed" | "invalid";
}

/** Reads a schema's issues. A refinement may name its problem as `params: { problem }`. One problem a field. */
export function fieldProblems(error: z.ZodError): FieldProblem[] {
  const found = new Map<string, FieldProblem>();
  for (const issue of error.issues) {
    // What an unrecognised key was called is the sender's text, and is not repeated.
    const field = issue.code === "unrecognized_keys" ? "" : issue.path.map(String).join(".");
    if (!found.has(field)) found.set(field, { field, problem: problemOf(issue) });
  }
  return [...found.values()];
}

function problemOf(issue: z.core.$ZodIssue): FieldProblem["problem"] {
  switch (issue.code) {
    case "invalid_type":
      return issue.input === undefined ? "required" : "invalid";
    case "too_small":
      return issue.origin === "string" && Number(issue.minimum) <= 1 ? "required" : "too-short";
    case "too_big":
      return "too-long";
    case "invalid_format":
      return "format";
    case "unrecognized_keys":
    case "invalid_value":
      return "not-allowed";
    case "custom":
      return namedProblem(issue.params?.["problem"]);
    default:
      return "invalid";
  }
}

const NAMED = ["required", "too-long", "too-short", "format", "not-allowed"] as const;

function namedProblem(name: unknown): FieldProblem["problem"] {
  return NAMED.find((one) => one === name) ?? "invalid";
}
