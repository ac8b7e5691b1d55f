import type { KeyObject } from "node:crypto";
import { fromBase64Url, toBase64Url } from "./base64url.ts";
import { deriveKey, equalInConstantTime, hmacSha256 } from "./keyed-hash.ts";
import { lengthPrefixed } from "./length-prefixed.ts";

const FORMAT = "upheld-link/1";
const ID_SIZE = 16;
const MAC_SIZE = 32;

/**
 * Secrets in links that go out by mail. A token is a row's id and a MAC over it, so that the mail can be written at
 * the moment of sending and no secret is stored; whether the link is still good stands in the row. `kind` keeps a link
 * for one act from opening another.
 */
export class LinkTokens {
  readonly #key: KeyObject;

  /** @param key 256 bits of the operator's, from which a key for links alone is derived */
  constructor(operator: string, key: KeyObject) {
    this.#key = deriveKey(key, lengthPrefixed(FORMAT, operator));
  }

  /** @param id a UUID */
  sign(kind: string, id: string): string {
    const bytes = Buffer.from(id.replaceAll("-", ""), "hex");
    if (bytes.length !== ID_SIZE) throw new TypeError("A link is made for a UUID.");
    return toBase64Url(Buffer.concat([bytes, this.#mac(kind, bytes)]));
  }

  /** The row's id; null for a token that is none of ours, or of another kind. Constant time. */
  read(kind: string, token: string): string | null {
    let bytes: Buffer;
    try {
      bytes = fromBase64Url(token);
    } catch {
      return null;
    }
    if (bytes.length !== ID_SIZE + MAC_SIZE) return null;
    const id = bytes.subarray(0, ID_SIZE);
    if (!equalInConstantTime(bytes.subarray(ID_SIZE), this.#mac(kind, id))) return null;
    const hex = id.toString("hex");
    return [hex.slice(0, 8), hex.slice(8, 12), hex.slice(12, 16), hex.slice(16, 20), hex.slice(20)].join("-");
  }

  #mac(kind: string, id: Uint8Array): Buffer {
    return hmacSha256(this.#key, lengthPrefixed(kind, Buffer.from(id).toString("hex")));
  }
}
