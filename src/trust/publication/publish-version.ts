import { canonicalJson } from "../../policy/index.ts";
import { sha256Hex } from "../../platform/crypto/index.ts";
import { StoreError, type Transaction } from "../../platform/store/index.ts";
import type { PolicyFact } from "../gate/index.ts";
import type { Journal } from "../journal/index.ts";
import type { Edition } from "./publication.ts";
import { PublicationError } from "./publication.errors.ts";
import {
  documentHashes,
  lockNewestVersion,
  newestVersion,
  publicationDocument,
  publicationVersion,
} from "./publication.table.ts";
import { INSTALLATION } from "./published-version.ts";

/**
 * Stores a version and journals whose act it was, in the caller's unit (clauses itsectr-privacy/9.1, updated, 1.1.1;
 * tensions T39). It enters into force at `effectiveFrom`, or now if that has passed.
 * @throws PublicationError `document-missing`, `nothing-changed`, `dated-before-predecessor`,
 *   `updated-before-predecessor`, `published-meanwhile`
 */
export async function publishVersion(
  tx: Transaction,
  journal: Pick<Journal, "append">,
  edition: Edition,
): Promise<PolicyFact> {
  const { compiled } = edition;
  const bytes = new TextEncoder().encode(canonicalJson(compiled));
  const hash = sha256Hex(bytes);
  const documents = edition.documents
    .map((document) => ({ ...document, hash: sha256Hex(document.bytes) }))
    .sort((a, b) => (`${a.code} ${a.language}` < `${b.code} ${b.language}` ? -1 : 1));
  const updatedOn = Object.fromEntries(compiled.documents.map(({ code, updatedOn }) => [code, updatedOn]));

  for (const { code } of compiled.documents) {
    for (const language of compiled.operator.languages) {
      if (!documents.some((document) => document.code === code && document.language === language)) {
        throw new PublicationError("document-missing", `${code}, ${language}`);
      }
    }
  }

  // The second read is a new statement, so that after waiting it sees what the other publication has committed.
  await tx.first(lockNewestVersion, {});
  const newest = await tx.first(newestVersion, {});
  const number = (newest?.number ?? 0) + 1;
  const effectiveFrom = Math.max(edition.effectiveFrom, tx.at);

  if (newest !== undefined) {
    if (newest.policy === hash && (await sameDocuments(tx, newest.number, documents))) {
      throw new PublicationError("nothing-changed", `version ${newest.number}`);
    }
    if (effectiveFrom < newest.effective_from) {
      throw new PublicationError("dated-before-predecessor", `version ${newest.number}`);
    }
    for (const [code, date] of Object.entries(updatedOn)) {
      const before = newest.updated_on[code];
      if (before !== undefined && date < before) {
        throw new PublicationError("updated-before-predecessor", code);
      }
    }
  }

  const byStaff = edition.publishedBy !== INSTALLATION;
  try {
    await tx.insert(publicationVersion, [
      {
        number,
        policy: hash,
        compiled: bytes,
        updated_on: updatedOn,
        published_at: tx.at,
        effective_from: effectiveFrom,
        published_by: byStaff ? edition.publishedBy : null,
      },
    ]);
  } catch (error) {
    if (!(error instanceof StoreError) || error.code !== "conflict") throw error;
    throw new PublicationError("published-meanwhile", `version ${number}`, { cause: error });
  }
  await tx.insert(
    publicationDocument,
    documents.map((document) => ({
      version: number,
      code: document.code,
      language: document.language,
      bytes: document.bytes,
      hash: document.hash,
    })),
  );
  await journal.append(tx, {
    event: "policy-published",
    actor: byStaff ? { kind: "staff", id: edition.publishedBy } : { kind: "system", id: INSTALLATION },
    details: {
      version: number,
      policy: hash,
      documents: sha256Hex(
        canonicalJson(documents.map(({ code, language, hash: text }) => [code, language, text])),
      ),
      effectiveFrom,
    },
  });
  return { compiled, hash, version: number };
}

async function sameDocuments(
  tx: Transaction,
  version: number,
  documents: readonly { readonly code: string; readonly language: string; readonly hash: string }[],
): Promise<boolean> {
  const stored = await tx.all(documentHashes, { version });
  const name = (document: { code: string; language: string; hash: string }) =>
    `${document.code} ${document.language} ${document.hash}`;
  const before = stored.map(name).sort();
  const after = documents.map(name).sort();
  return before.length === after.length && before.every((line, i) => line === after[i]);
}
