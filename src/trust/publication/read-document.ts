import { sha256Hex } from "../../platform/crypto/index.ts";
import type { Reader } from "../../platform/store/index.ts";
import type { StoredDocument, WantedDocument } from "./publication.ts";
import { PublicationError } from "./publication.errors.ts";
import {
  documentAtPath,
  documentHashes,
  documentOf,
  versionByNumber,
  versionInForce,
} from "./publication.table.ts";
import { publishedVersion } from "./published-version.ts";

/**
 * The bytes that were published, and nothing else: what is stored is hashed again before it leaves.
 * A version that is not yet in force is readable by its number, as one that is announced, and one that was called off
 * as one that was.
 * @throws PublicationError `document-damaged`, naming version, document and language
 */
export async function readDocument(reader: Reader, wanted: WantedDocument): Promise<StoredDocument | null> {
  const { language, version: number, at } = wanted;
  const row =
    number === undefined
      ? await reader.first(versionInForce, { at })
      : await reader.first(versionByNumber, { number });
  if (row === undefined) return null;
  const version = row.number;
  const stored =
    "code" in wanted
      ? await reader.first(documentOf, { version, code: wanted.code, language })
      : await reader.first(documentAtPath, { version, path: wanted.path, language });
  if (stored === undefined) return null;
  if (sha256Hex(stored.bytes) !== stored.hash) {
    throw new PublicationError("document-damaged", `version ${version}, ${stored.code}, ${language}`);
  }
  return { ...stored, version: publishedVersion(row) };
}

/** The name of a document's text in one language, among the texts of a version. */
export function textKey(code: string, language: string): string {
  return `${code} ${language}`;
}

/** The hashes of a version's texts, by `textKey`; null when there is no such version. */
export async function readTexts(
  reader: Reader,
  version: number,
): Promise<ReadonlyMap<string, string> | null> {
  const rows = await reader.all(documentHashes, { version });
  if (rows.length === 0) return null;
  return new Map(rows.map(({ code, language, hash }) => [textKey(code, language), hash]));
}
