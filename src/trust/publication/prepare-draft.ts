import { sha256Hex } from "../../platform/crypto/index.ts";
import type { Store } from "../../platform/store/index.ts";
import {
  canonicalJson,
  checkPolicy,
  type CompiledPolicy,
  diffPolicies,
  parseCompiledPolicy,
  type RulePack,
} from "../../policy/index.ts";
import type { Draft } from "./publication.ts";
import { PublicationError } from "./publication.errors.ts";
import { compiledOf, documentHashes, newestStanding } from "./publication.table.ts";
import { renderDocuments } from "./render-documents.ts";

/** Where an operator's own policy comes from. */
export interface PolicySource {
  /** Compiles the operator's folder as it is now. */
  compile(): Promise<CompiledPolicy>;
  readonly rules: readonly RulePack[];
}

const FORMAT = "upheld-draft/1";

/**
 * What would be published now, and how it differs from the version that it would follow.
 * @throws what `source.compile` throws; PublicationError `version-damaged`
 */
export async function prepareDraft(store: Store, source: PolicySource): Promise<Draft> {
  const compiled = await source.compile();
  const documents = renderDocuments(compiled);
  const before = await readBase(store);
  const hashes = documents.map(({ code, language, bytes }) => [code, language, sha256Hex(bytes)] as const);
  const changed = hashes.filter(
    ([code, language, hash]) => before?.hashes.get(`${code} ${language}`) !== hash,
  );
  const base = before?.number ?? null;
  return {
    compiled,
    findings: checkPolicy(compiled, source.rules),
    changes: before === null ? [] : diffPolicies(before.compiled, compiled),
    base,
    documents,
    changedDocuments: [...new Set(changed.map(([code]) => code))],
    hash: sha256Hex(
      canonicalJson({ format: FORMAT, base, policy: sha256Hex(canonicalJson(compiled)), documents: hashes }),
    ),
  };
}

async function readBase(store: Store) {
  return store.read(async (reader) => {
    const newest = await reader.first(newestStanding, {});
    if (newest === undefined) return null;
    const row = await reader.first(compiledOf, { number: newest.number });
    if (row === undefined || sha256Hex(row.compiled) !== newest.policy) {
      throw new PublicationError("version-damaged", `version ${newest.number}`);
    }
    const stored = await reader.all(documentHashes, { version: newest.number });
    return {
      number: newest.number,
      compiled: parseCompiledPolicy(new TextDecoder().decode(row.compiled)),
      hashes: new Map(stored.map(({ code, language, hash }) => [`${code} ${language}`, hash])),
    };
  });
}
