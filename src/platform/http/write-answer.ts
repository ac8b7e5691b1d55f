import type { IncomingMessage, ServerResponse } from "node:http";
import { Readable } from "node:stream";
import { pipeline } from "node:stream/promises";
import type { Answer } from "./answer.ts";

/** How much of an unread body, and for how long, we listen to so that the sender gets to read the answer. */
const LINGER = { bytes: 1_048_576, time: 1_000 };

/**
 * Writes an answer, once, with the headers that every answer carries; the one place that does. A body that was not
 * read to its end costs the connection: what is left of it is heard out within bounds, then the socket is closed.
 * Resolves when the answer is handed over or the reader is gone; rejects when a streamed value fails, after
 * breaking the connection, so that a cut answer never passes for a whole one.
 */
export async function writeAnswer(
  request: IncomingMessage,
  response: ServerResponse,
  answer: Answer,
  headers: Readonly<Record<string, string | readonly string[]>>,
): Promise<void> {
  if (response.destroyed) return;
  const { status, body } = answer;
  const all: Record<string, string | readonly string[] | number> = { ...headers, ...answer.headers };
  const unread = hasBody(request) && !request.complete;
  if (unread) all["Connection"] = "close";
  if (body === null) {
    if (status !== 304) all["Content-Length"] = 0;
    response.writeHead(status, all as Record<string, string | string[]>);
    await end(request, response, "", unread);
  } else if (typeof body === "string" || body instanceof Uint8Array) {
    all["Content-Length"] = Buffer.byteLength(body);
    response.writeHead(status, all as Record<string, string | string[]>);
    await end(request, response, request.method === "HEAD" ? "" : body, unread);
  } else {
    response.writeHead(status, all as Record<string, string | string[]>);
    await stream(request, response, body);
  }
}

function hasBody({ headers }: IncomingMessage): boolean {
  return headers["transfer-encoding"] !== undefined || Number(headers["content-length"] ?? 0) > 0;
}

async function end(
  request: IncomingMessage,
  response: ServerResponse,
  body: string | Uint8Array,
  unread: boolean,
): Promise<void> {
  if (!unread) {
    response.end(body);
    return;
  }
  // Ending the answer closes the socket, and closing it with bytes unread would take the answer back (TCP reset).
  if (body.length > 0) response.write(body);
  else response.flushHeaders();
  await linger(request);
  response.end();
}

function linger(request: IncomingMessage): Promise<void> {
  return new Promise((resolve) => {
    let heard = 0;
    const done = (): void => {
      clearTimeout(deadline);
      request.off("data", onData).off("end", done).off("close", done).off("error", done);
      resolve();
    };
    const onData = (chunk: Buffer): void => {
      heard += chunk.length;
      if (heard > LINGER.bytes) done();
    };
    const deadline = setTimeout(done, LINGER.time);
    request.on("data", onData).on("end", done).on("close", done).on("error", done);
    request.resume();
  });
}

async function stream(
  request: IncomingMessage,
  response: ServerResponse,
  body: AsyncIterable<Uint8Array>,
): Promise<void> {
  if (request.method === "HEAD") {
    response.end();
    return;
  }
  try {
    await pipeline(Readable.from(body), response);
  } catch (thrown) {
    response.destroy();
    if (!isReaderGone(thrown)) throw thrown;
  }
}

function isReaderGone(thrown: unknown): boolean {
  return thrown instanceof Error && "code" in thrown && thrown.code === "ERR_STREAM_PREMATURE_CLOSE";
}
