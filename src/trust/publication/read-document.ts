import { sha256Hex } from "../../platform/crypto/index.ts";
import type { Reader } from "../../platform/store/index.ts";
import type { StoredDocument, WantedDocument } from "./publication.ts";
import { PublicationError } from "./publication.errors.ts";
import { documentOf, versionByNumber, versionInForce } from "./publication.table.ts";
import { publishedVersion } from "./published-version.ts";

/**
 * The bytes that were published, and nothing else: what is stored is hashed again before it leaves.
 * A version that is not yet in force is readable by its number, as one that is announced.
 * @throws PublicationError `document-damaged`, naming version, document and language
 */
export async function readDocument(reader: Reader, wanted: WantedDocument): Promise<StoredDocument | null> {
  const { code, language, version: number, at } = wanted;
  const version =
    number === undefined
      ? await reader.first(versionInForce, { at })
      : await reader.first(versionByNumber, { number });
  if (version === undefined) return null;
  const stored = await reader.first(documentOf, { version: version.number, code, language });
  if (stored === undefined) return null;
  if (sha256Hex(stored.bytes) !== stored.hash) {
    throw new PublicationError("document-damaged", `version ${version.number}, ${code}, ${language}`);
  }
  return { bytes: stored.bytes, hash: stored.hash, version: publishedVersion(version) };
}
