import type { KeyObject } from "node:crypto";
import { deriveKey as sha } from "altcha-lib/algorithms/sha";
import type { ChallengeParameters } from "altcha-lib/types";
import { z } from "zod";
import { deriveKey, equalInConstantTime, hmacSha256, lengthPrefixed } from "../../platform/crypto/index.ts";

const FORMAT = "upheld-proof/1";
const MAX_PAYLOAD = 2_048;

/** An ALTCHA challenge (version 2), as the page carries it. */
export interface ProofChallenge {
  readonly parameters: ChallengeParameters;
}

/** What became of a proof. `another` was made for another showing of a form. */
export type ProofOutcome = "none" | "proven" | "forged" | "another";

const payload = z.object({
  challenge: z.object({ parameters: z.object({ nonce: z.string(), salt: z.string() }) }),
  solution: z.object({ counter: z.int().min(0).max(0xffffffff), derivedKey: z.string() }),
});

/**
 * Proof of work instead of a captcha: whoever sends a form lets the browser look for a number whose SHA-256, together
 * with the challenge, begins with zeros. Nobody else is asked, and nothing about the visitor is.
 *
 * The challenge is a function of the page's shown-version token, so it needs neither signature nor store: it is made
 * again when the form comes back, one solution serves one sending, and it ends when the token does.
 */
export class ProofOfWork {
  readonly #key: KeyObject;
  readonly #digits: number;

  /** @param key 256 bits of the operator's, from which one for proofs alone is derived */
  constructor(operator: string, key: KeyObject, digits: number) {
    this.#key = deriveKey(key, lengthPrefixed(FORMAT, operator));
    this.#digits = digits;
  }

  challenge(token: string): ProofChallenge {
    const bytes = hmacSha256(this.#key, token).toString("hex");
    return {
      parameters: {
        algorithm: "SHA-256",
        cost: 1,
        keyLength: 32,
        keyPrefix: "0".repeat(this.#digits),
        nonce: bytes.slice(0, 32),
        salt: bytes.slice(32),
      },
    };
  }

  /** @param sent the payload as ALTCHA writes it (base64 of JSON); null or empty when there is none */
  async verify(token: string, sent: string | null): Promise<ProofOutcome> {
    if (sent === null || sent === "") return "none";
    const read = readPayload(sent);
    if (read === null) return "forged";
    const { parameters } = this.challenge(token);
    const claimed = read.challenge.parameters;
    if (!equalInConstantTime(claimed.nonce + claimed.salt, parameters.nonce + parameters.salt)) {
      return "another";
    }
    const { counter, derivedKey } = read.solution;
    const found = await keyOf(parameters, counter);
    return found === derivedKey && found.startsWith(parameters.keyPrefix) ? "proven" : "forged";
  }
}

/** The key that a counter gives: the digest of salt, nonce and counter (32 bits, most significant first). */
async function keyOf(parameters: ChallengeParameters, counter: number): Promise<string> {
  const password = Buffer.alloc(20);
  password.write(parameters.nonce, "hex");
  password.writeUInt32BE(counter, 16);
  const { derivedKey } = await sha(parameters, Buffer.from(parameters.salt, "hex"), password);
  return Buffer.from(derivedKey).toString("hex");
}

function readPayload(sent: string): z.output<typeof payload> | null {
  if (sent.length > MAX_PAYLOAD) return null;
  try {
    return payload.safeParse(JSON.parse(Buffer.from(sent, "base64").toString("utf8"))).data ?? null;
  } catch {
    return null;
  }
}
