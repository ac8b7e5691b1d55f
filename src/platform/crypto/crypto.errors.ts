/** What a primitive refuses with. None of them says anything about keys or contents. */
export const CRYPTO_ERRORS = {
  "not-authentic": "The bytes were changed, or belong to another key or place.",
  malformed: "The bytes are not of the expected form.",
  "key-size": "The key is not of the expected kind or size.",
  "not-canonical": "The value has no canonical form.",
} as const;

export type CryptoErrorCode = keyof typeof CRYPTO_ERRORS;

/** `detail` names forms and positions, never contents. */
export class CryptoError extends Error {
  readonly code: CryptoErrorCode;

  constructor(code: CryptoErrorCode, detail?: string) {
    super(detail === undefined ? CRYPTO_ERRORS[code] : `${CRYPTO_ERRORS[code]} (${detail})`);
    this.name = "CryptoError";
    this.code = code;
  }
}
