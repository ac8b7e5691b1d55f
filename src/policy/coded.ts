/** Whether one of these things has the code. */
export function has(things: readonly { readonly code: string }[], code: string): boolean {
  return things.some((thing) => thing.code === code);
}

/** By what an item of a list is recognised: its code, its id, or the attribute that a field is for. */
export function nameOfItem(item: unknown): string | undefined {
  if (typeof item !== "object" || item === null) return undefined;
  const { code, id, attribute } = item as Readonly<Record<string, unknown>>;
  return [code, id, attribute].find((name) => typeof name === "string");
}
