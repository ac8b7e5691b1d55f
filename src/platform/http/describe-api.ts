import type { z } from "zod";
import type { Route } from "./route.ts";

/**
 * The OpenAPI 3.1 document of the endpoints among `routes`, as they are enforced: from the same schemas. What writes it
 * is loaded when somebody asks for one, since few ever do.
 */
export async function describeApi(
  routes: readonly Route[],
  about: {
    readonly title: string;
    readonly version: string;
    readonly origin: string;
    /** Every endpoint takes an API key as a bearer token (RFC 6750). */
    readonly keys?: boolean;
  },
): Promise<object> {
  const { OpenAPIHono } = await import("@hono/zod-openapi");
  const api = new OpenAPIHono();
  if (about.keys === true) {
    api.openAPIRegistry.registerComponent("securitySchemes", "key", { type: "http", scheme: "bearer" });
  }
  for (const { path, methods, description } of routes) {
    if (description === undefined) continue;
    const { summary, params, query, body, response, status } = description;
    api.openAPIRegistry.registerPath({
      method: (methods[0] ?? "GET").toLowerCase() as "get",
      path: path.replace(/:([A-Za-z]\w*)/g, "{$1}"),
      summary,
      ...(about.keys === true ? { security: [{ key: [] }] } : {}),
      request: {
        ...(params === undefined ? {} : { params: params as z.ZodObject }),
        ...(query === undefined ? {} : { query: query as z.ZodObject }),
        ...(body === undefined
          ? {}
          : { body: { content: { "application/json": { schema: body } }, required: true } }),
      },
      responses: {
        [status]: { description: summary, content: { "application/json": { schema: response } } },
      },
    });
  }
  return api.getOpenAPI31Document({
    openapi: "3.1.0",
    info: { title: about.title, version: about.version },
    servers: [{ url: about.origin }],
  });
}
