import { z } from "zod";
import { NO_STORE } from "./answer.ts";
import { assertClosed } from "./closed-schema.ts";
import type { Exchange } from "./exchange.ts";
import { readJson, readParams, readQuery } from "./read-request.ts";
import { type Method, Route } from "./route.ts";

type Empty = z.ZodObject<Record<never, never>>;

export interface EndpointOptions<
  P extends z.ZodType,
  Q extends z.ZodType,
  B extends z.ZodType,
  R extends z.ZodType,
> {
  readonly method: Method;
  /** `/api/enquiries/:reference`; the same in every language. */
  readonly path: `/${string}`;
  /** One line for the API's description. */
  readonly summary: string;
  readonly request?: { readonly params?: P; readonly query?: Q; readonly body?: B };
  readonly response: R;
  readonly status?: 200 | 201 | 202;
  readonly handle: (
    exchange: Exchange,
    input: { readonly params: z.output<P>; readonly query: z.output<Q>; readonly body: z.output<B> },
  ) => Promise<z.input<R>> | z.input<R>;
}

/**
 * The exit for data. The handler returns a value; what leaves is that value through `response`, so a field that is
 * not declared cannot. Bodies are JSON in UTF-8. Errors are thrown (`refuse`) and answered as error JSON. The
 * answer is never stored by a cache.
 */
export function endpoint<
  P extends z.ZodType = Empty,
  Q extends z.ZodType = Empty,
  B extends z.ZodType = Empty,
  R extends z.ZodType = z.ZodType,
>({
  method,
  path,
  summary,
  request = {},
  response,
  status = 200,
  handle,
}: EndpointOptions<P, Q, B, R>): Route {
  assertClosed(response, `${method} ${path}`);
  return new Route({
    kind: "endpoint",
    path,
    methods: [method],
    description: {
      summary,
      params: request.params,
      query: request.query,
      body: request.body,
      response,
      status,
    },
    async answer(inner) {
      const params = readParams(request.params, inner);
      const query = readQuery(request.query, inner);
      const body = await readJson(request.body, inner);
      const data = await handle(inner.exchange, { params, query, body });
      return {
        status,
        headers: { ...NO_STORE, "Content-Type": "application/json; charset=utf-8" },
        body: JSON.stringify(response.parse(data)),
      };
    },
  });
}
