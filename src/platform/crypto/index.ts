export { fromBase64Url, toBase64Url } from "./base64url.ts";
export { CryptoError, type CryptoErrorCode } from "./crypto.errors.ts";
export { sha256, sha256Hex } from "./digest.ts";
export { deriveKey, equalInConstantTime, hmacSha256 } from "./keyed-hash.ts";
export { LinkTokens } from "./link-tokens.ts";
export { lengthPrefixed } from "./length-prefixed.ts";
export { newRsaKey, rsaKeyFromPem, rsaKeyToPem, rsaUnwrap, rsaWrap } from "./rsa-wrap.ts";
export { open, seal } from "./sealing.ts";
export { newSecretKey, takeSecretKey, unwrapKey, wrapKey } from "./secret-key.ts";
export {
  ed25519PrivateKey,
  ed25519PublicBytes,
  ed25519PublicKey,
  ed25519Seed,
  ed25519Sign,
  ed25519Verify,
} from "./signing.ts";
