import type { z } from "zod";
import { fieldProblems } from "./field-problems.ts";
import { parseFields } from "./form-encoding.ts";
import { HttpRefusal, type HttpErrorCode } from "./http.errors.ts";
import { decodeUtf8, expectType } from "./read-body.ts";
import type { Inner } from "./route.ts";

/** Path parameters through their schema. A parameter that does not fit names nothing: `not-found`. */
export function readParams<S extends z.ZodType>(schema: S | undefined, inner: Inner): z.output<S> {
  return through(schema, inner.params, "not-found");
}

/** The query through its schema; `query-invalid` otherwise. */
export function readQuery<S extends z.ZodType>(schema: S | undefined, inner: Inner): z.output<S> {
  if (schema === undefined) return {} as z.output<S>;
  return through(schema, parseFields(inner.query, "query-invalid"), "query-invalid");
}

/** A JSON body through its schema: `body-type-unsupported`, `json-malformed`, `body-invalid` otherwise. */
export async function readJson<S extends z.ZodType>(
  schema: S | undefined,
  inner: Inner,
): Promise<z.output<S>> {
  if (schema === undefined) return {} as z.output<S>;
  expectType(inner.headers["content-type"], "application/json");
  const text = decodeUtf8(await inner.readBody(inner.limits));
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    // The parser's own message quotes the text.
    throw new HttpRefusal("json-malformed");
  }
  return through(schema, value, "body-invalid");
}

function through<S extends z.ZodType>(
  schema: S | undefined,
  value: unknown,
  code: HttpErrorCode,
): z.output<S> {
  if (schema === undefined) return {} as z.output<S>;
  const read = schema.safeParse(value);
  if (read.success) return read.data;
  const field = fieldProblems(read.error)[0]?.field;
  throw new HttpRefusal(code, field === undefined || field === "" || code === "not-found" ? {} : { field });
}
