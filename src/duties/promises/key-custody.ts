import { closeSync, openSync, readSync } from "node:fs";
import { join } from "node:path";

/**
 * What protects the operator's private key at rest, beside the modes of its folder (design invariant 2): `passphrase`,
 * when the file is encrypted under one; `folder`, when the folder's modes alone do; `unknown`, when there is no file.
 */
export type KeyCustody = "folder" | "passphrase" | "unknown";

/** How PEM begins (RFC 7468); an encrypted key names itself so (RFC 5958). */
const ENCRYPTED = "-----BEGIN ENCRYPTED PRIVATE KEY-----";

/** Reads the label of the key file, and nothing of the key. */
export function keyCustody(keysFolder: string, operator: string): KeyCustody {
  const label = Buffer.alloc(ENCRYPTED.length);
  let file: number;
  try {
    file = openSync(join(keysFolder, operator, "private-key.pem"), "r");
  } catch {
    return "unknown";
  }
  try {
    readSync(file, label, 0, label.length, 0);
  } finally {
    closeSync(file);
  }
  return label.toString("latin1") === ENCRYPTED ? "passphrase" : "folder";
}
