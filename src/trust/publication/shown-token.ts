import type { KeyObject } from "node:crypto";
import type { Language } from "../../policy/index.ts";
import {
  equalInConstantTime,
  fromBase64Url,
  hmacSha256,
  lengthPrefixed,
  toBase64Url,
} from "../../platform/crypto/index.ts";
import type { Random } from "../../platform/random/index.ts";

/** What was shown with a form (clause itsectr-privacy/3.1.feedback). */
export interface Shown {
  /** Hash of the policy version, hex. */
  readonly policy: string;
  readonly document: string;
  readonly language: Language;
  readonly form: string;
  /** When the form was shown, ms. */
  readonly at: number;
}

/** What a token proves of it; null: none, forged, changed, or of another form. */
export type ProvenShown = (Shown & { readonly expired: boolean }) | null;

/** How long a form may stay open before it has to be confirmed again, ms: a day. */
export const SHOWN_LIFETIME = 24 * 60 * 60 * 1000;

const FORMAT = "upheld-shown/1";
const NONCE_SIZE = 16;
const MAX_LENGTH = 512;

/**
 * Signs and reads shown-version tokens: `fields.mac`, both base64url. The fields are canonical JSON, the MAC is
 * HMAC-SHA-256 over format, operator and fields, each with its length before it. Signed, not secret.
 */
export class ShownTokens {
  readonly #operator: string;
  readonly #key: KeyObject;
  readonly #random: Random;
  readonly #lifetime: number;

  constructor(operator: string, key: KeyObject, random: Random, lifetime: number = SHOWN_LIFETIME) {
    this.#operator = operator;
    this.#key = key;
    this.#random = random;
    this.#lifetime = lifetime;
  }

  /** @throws RangeError when codes are so long that the token would pass 512 characters */
  sign({ policy, document, language, form, at }: Shown): string {
    const nonce = toBase64Url(this.#random.bytes(NONCE_SIZE));
    const fields = JSON.stringify([policy, document, language, form, at, nonce]);
    const token = `${toBase64Url(Buffer.from(fields))}.${toBase64Url(this.#mac(fields))}`;
    if (token.length > MAX_LENGTH) throw new RangeError("The codes of a shown-version token are too long.");
    return token;
  }

  /**
   * What the token proves to a form at `at`; null when it is none of ours, was changed, or belongs to another form.
   * A clock that was set back makes tokens seem to come from the future; up to one lifetime that is forgiven.
   */
  read(token: string, expected: { readonly form: string; readonly at: number }): ProvenShown {
    const fields = this.#authentic(token);
    if (fields === null) return null;
    const shown = parse(fields);
    if (shown === null || shown.form !== expected.form) return null;
    const expired = Math.abs(expected.at - shown.at) > this.#lifetime;
    return {
      policy: shown.policy,
      document: shown.document,
      language: shown.language,
      form: shown.form,
      at: shown.at,
      expired,
    };
  }

  #authentic(token: string): string | null {
    if (token.length > MAX_LENGTH) return null;
    const [first, second, ...more] = token.split(".");
    if (first === undefined || second === undefined || more.length > 0) return null;
    try {
      const fields = new TextDecoder("utf-8", { fatal: true }).decode(fromBase64Url(first));
      return equalInConstantTime(fromBase64Url(second), this.#mac(fields)) ? fields : null;
    } catch {
      return null;
    }
  }

  #mac(fields: string): Buffer {
    return hmacSha256(this.#key, lengthPrefixed(FORMAT, this.#operator, fields));
  }
}

function parse(fields: string): Shown | null {
  const values: unknown = JSON.parse(fields);
  if (!Array.isArray(values)) return null;
  const [policy, document, language, form, at] = values as unknown[];
  const texts = [policy, document, form].every((value) => typeof value === "string");
  if (!texts || (language !== "en" && language !== "ru") || typeof at !== "number") return null;
  return { policy: String(policy), document: String(document), language, form: String(form), at };
}
