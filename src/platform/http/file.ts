import type { z } from "zod";
import { type Answer, answerHeld, type Held, hold, NO_STORE } from "./answer.ts";
import { assertClosed } from "./closed-schema.ts";
import type { Exchange } from "./exchange.ts";
import { HttpRefusal } from "./http.errors.ts";
import { readParams } from "./read-request.ts";
import { Route } from "./route.ts";

/** The media types that leave as files. Closed: a type decides what a browser does with the bytes. */
export type FileType =
  | "application/atom+xml; charset=utf-8"
  | "application/json"
  | "application/ld+json"
  | "application/octet-stream"
  | "application/pdf"
  | "application/x-ndjson"
  | "font/woff2"
  | "image/png"
  | "image/svg+xml"
  | "text/css; charset=utf-8"
  | "text/javascript; charset=utf-8"
  | "text/html; charset=utf-8"
  | "text/javascript; charset=utf-8"
  | "text/markdown; charset=utf-8"
  | "text/plain; charset=utf-8";

/** Exact bytes, as they were stored. */
export interface StoredBytes {
  readonly type: FileType;
  readonly bytes: Uint8Array;
  /** Saves it under this name instead of showing it; letters, digits, `.`, `-`. Nothing personal. */
  readonly saveAs?: string;
}

/** A stream of values, each through its schema before it is written as a line of JSON. */
export interface Records<S extends z.ZodType> {
  readonly value: S;
  readonly values: AsyncIterable<z.input<S>>;
  readonly saveAs?: string;
}

type Empty = z.ZodObject<Record<never, never>>;

export interface FileOptions<P extends z.ZodType, S extends z.ZodType> {
  /** The same in every language. */
  readonly path: `/${string}`;
  readonly params?: P;
  /** `immutable`: the address names the content; `revalidate`: public, but may change; `personal`: never stored. */
  readonly caching: "immutable" | "revalidate" | "personal";
  /** Null: there is none (404). */
  readonly read: (
    exchange: Exchange,
    params: z.output<P>,
  ) => StoredBytes | Records<S> | null | Promise<StoredBytes | Records<S> | null>;
}

const CACHING = {
  immutable: "public, max-age=31536000, immutable",
  revalidate: "public, max-age=0, must-revalidate",
  personal: "no-store",
} as const;

/** The exit for bytes: what is stored leaves as it is, with its tag; a stream leaves value by permitted value. */
export function file<P extends z.ZodType = Empty, S extends z.ZodType = z.ZodType>({
  path,
  params,
  caching,
  read,
}: FileOptions<P, S>): Route {
  const held = new WeakMap<Uint8Array, Held>();
  const holdOnce = (bytes: Uint8Array, type: string): Held => {
    const before = held.get(bytes);
    if (before !== undefined) return before;
    const made = hold(bytes, type);
    held.set(bytes, made);
    return made;
  };
  return new Route({
    kind: "file",
    path,
    methods: ["GET"],
    async answer(inner) {
      const found = await read(inner.exchange, readParams(params, inner));
      if (found === null) throw new HttpRefusal("not-found");
      if ("values" in found) return stream(found, path);
      const headers = {
        "Content-Type": found.type,
        "Cache-Control": CACHING[caching],
        ...disposition(found.saveAs),
      };
      if (caching === "personal") return { status: 200, headers, body: found.bytes };
      return answerHeld(holdOnce(found.bytes, found.type), inner.headers, headers);
    },
  });
}

/** The first value is read before anything is answered, so that a stream that fails at once is an error page. */
async function stream<S extends z.ZodType>(
  { value, values, saveAs }: Records<S>,
  path: string,
): Promise<Answer> {
  assertClosed(value, path);
  const rest = values[Symbol.asyncIterator]();
  const line = (one: z.input<S>): Uint8Array => Buffer.from(`${JSON.stringify(value.parse(one))}\n`);
  const first = await rest.next();
  const head = first.done === true ? null : line(first.value);
  async function* lines(): AsyncGenerator<Uint8Array> {
    if (head === null) return;
    yield head;
    for await (const one of { [Symbol.asyncIterator]: () => rest }) yield line(one);
  }
  return {
    status: 200,
    headers: { ...NO_STORE, "Content-Type": "application/x-ndjson", ...disposition(saveAs) },
    body: lines(),
  };
}

function disposition(saveAs: string | undefined): Record<string, string> {
  if (saveAs === undefined) return {};
  if (!/^[A-Za-z0-9][A-Za-z0-9.-]{0,99}$/.test(saveAs))
    throw new TypeError("This is not a name to save under.");
  return { "Content-Disposition": `attachment; filename="${saveAs}"` };
}
