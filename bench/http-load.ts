import { once } from "node:events";
import { connect, type Socket } from "node:net";

/** What one run of requests came to. */
interface LoadResult {
  /** Answers a second, from the first byte sent to the last byte heard. */
  readonly rate: number;
  /** From sending a request to the end of its answer, ms, one for each request. */
  readonly latencies: readonly number[];
}

/** Called with the body of each answer, as they come. */
type Heard = (body: string) => void;

const LINE_END = "\r\n";
const HEAD_END = Buffer.from(LINE_END + LINE_END);
const NOTHING: Buffer<ArrayBufferLike> = Buffer.alloc(0);

/**
 * Sends every request over `connections` lasting connections, each with one request under way, and times the answers.
 *
 * Leaner than an HTTP client, because it shares the machine with what it measures: requests are bytes made beforehand,
 * and of an answer only status and length are read.
 * @throws Error for an answer without `Content-Length`, for a lost connection, and for any other status than 200
 */
export async function sendAll(
  port: number,
  requests: readonly Buffer[],
  { connections, heard }: { readonly connections: number; readonly heard?: Heard },
): Promise<LoadResult> {
  const sockets = await Promise.all(Array.from({ length: connections }, () => open(port)));
  const latencies: number[] = [];
  const queue = requests.values();
  const started = performance.now();
  try {
    await Promise.all(sockets.map((socket) => converse(socket, queue, { latencies, heard })));
  } finally {
    for (const socket of sockets) socket.destroy();
  }
  return { rate: (requests.length * 1000) / (performance.now() - started), latencies };
}

/** The bytes of a request. */
export function requestOf(
  head: string,
  headers: Readonly<Record<string, string>>,
  body: string | null = null,
): Buffer {
  const lines = Object.entries(headers).map(([name, value]) => `${name}: ${value}`);
  const length = body === null ? [] : [`Content-Length: ${Buffer.byteLength(body)}`];
  return Buffer.from(
    `${[`${head} HTTP/1.1`, ...lines, ...length].join(LINE_END)}${LINE_END}${LINE_END}${body ?? ""}`,
  );
}

async function open(port: number): Promise<Socket> {
  const socket = connect({ port, host: "127.0.0.1", noDelay: true });
  await once(socket, "connect");
  return socket;
}

interface Hearing {
  readonly latencies: number[];
  readonly heard: Heard | undefined;
}

/** Sends the next request on the socket as soon as the last one was answered, until none is left. */
function converse(socket: Socket, queue: Iterator<Buffer>, hearing: Hearing): Promise<void> {
  return new Promise((resolve, reject) => {
    let sentAt = 0;
    let received = NOTHING;
    const next = () => {
      const { value, done } = queue.next();
      if (done === true) return resolve();
      sentAt = performance.now();
      socket.write(value);
    };
    socket.on("data", (chunk) => {
      received = received.length === 0 ? chunk : Buffer.concat([received, chunk]);
      try {
        const answer = readAnswer(received);
        if (answer === null) return;
        hearing.latencies.push(performance.now() - sentAt);
        if (answer.status !== 200) {
          throw new Error(`Answered ${answer.status}: ${answer.body.toString().slice(0, 500)}`);
        }
        hearing.heard?.(answer.body.toString());
      } catch (error) {
        return reject(error);
      }
      received = NOTHING;
      next();
    });
    socket.on("error", reject);
    socket.on("close", () => reject(new Error("The connection was closed before the answer.")));
    next();
  });
}

/** Null while the answer has not come to its end. */
function readAnswer(bytes: Buffer): { readonly status: number; readonly body: Buffer } | null {
  const end = bytes.indexOf(HEAD_END);
  if (end < 0) return null;
  const head = bytes.toString("latin1", 0, end);
  const length = /\r\ncontent-length: *(\d+)/iu.exec(head)?.[1];
  if (length === undefined) throw new Error("The answer does not say how long it is.");
  const from = end + HEAD_END.length;
  if (bytes.length < from + Number(length)) return null;
  return { status: Number(head.slice(9, 12)), body: bytes.subarray(from) };
}
