/**
 * What a template leaves behind and nobody means to publish: `{{name}}`, `${name}`, `[name of the company]`, `___`, an
 * ellipsis that stands for a word, TODO, TBD, FIXME, XXX. `[words](address)` is a link and none of them.
 */
const PLACEHOLDER =
  /\{\{[^}]*\}\}|\$\{[^}]*\}|\[[^\]]*\](?!\()|_{3,}|(?<![\p{L}\p{N}\p{Pe}\p{Pf}!?.,…])(?:…|\.{3,})(?![\p{L}\p{N}])|\b(?:TODO|TBD|FIXME|XXX+)\b/u;

/** The first placeholder in a text, as it is written there; null where there is none. */
export function placeholderIn(text: string): string | null {
  return PLACEHOLDER.exec(text)?.[0] ?? null;
}
