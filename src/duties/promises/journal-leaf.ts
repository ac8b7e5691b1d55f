/** Bytes of salt before an entry's text. */
const SALT = 16;

/** An entry of the journal as its leaf says it, for checks: nothing about it is taken for granted. */
export interface LeafEntry {
  readonly id?: unknown;
  readonly at?: unknown;
  readonly event?: unknown;
  readonly operation?: unknown;
  readonly actor?: { readonly kind?: unknown; readonly id?: unknown };
  readonly subjects?: readonly string[];
  readonly purpose?: unknown;
  readonly decision?: {
    readonly allowed?: unknown;
    readonly basis?: unknown;
    readonly about?: unknown;
    readonly policy?: unknown;
  };
  readonly details?: Readonly<Record<string, unknown>>;
}

/** Null when there is no text, as after pruning, or none that can be read. */
export function readLeaf(leaf: Uint8Array | null): LeafEntry | null {
  if (leaf === null) return null;
  try {
    return JSON.parse(Buffer.from(leaf).toString("utf8", SALT)) as LeafEntry;
  } catch {
    return null;
  }
}
