import { sha256Hex } from "../../platform/crypto/index.ts";
import type { Reader, Store } from "../../platform/store/index.ts";
import {
  canonicalJson,
  checkPolicy,
  type CompiledPolicy,
  diffPolicies,
  keepInvalidations,
  type RulePack,
} from "../../policy/index.ts";
import { type DraftOrigin, makeFromPublished, publishedPolicy } from "./draft-origin.ts";
import type { Draft } from "./publication.ts";
import { PublicationError } from "./publication.errors.ts";
import { documentHashes, newestStanding } from "./publication.table.ts";
import { renderDocuments } from "./render-documents.ts";

/** Where an operator's own policy comes from. */
export interface PolicySource {
  /** Compiles the operator's folder as it is now. */
  compile(): Promise<CompiledPolicy>;
  readonly rules: readonly RulePack[];
}

const FORMAT = "upheld-draft/1";

/**
 * What would be published now, and how it differs from the version that it would follow. A clause that does not hold any
 * more stays so while its text is what it was, whatever the folder says of it (clause itsectr-agreement/9.3).
 * @throws what `source.compile` and `makeFromPublished` throw; PublicationError `version-damaged`
 */
export async function prepareDraft(store: Store, source: PolicySource, origin?: DraftOrigin): Promise<Draft> {
  const written = origin === undefined ? await source.compile() : null;
  const before = await store.read(readBase);
  const { compiled, madeFrom } = await makeDraft(store, { written, origin, before });
  const documents = renderDocuments(compiled);
  const hashes = documents.map(({ code, language, bytes }) => [code, language, sha256Hex(bytes)] as const);
  const changed = hashes.filter(
    ([code, language, hash]) => before?.hashes.get(`${code} ${language}`) !== hash,
  );
  const base = before?.number ?? null;
  return {
    compiled,
    madeFrom,
    findings: checkPolicy(compiled, source.rules),
    changes: before === null ? [] : diffPolicies(before.compiled, compiled),
    base,
    documents,
    changedDocuments: [...new Set(changed.map(([code]) => code))],
    hash: sha256Hex(
      canonicalJson({
        format: FORMAT,
        base,
        madeFrom,
        policy: sha256Hex(canonicalJson(compiled)),
        documents: hashes,
      }),
    ),
  };
}

interface Base {
  readonly number: number;
  readonly compiled: CompiledPolicy;
  readonly hashes: ReadonlyMap<string, string>;
}

async function makeDraft(
  store: Store,
  from: {
    readonly written: CompiledPolicy | null;
    readonly origin: DraftOrigin | undefined;
    readonly before: Base | null;
  },
): Promise<Pick<Draft, "compiled" | "madeFrom">> {
  const { written, origin, before } = from;
  if (written !== null) {
    const compiled = before === null ? written : keepInvalidations(before.compiled, written);
    return { compiled, madeFrom: { kind: "folder" } };
  }
  if (origin === undefined || before === null) throw new PublicationError("version-unknown", "none");
  return store.read((reader) => makeFromPublished(reader, origin, before.compiled));
}

async function readBase(reader: Reader): Promise<Base | null> {
  const newest = await reader.first(newestStanding, {});
  if (newest === undefined) return null;
  const { number } = newest;
  const stored = await reader.all(documentHashes, { version: number });
  return {
    number,
    compiled: await publishedPolicy(reader, number),
    hashes: new Map(stored.map(({ code, language, hash }) => [`${code} ${language}`, hash])),
  };
}
