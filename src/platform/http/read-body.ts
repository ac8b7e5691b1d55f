import type { IncomingMessage } from "node:http";
import { HttpRefusal } from "./http.errors.ts";

export interface BodyLimits {
  /** Bytes. */
  readonly bytes: number;
  /** Milliseconds. */
  readonly time: number;
}

/**
 * The whole body, at most `bytes` long and within `time`. Refuses with `body-too-large`, `body-too-slow`,
 * `body-cut-short`; with `body-type-unsupported` when it is compressed, since a small body may unpack to a huge one.
 */
export function readBody(request: IncomingMessage, { bytes, time }: BodyLimits): Promise<Buffer> {
  const encoding = request.headers["content-encoding"];
  if (encoding !== undefined && encoding !== "identity") return fail("body-type-unsupported");
  if (Number(request.headers["content-length"] ?? 0) > bytes) return fail("body-too-large");
  return new Promise((resolve, reject) => {
    const chunks: Buffer[] = [];
    let length = 0;
    const settle = (): void => {
      clearTimeout(deadline);
      request.off("data", onData).off("end", onEnd).off("close", onClose).off("error", onClose);
    };
    const refuse = (code: string): void => {
      settle();
      request.pause();
      reject(new HttpRefusal(code));
    };
    const onData = (chunk: Buffer): void => {
      length += chunk.length;
      if (length > bytes) refuse("body-too-large");
      else chunks.push(chunk);
    };
    const onEnd = (): void => {
      settle();
      resolve(chunks.length === 1 && chunks[0] !== undefined ? chunks[0] : Buffer.concat(chunks));
    };
    const onClose = (): void => refuse("body-cut-short");
    const deadline = setTimeout(refuse, time, "body-too-slow");
    request.on("data", onData).on("end", onEnd).on("close", onClose).on("error", onClose);
  });
}

function fail(code: string): Promise<never> {
  return Promise.reject(new HttpRefusal(code));
}

const utf8 = new TextDecoder("utf-8", { fatal: true });

/** The text of UTF-8 bytes; refuses with `body-not-utf8` rather than putting replacement characters. */
export function decodeUtf8(bytes: Uint8Array): string {
  try {
    return utf8.decode(bytes);
  } catch (cause) {
    throw new HttpRefusal("body-not-utf8", { cause });
  }
}

/** Refuses with `body-type-unsupported` unless the content type is `expected`, in UTF-8 where it names a charset. */
export function expectType(header: string | undefined, expected: string): void {
  const [type, ...parameters] = (header ?? "").split(";").map((part) => part.trim().toLowerCase());
  const charset = parameters.find((parameter) => parameter.startsWith("charset="))?.slice("charset=".length);
  const isUtf8 = charset === undefined || charset.replaceAll('"', "") === "utf-8";
  if (type !== expected || !isUtf8) throw new HttpRefusal("body-type-unsupported");
}
