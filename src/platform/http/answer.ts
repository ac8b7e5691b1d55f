import { createHash } from "node:crypto";
import type { IncomingHttpHeaders } from "node:http";
import { gzipSync } from "node:zlib";

/** What an exit hands to the writer. Internal: only this folder makes and writes answers. */
export interface Answer {
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string | Uint8Array | AsyncIterable<Uint8Array> | null;
}

export const NO_STORE = { "Cache-Control": "no-store" } as const;

/** Bytes that stay the same for many requests: their tag and their compressed form are made once. */
export interface Held {
  readonly bytes: Uint8Array;
  /** Without quotes. */
  readonly tag: string;
  readonly zipped: Uint8Array | null;
}

const WORTH_ZIPPING = /^(?:text\/|application\/(?:json|xml|atom\+xml|javascript)|image\/svg)/;

/** Hashes, and compresses text of more than a kilobyte. Never for personal answers (compression tells lengths). */
export function hold(bytes: Uint8Array, type: string): Held {
  const tag = createHash("sha256").update(bytes).digest("base64url").slice(0, 22);
  return { bytes, tag, zipped: WORTH_ZIPPING.test(type) && bytes.length > 1_024 ? gzipSync(bytes) : null };
}

/** Answers from held bytes: 304 when the reader has them already, compressed where the reader can read that. */
export function answerHeld(
  held: Held,
  request: IncomingHttpHeaders,
  headers: Readonly<Record<string, string>>,
): Answer {
  const zipped =
    held.zipped !== null &&
    /\bgzip\b(?!\s*;\s*q=0(?:\.0*)?\s*(?:,|$))/.test(String(request["accept-encoding"] ?? ""));
  const etag = `"${held.tag}${zipped ? "-gz" : ""}"`;
  const vary = joinVary(headers["Vary"], held.zipped === null ? undefined : "Accept-Encoding");
  const common = { ...headers, ETag: etag, ...(vary === undefined ? {} : { Vary: vary }) };
  const known = (request["if-none-match"] ?? "")
    .split(",")
    .some((one) => one.trim().replace(/^W\//, "") === etag);
  if (known) return { status: 304, headers: common, body: null };
  return zipped
    ? { status: 200, headers: { ...common, "Content-Encoding": "gzip" }, body: held.zipped }
    : { status: 200, headers: common, body: held.bytes };
}

function joinVary(...names: readonly (string | undefined)[]): string | undefined {
  const present = names.filter((name) => name !== undefined);
  return present.length === 0 ? undefined : present.join(", ");
}
