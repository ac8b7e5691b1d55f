import type { z } from "zod";

const OPEN = new Set(["any", "unknown", "custom"]);

/**
 * Refuses a schema through which something undeclared could leave: `any`, `unknown`, `custom`, or an object that
 * passes on keys that it does not name. Throws TypeError where the route is declared, so a test run finds it.
 */
export function assertClosed(schema: z.ZodType, where: string): void {
  walk(schema, where, new Set());
}

function walk(node: unknown, where: string, seen: Set<object>): void {
  if (typeof node !== "object" || node === null || seen.has(node)) return;
  seen.add(node);
  const { def } = node as { readonly def?: Readonly<Record<string, unknown>> };
  if (def === undefined) {
    for (const value of Array.isArray(node) ? (node as unknown[]) : Object.values(node))
      walk(value, where, seen);
    return;
  }
  if (typeof def["type"] === "string" && OPEN.has(def["type"])) {
    throw new TypeError(`The schema of ${where} is open (${def["type"]}): name every field that may leave.`);
  }
  if (def["type"] === "lazy" && typeof def["getter"] === "function") {
    walk((def["getter"] as () => unknown)(), where, seen);
  }
  for (const [name, part] of Object.entries(def)) {
    if (name === "catchall" && part !== undefined && !isNever(part)) {
      throw new TypeError(
        `The schema of ${where} is open (undeclared keys): name every field that may leave.`,
      );
    }
    if (name === "shape" || typeof part === "object") walk(part, where, seen);
  }
}

function isNever(schema: unknown): boolean {
  return (schema as { readonly def?: { readonly type?: unknown } } | undefined)?.def?.type === "never";
}
