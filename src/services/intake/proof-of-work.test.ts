import { solveChallenge } from "altcha-lib";
import { deriveKey } from "altcha-lib/algorithms/sha";
import fc from "fast-check";
import { expect, test } from "vitest";
import { newSecretKey } from "../../platform/crypto/index.ts";
import { systemRandom } from "../../platform/random/index.ts";
import { type ProofChallenge, ProofOfWork } from "./proof-of-work.ts";

const key = newSecretKey(systemRandom);
const proofs = new ProofOfWork("small", key, 2);
const encode = (value: unknown) => Buffer.from(JSON.stringify(value)).toString("base64");

/** Solves it with ALTCHA's own solver: what their widget would send is what we take. */
async function solve(challenge: ProofChallenge) {
  const solution = await solveChallenge({ challenge, deriveKey });
  if (solution === null) throw new Error("No solution was found.");
  return solution;
}

test("what ALTCHA's own solver finds is a proof, for the form that it was found for", async () => {
  const challenge = proofs.challenge("token");
  const sent = encode({ challenge, solution: await solve(challenge) });
  expect(await proofs.verify("token", sent)).toBe("proven");
  expect(await proofs.verify("other token", sent)).toBe("another");
  const otherOperator = new ProofOfWork("other", key, 2);
  expect(await otherOperator.verify("token", sent)).toBe("another");
});

test("no proof is none, and never a forged one", async () => {
  expect(await proofs.verify("token", null)).toBe("none");
  expect(await proofs.verify("token", "")).toBe("none");
});

test("a solution that was not worked for is forged", async () => {
  const challenge = proofs.challenge("token");
  const { counter, derivedKey } = await solve(challenge);
  const forged: unknown[] = [
    { challenge, solution: { counter: counter + 1, derivedKey } },
    { challenge, solution: { counter, derivedKey: `00${derivedKey.slice(2, -2)}ff` } },
    { challenge, solution: { counter: -1, derivedKey } },
    { challenge, solution: { counter: 2 ** 32, derivedKey } },
    { challenge, solution: { counter: String(counter), derivedKey } },
    { challenge: {}, solution: { counter, derivedKey } },
    null,
  ];
  for (const payload of forged) expect(await proofs.verify("token", encode(payload))).toBe("forged");
});

test("a proof of an easier challenge than ours is none of ours", async () => {
  const easy = new ProofOfWork("small", key, 1);
  const challenge = easy.challenge("token");
  // The first solution of one zero that has not two.
  const start = await firstWithoutSecondZero(challenge);
  expect(await easy.verify("token", start)).toBe("proven");
  expect(await proofs.verify("token", start)).toBe("forged");
});

async function firstWithoutSecondZero(challenge: ProofChallenge): Promise<string> {
  for (let counterStart = 1; ; counterStart++) {
    const solution = await solveChallenge({ challenge, deriveKey, counterStep: counterStart });
    if (solution !== null && !solution.derivedKey.startsWith("00")) return encode({ challenge, solution });
  }
}

test("whatever is sent as a proof is answered, never thrown over", async () => {
  await fc.assert(
    fc.asyncProperty(fc.oneof(fc.string(), fc.json().map(encode)), async (sent) => {
      expect(await proofs.verify("token", sent)).not.toBe("proven");
    }),
  );
});
