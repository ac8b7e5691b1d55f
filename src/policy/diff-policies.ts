import { canonicalJson } from "./canonical-json.ts";
import { citedNumbers } from "./cited-numbers.ts";
import { nameOfItem } from "./coded.ts";
import type { CompiledPolicy, Localised } from "./compiled.ts";
import { isMaterial, isWording } from "./material-change.ts";
import { clauseOf, partsOfReference } from "./resolve-clause.ts";

/** One difference between two policies. */
export interface PolicyChange {
  readonly kind: "added" | "removed" | "changed";
  /** The place in the compiled object: `purposes.offers.attributes.phone`. */
  readonly where: string;
  /** The clause that it is, or on which it rests; null where none. */
  readonly clause: string | null;
  /** The number by which readers cite that clause, in the newer document where it still has it; null where none. */
  readonly cited: Localised | null;
  /** The document that has this clause, or that it is about; null where none. */
  readonly document: string | null;
  /** Whether a consent given under the old policy does not reach it (tension T13). */
  readonly material: boolean;
  /** A document's text as it was and as it is now; null beside it for what is enforced. */
  readonly before: Localised | null;
  readonly after: Localised | null;
}

/** What is known of a place while the objects are walked. */
interface Place {
  readonly path: readonly string[];
  readonly clause: string | null;
  readonly document: string | null;
}

/**
 * What differs between two policies, in the order of the newer one, what was removed after it. Things are recognised
 * by their codes and clauses by their ids, so that an insertion is one change. Pure; empty exactly when both policies
 * have the same canonical JSON.
 */
export function diffPolicies(before: CompiledPolicy, after: CompiledPolicy): PolicyChange[] {
  const consentDocuments = new Set(
    [...before.consents, ...after.consents].map((consent) => consent.document),
  );
  const [citedNow, citedBefore] = [citedNumbers(after), citedNumbers(before)];
  const found: PolicyChange[] = [];

  const note = (kind: PolicyChange["kind"], place: Place, was: unknown, is: unknown): void => {
    const { path, clause, document } = place;
    const isText = path[0] === "documents";
    found.push({
      kind,
      where: path.join("."),
      clause,
      cited: citedNow(document, clause) ?? citedBefore(document, clause),
      document,
      material:
        isMaterial(path, was, is) ||
        (isText && document !== null && consentDocuments.has(document) && isWording(path)),
      before: isText ? textOf(was) : null,
      after: isText ? textOf(is) : null,
    });
  };

  /** Goes into one item of a list: its clause and its document hold for everything inside. */
  const enter = (place: Place, name: string, item: unknown): Place => {
    const path = [...place.path, name];
    if (path[0] !== "documents") {
      const rests = isRecord(item) && typeof item["clause"] === "string" ? item["clause"] : null;
      return rests === null ? { ...place, path } : { path, ...homeOf(rests) };
    }
    if (path.length === 2) return { path, clause: null, document: name };
    const isClause = isRecord(item) && isRecord(item["text"]);
    return { ...place, path, clause: isClause ? name : place.clause };
  };

  /** Where a reference leads now, or led before; its document is null where it leads nowhere. */
  const homeOf = (reference: string): Omit<Place, "path"> => {
    const policy = [after, before].find((one) => clauseOf(one, reference) !== null);
    const { document, id } = partsOfReference(policy ?? after, reference);
    return { clause: id, document: policy === undefined ? null : document };
  };

  const compare = (was: unknown, is: unknown, place: Place): void => {
    if (isList(was) && isList(is)) compareLists(was, is, place);
    else if (isRecord(was) && isRecord(is) && !isLocalised(is)) compareMembers(was, is, place);
    else if (!isSame(was, is)) note("changed", place, was, is);
  };

  const compareMembers = (was: Members, is: Members, place: Place): void => {
    for (const key of new Set([...Object.keys(is), ...Object.keys(was)])) {
      compare(was[key], is[key], { ...place, path: [...place.path, key] });
    }
  };

  const compareLists = (was: readonly unknown[], is: readonly unknown[], place: Place): void => {
    const old = named(was);
    const now = named(is);
    for (const [name, item] of now) {
      const inside = enter(place, name, item);
      if (old.has(name)) compare(old.get(name), item, inside);
      else noteAll("added", inside, item);
    }
    for (const [name, item] of old) {
      if (!now.has(name)) noteAll("removed", enter(place, name, item), item);
    }
    const kept = (items: ReadonlyMap<string, unknown>, others: ReadonlyMap<string, unknown>) =>
      [...items.keys()].filter((name) => others.has(name));
    if (!isSame(kept(old, now), kept(now, old))) {
      note("changed", { ...place, path: [...place.path, "order"] }, null, null);
    }
  };

  /** A document or section that comes or goes does so clause by clause, each with its text. */
  const noteAll = (kind: "added" | "removed", place: Place, item: unknown): void => {
    note(kind, place, kind === "removed" ? item : null, kind === "added" ? item : null);
    if (!isRecord(item)) return;
    for (const list of ["sections", "clauses"]) {
      const inner = item[list];
      if (!isList(inner)) continue;
      const within = { ...place, path: [...place.path, list] };
      for (const [name, part] of named(inner)) noteAll(kind, enter(within, name, part), part);
    }
  };

  compare(before, after, { path: [], clause: null, document: null });
  return found;
}

type Members = Readonly<Record<string, unknown>>;

function isList(value: unknown): value is readonly unknown[] {
  return Array.isArray(value);
}

function isRecord(value: unknown): value is Members {
  return typeof value === "object" && value !== null && !isList(value);
}

function isLocalised(value: Members): boolean {
  return typeof value["en"] === "string" && typeof value["ru"] === "string";
}

function isSame(a: unknown, b: unknown): boolean {
  return canonicalJson(a ?? null) === canonicalJson(b ?? null);
}

/** The items by the names by which they are recognised; a name that comes twice is told apart by its turn. */
function named(items: readonly unknown[]): Map<string, unknown> {
  const all = new Map<string, unknown>();
  for (const item of items) {
    const name = nameOfItem(item) ?? String(item);
    let turn = 1;
    let unique = name;
    while (all.has(unique)) unique = `${name}#${++turn}`;
    all.set(unique, item);
  }
  return all;
}

/** The text of a clause or of a title; nothing else of a document is shown beside its change. */
function textOf(value: unknown): Localised | null {
  if (!isRecord(value)) return null;
  const { en, ru } = value;
  if (typeof en === "string" && typeof ru === "string") return { en, ru };
  return textOf(value["text"]);
}
