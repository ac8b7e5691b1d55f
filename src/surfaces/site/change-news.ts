import type { CompiledPolicy, Localised } from "../../policy/index.ts";
import type { PolicyFact } from "../../trust/gate/index.ts";
import type { Operator } from "../operator.ts";

/** Bare name of the cookie that remembers which version's changes this browser has dismissed, and nothing else. */
export const SEEN_COOKIE = "changes-seen";

/** Where what changed is told once more, and dismissed. */
export const NEWS_PATH = "/changes/";

/** What every page says of a version that replaced another. */
export interface ChangeNews {
  readonly version: number;
  /** When it took effect, ms. */
  readonly since: number;
  readonly documents: readonly { readonly title: Localised; readonly path: `/${string}` }[];
  /** How many of its changes a consent given before does not reach. */
  readonly material: number;
}

/**
 * What is to be told on every page of the version in force: null for a first one, and where the operator's notice of
 * changes is not a banner (tension T13; clauses itsectr-agreement/1.4, proit-privacy/6.1).
 */
export async function readChangeNews(
  { store, publication, clock }: Pick<Operator, "store" | "publication" | "clock">,
  policy: CompiledPolicy,
): Promise<ChangeNews | null> {
  if (policy.settings.versioning.notice !== "banner") return null;
  const fact = await publication.current(clock.now());
  if (fact === null) return null;
  const all = await store.read((reader) => publication.versions(reader));
  const version = all.find(({ number }) => number === fact.version);
  if (version === undefined || version.base === null) return null;
  const changed = new Set(version.changes.map(({ document }) => document));
  const documents = policy.documents.filter(({ code }) => changed.has(code));
  return {
    version: version.number,
    since: version.effectiveFrom,
    documents: (documents.length === 0 ? policy.documents.slice(0, 1) : documents).map(({ title, path }) => ({
      title,
      path: path as `/${string}`,
    })),
    material: version.changes.filter(({ material }) => material).length,
  };
}

/** The variant of the pages for a browser: with the banner until it is dismissed there. */
export function variantOf(news: ChangeNews | null, cookie: (name: string) => string | null): string {
  return news === null || cookie(SEEN_COOKIE) === String(news.version) ? "" : WITH_BANNER;
}

export const WITH_BANNER = "banner";

const TOLD = new WeakMap<CompiledPolicy, ChangeNews>();

/** Puts the news beside the policy that pages are rendered from, for as long as that is the version they are about. */
export function tellBeside({ compiled, version }: PolicyFact, news: ChangeNews | null): void {
  if (news?.version === version) TOLD.set(compiled, news);
}

export function newsBeside(policy: CompiledPolicy): ChangeNews | null {
  return TOLD.get(policy) ?? null;
}
