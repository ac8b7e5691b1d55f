import { solveChallenge } from "altcha-lib";
import { deriveKey } from "altcha-lib/algorithms/sha";
import type { Operator } from "../src/surfaces/operator.ts";

/** The proof of work for a form's token, found by ALTCHA's own solver. */
export function proofFor({ proofs }: Pick<Operator, "proofs">, token: string): Promise<string> {
  return solve(JSON.stringify(proofs.challenge(token)));
}

/** The payload that solves a challenge as a page carries it. */
export async function solve(challengeJson: string): Promise<string> {
  const challenge = JSON.parse(challengeJson) as Parameters<typeof solveChallenge>[0]["challenge"];
  const solution = await solveChallenge({ challenge, deriveKey });
  if (solution === null) throw new Error("The challenge was not solved in time.");
  return Buffer.from(JSON.stringify({ challenge, solution })).toString("base64");
}
