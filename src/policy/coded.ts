/** Whether one of these things has the code. */
export function has(things: readonly { readonly code: string }[], code: string): boolean {
  return things.some((thing) => thing.code === code);
}

/** By what an item of a list is recognised: its code, its id, or what it is about: an attribute, a country, a finding. */
export function nameOfItem(item: unknown): string | undefined {
  if (typeof item !== "object" || item === null) return undefined;
  const { code, id, attribute, country, finding, type } = item as Readonly<Record<string, unknown>>;
  return [code, id, attribute, country, finding, type].find((name) => typeof name === "string");
}
