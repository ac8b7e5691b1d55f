import { hash } from "node:crypto";
import type { ProofChallenge } from "./proof-of-work.ts";

/** Finds a proof of work as the page's own script does, and writes it as that sends it. Blocks until it has one. */
export function solveProof(challenge: ProofChallenge): string {
  const { salt, nonce, keyPrefix } = challenge.parameters;
  const input = Buffer.concat([Buffer.from(salt + nonce, "hex"), Buffer.alloc(4)]);
  for (let counter = 0; ; counter++) {
    input.writeUInt32BE(counter, input.length - 4);
    const derivedKey = hash("sha256", input, "hex");
    if (derivedKey.startsWith(keyPrefix)) {
      return Buffer.from(JSON.stringify({ challenge, solution: { counter, derivedKey } })).toString("base64");
    }
  }
}
