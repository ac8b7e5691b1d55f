import type { Language } from "./language.ts";

/**
 * The offered language that an `Accept-Language` header prefers (RFC 9110, section 12.5.4; basic filtering of
 * RFC 4647, section 3.3.1). The first offered when the header is absent, unreadable or names none of them.
 */
export function negotiateLanguage(
  header: string | undefined,
  offered: readonly [Language, ...Language[]],
): Language {
  if (header === undefined || header.length > 500) return offered[0];
  let best = offered[0];
  let bestWeight = 0;
  for (const item of header.toLowerCase().split(",")) {
    const [range = "", ...parameters] = item.split(";").map((part) => part.trim());
    const weight = weightOf(parameters);
    if (weight <= bestWeight) continue;
    const match =
      range === "*" ? offered[0] : offered.find((one) => range === one || range.startsWith(`${one}-`));
    if (match === undefined) continue;
    best = match;
    bestWeight = weight;
  }
  return best;
}

function weightOf(parameters: readonly string[]): number {
  const q = parameters.find((parameter) => parameter.startsWith("q="));
  if (q === undefined) return 1;
  const weight = Number(q.slice(2));
  return weight >= 0 && weight <= 1 ? weight : 0;
}
