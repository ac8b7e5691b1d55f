import type { z } from "zod";
import { type Answer, answerHeld, hold, NO_STORE } from "./answer.ts";
import { assertClosed } from "./closed-schema.ts";
import type { Exchange, Frame } from "./exchange.ts";
import { type FieldProblem, fieldProblems } from "./field-problems.ts";
import { type Fields, parseFields } from "./form-encoding.ts";
import type { Link } from "./links.ts";
import { Cached, type PageAnswer, SeeOther, Shown } from "./page-answer.ts";
import { decodeUtf8, expectType } from "./read-body.ts";
import { readParams, readQuery } from "./read-request.ts";
import { PageCache } from "./page-cache.ts";
import { type Inner, Route } from "./route.ts";

type Empty = z.ZodObject<Record<never, never>>;

/** A node of hono/jsx: its text, at once or, where a component is asynchronous, later. */
export interface Rendered {
  toString(): string | Promise<string>;
}

/** Values of a form as they were typed, by declared field name; for showing it again. Personal data. */
export type Typed = Readonly<Record<string, string>>;

export interface PageInput<P extends z.ZodType, Q extends z.ZodType> {
  readonly params: z.output<P>;
  readonly query: z.output<Q>;
}

type Answers<V extends z.ZodType> = PageAnswer<z.input<V>> | Promise<PageAnswer<z.input<V>>>;

export interface PageForm<
  P extends z.ZodType,
  Q extends z.ZodType,
  V extends z.ZodType,
  F extends z.ZodObject,
> {
  /** What the form may send; where the policy in force decides that, a function that reads it. */
  readonly fields: F | ((exchange: Exchange) => F | Promise<F>);
  /** Bytes; left out, the application's limit (64 KiB). */
  readonly maxBytes?: number;
  /** Does it. Answer `seeOther` after success, so that a reload does not send the form again. */
  readonly submit: (
    exchange: Exchange,
    input: PageInput<P, Q> & { readonly fields: z.output<F> },
  ) => Answers<V>;
  /** Shows the form again with what was typed, when it does not fit `fields`. Answered as 422. */
  readonly again: (
    exchange: Exchange,
    input: PageInput<P, Q> & { readonly typed: Typed; readonly problems: readonly FieldProblem[] },
  ) => Answers<V>;
}

export interface PageOptions<
  P extends z.ZodType,
  Q extends z.ZodType,
  V extends z.ZodType,
  F extends z.ZodObject,
> {
  /** Without language: `/feedback/`. Also served at `/en/feedback/` and `/ru/feedback/`. */
  readonly path: `/${string}`;
  readonly params?: P;
  readonly query?: Q;
  /** The view model: all that the JSX gets to see. */
  readonly view: V;
  /** `personal` (the default) is never stored; `public` is the same for everybody and may be revalidated. */
  readonly caching?: "personal" | "public";
  readonly show: (exchange: Exchange, input: PageInput<P, Q>) => Answers<V>;
  readonly form?: PageForm<P, Q, V, F>;
  readonly render: (view: z.output<V>, frame: Frame) => Rendered;
}

/**
 * The exit for people. The handler returns a view model; the JSX gets it through `view` and nothing beside it.
 * Errors are thrown (`refuse`) and answered as the error page.
 */
export function page<
  V extends z.ZodType,
  P extends z.ZodType = Empty,
  Q extends z.ZodType = Empty,
  F extends z.ZodObject = z.ZodObject,
>(options: PageOptions<P, Q, V, F>): Route {
  const { path, params, query, view, caching = "personal", show, form, render } = options;
  assertClosed(view, path);
  const cache = new PageCache();

  const html = async (model: z.input<V>, frame: Frame): Promise<string> =>
    `<!DOCTYPE html>${await render(view.parse(model), frame).toString()}`;

  const finish = async (inner: Inner, outcome: PageAnswer<z.input<V>>, usual: number): Promise<Answer> => {
    if (outcome instanceof SeeOther) return redirect(outcome.link);
    if (outcome instanceof Cached) {
      const held = await cache.held(
        `${inner.frame.self} ${inner.frame.variant} ${outcome.key}`,
        inner.frame,
        (frame) => html(outcome.view(), frame),
      );
      if (held !== null) return answerHeld(held, inner.headers, headersOf(inner, "public"));
      return finish(inner, outcome.view(), usual);
    }
    const { status, model, retryAfter } =
      outcome instanceof Shown ? outcome : { status: usual, model: outcome, retryAfter: null };
    const body = await html(model, inner.frame);
    if (caching === "public" && status === 200) {
      return answerHeld(
        { ...hold(Buffer.from(body), ""), zipped: null },
        inner.headers,
        headersOf(inner, "public"),
      );
    }
    const headers = headersOf(inner, "personal");
    if (retryAfter !== null) headers["Retry-After"] = String(retryAfter);
    return { status, headers, body };
  };

  return new Route({
    kind: "page",
    path,
    methods: form === undefined ? ["GET"] : ["GET", "POST"],
    async answer(inner) {
      const input = { params: readParams(params, inner), query: readQuery(query, inner) };
      if (inner.method !== "POST" || form === undefined) {
        return finish(inner, await show(inner.exchange, input), 200);
      }
      expectType(inner.headers["content-type"], "application/x-www-form-urlencoded");
      const limits = { ...inner.limits, bytes: form.maxBytes ?? inner.limits.bytes };
      const sent = parseFields(decodeUtf8(await inner.readBody(limits)), "form-malformed");
      const schema = typeof form.fields === "function" ? await form.fields(inner.exchange) : form.fields;
      const read = schema.safeParse(sent);
      if (read.success) {
        return finish(
          inner,
          await form.submit(inner.exchange, { ...input, fields: read.data as z.output<F> }),
          200,
        );
      }
      const again = { ...input, typed: typedIn(sent, schema), problems: fieldProblems(read.error) };
      return finish(inner, await form.again(inner.exchange, again), 422);
    },
  });
}

/** What was typed into declared fields; the rest of what was sent is not shown again. */
function typedIn(sent: Fields, schema: z.ZodObject): Typed {
  const typed: Record<string, string> = {};
  for (const name of Object.keys(schema.shape)) {
    const value = sent[name];
    if (typeof value === "string") typed[name] = value;
  }
  return typed;
}

function redirect(link: Link): Answer {
  return { status: 303, headers: { ...NO_STORE, Location: link }, body: null };
}

function headersOf(inner: Inner, caching: "personal" | "public"): Record<string, string> {
  return {
    "Content-Type": "text/html; charset=utf-8",
    "Cache-Control": caching === "public" ? "public, max-age=0, must-revalidate" : "no-store",
    "Content-Language": inner.frame.language,
    ...(inner.negotiated ? { Vary: "Accept-Language" } : {}),
  };
}
