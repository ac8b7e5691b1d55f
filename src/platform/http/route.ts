import type { IncomingHttpHeaders } from "node:http";
import type { z } from "zod";
import type { Answer } from "./answer.ts";
import type { Exchange, Frame } from "./exchange.ts";
import type { BodyLimits } from "./read-body.ts";

export type Method = "GET" | "POST" | "PUT" | "PATCH" | "DELETE";

/** The request as an exit sees it, all guards passed. Internal. */
export interface Inner {
  readonly method: string;
  readonly exchange: Exchange;
  readonly frame: Frame;
  readonly params: Readonly<Record<string, string>>;
  /** What follows `?`, undecoded. */
  readonly query: string;
  readonly headers: IncomingHttpHeaders;
  readonly limits: BodyLimits;
  /** True when the language was negotiated rather than named by the path. */
  readonly negotiated: boolean;
  readBody(limits: BodyLimits): Promise<Buffer>;
}

/** What the API's description says of an endpoint. */
export interface EndpointDescription {
  readonly summary: string;
  readonly params: z.ZodType | undefined;
  readonly query: z.ZodType | undefined;
  readonly body: z.ZodType | undefined;
  readonly response: z.ZodType;
  readonly status: number;
}

interface RouteParts {
  readonly kind: "endpoint" | "page" | "file";
  readonly path: string;
  readonly methods: readonly Method[];
  readonly description?: EndpointDescription;
  readonly answer: (inner: Inner) => Promise<Answer>;
}

const PATH = /^\/(?:(?::?[A-Za-z0-9][A-Za-z0-9._~-]*)(?:\/|$))*$/;

/** One address of a site. Only `endpoint`, `page` and `file` make one. */
export class Route {
  readonly kind: RouteParts["kind"];
  readonly path: string;
  readonly methods: readonly Method[];
  readonly description: EndpointDescription | undefined;
  readonly #answer: RouteParts["answer"];

  constructor({ kind, path, methods, description, answer }: RouteParts) {
    if (!PATH.test(path)) throw new TypeError(`"${path}" is not a route's path.`);
    this.kind = kind;
    this.path = path;
    this.methods = methods;
    this.description = description;
    this.#answer = answer;
  }

  /** For this folder's application alone. */
  static answer(route: Route, inner: Inner): Promise<Answer> {
    return route.#answer(inner);
  }
}
