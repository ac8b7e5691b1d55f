import { canonicalJson, type Localised, type PolicyChange } from "../../policy/index.ts";
import { sha256Hex } from "../../platform/crypto/index.ts";
import { StoreError, type Transaction } from "../../platform/store/index.ts";
import type { PolicyFact } from "../gate/index.ts";
import type { Journal } from "../journal/index.ts";
import type { Edition } from "./publication.ts";
import { PublicationError } from "./publication.errors.ts";
import {
  documentHashes,
  lockNewestVersion,
  type MadeFrom,
  newestNumber,
  newestStanding,
  publicationDocument,
  type PublishedVia,
  publicationVersion,
} from "./publication.table.ts";
import { INSTALLATION } from "./published-version.ts";

export interface NewVersion {
  readonly edition: Edition;
  readonly via: PublishedVia;
  readonly note: Localised | null;
  readonly madeFrom: MadeFrom;
  /** What was looked at: its changes, and the version that they were found against. Null: nobody looked. */
  readonly follows: { readonly base: number | null; readonly changes: readonly PolicyChange[] } | null;
}

/**
 * Stores a version and journals whose act it was, in the caller's unit (clauses itsectr-privacy/9.1, updated, 1.1.1;
 * tensions T39). It enters into force at `effectiveFrom`, or now if that has passed.
 * @throws PublicationError `document-missing`, `nothing-changed`, `dated-before-predecessor`,
 *   `updated-before-predecessor`, `published-meanwhile`
 */
export async function publishVersion(
  tx: Transaction,
  journal: Pick<Journal, "append">,
  { edition, via, note, madeFrom, follows }: NewVersion,
): Promise<PolicyFact> {
  const { compiled } = edition;
  const bytes = new TextEncoder().encode(canonicalJson(compiled));
  const hash = sha256Hex(bytes);
  const documents = documentsOf(edition);
  const updatedOn = Object.fromEntries(compiled.documents.map(({ code, updatedOn: date }) => [code, date]));

  // The reads after it are new statements, so that after waiting they see what the other publication has committed.
  await tx.first(lockNewestVersion, {});
  const number = ((await tx.first(newestNumber, {}))?.number ?? 0) + 1;
  const newest = await tx.first(newestStanding, {});
  const effectiveFrom = Math.max(edition.effectiveFrom, tx.at);
  if (follows !== null && follows.base !== (newest?.number ?? null)) {
    throw new PublicationError("published-meanwhile", `version ${newest?.number ?? number}`);
  }

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
  const base = newest?.number ?? null;
  const changes = follows?.changes ?? [];
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
        via,
        base,
        changes,
        note,
        made_from: madeFrom,
      },
    ]);
    // An engine may answer an insert only together with what is asked next.
    await tx.first(newestNumber, {});
  } catch (error) {
    if (!(error instanceof StoreError) || error.code !== "conflict") throw error;
    throw new PublicationError("published-meanwhile", `version ${number}`, { cause: error });
  }
  await tx.insert(
    publicationDocument,
    documents.map((document) => ({ ...document, version: number })),
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
      via,
      account: sha256Hex(canonicalJson({ base, changes, note, madeFrom })),
    },
  });
  return { compiled, hash, version: number };
}

/** Each document in each language of the operator, with its address, its name and the hash of its bytes. */
function documentsOf({ compiled, documents }: Edition) {
  return compiled.documents
    .flatMap(({ code, path, title }) =>
      compiled.operator.languages.map((language) => {
        const rendered = documents.find(
          (document) => document.code === code && document.language === language,
        );
        if (rendered === undefined) throw new PublicationError("document-missing", `${code}, ${language}`);
        const { bytes } = rendered;
        return { code, language, path, title: title[language], bytes, hash: sha256Hex(bytes) };
      }),
    )
    .sort((a, b) => (`${a.code} ${a.language}` < `${b.code} ${b.language}` ? -1 : 1));
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
