import { z } from "zod";
import { decodeLeaf } from "./entry-leaf.ts";

const code = z.string().max(200);

/** The entry of a receiving, as a stranger's receipt may hold it: nothing in it is believed before this has passed. */
const receivedEntry = z.object({
  v: z.literal(1),
  id: z.uuid(),
  at: z.int().nonnegative(),
  operator: code,
  event: z.literal("decision"),
  operation: z.literal("collect"),
  purpose: code,
  attributes: z.array(code).max(100),
  decision: z.object({
    allowed: z.literal(true),
    clause: code.nullable(),
    policy: z.string().regex(/^[0-9a-f]{64}$/),
  }),
  details: z.object({ reference: code }),
});

/** What an entry says was received, when, for what, and under which policy. */
export type ReceivedEntry = z.output<typeof receivedEntry>;

/** Null when the leaf holds no decision by which something was received. */
export function readReceived(leaf: Uint8Array): ReceivedEntry | null {
  return receivedEntry.safeParse(decodeLeaf(leaf)).data ?? null;
}
