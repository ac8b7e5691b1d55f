import { timingSafeEqual, createHash } from "node:crypto";
import type { IncomingMessage } from "node:http";
import type { Registry } from "prom-client";
import { type Answer, NO_STORE } from "./answer.ts";
import { isFromThisMachine } from "./this-machine.ts";
import type { TrustedProxies } from "./trusted-proxies.ts";

/** A part of the service that must work before it takes visitors: `{ name: "store", ready: () => … }`. */
export interface Readiness {
  /** A fixed name of ours; it is shown. */
  readonly name: string;
  ready(): boolean | Promise<boolean>;
}

const LONGEST_CHECK = 2_000;

/** `/healthz`: 200 when all parts are ready, else 503, and which are. A check that throws or hangs is not ready. */
export async function answerHealth(parts: readonly Readiness[], stopping: boolean): Promise<Answer> {
  const checks = await Promise.all(parts.map(async (part) => [part.name, await isReady(part)] as const));
  const ready = !stopping && checks.every(([, one]) => one);
  return {
    status: ready ? 200 : 503,
    headers: { ...NO_STORE, "Content-Type": "application/json; charset=utf-8" },
    body: JSON.stringify({ ready, checks: Object.fromEntries(checks) }),
  };
}

async function isReady(part: Readiness): Promise<boolean> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<false>((resolve) => {
    timer = setTimeout(resolve, LONGEST_CHECK, false);
  });
  try {
    return await Promise.race([part.ready(), late]);
  } catch {
    return false;
  } finally {
    clearTimeout(timer);
  }
}

export interface MetricsAccess {
  readonly registry: Registry;
  /** A bearer token for readers elsewhere; null: none are let in. */
  readonly token: string | null;
}

/** Whether this request may read `/metrics`: by token, or without one from this machine itself. */
export function mayReadMetrics(
  request: IncomingMessage,
  token: string | null,
  trusted: TrustedProxies,
): boolean {
  const { authorization } = request.headers;
  if (authorization !== undefined) return token !== null && isEqual(authorization, `Bearer ${token}`);
  return isFromThisMachine(request, trusted);
}

/** In constant time, whatever the lengths. */
function isEqual(given: string, expected: string): boolean {
  const digest = (text: string) => createHash("sha256").update(text).digest();
  return timingSafeEqual(digest(given), digest(expected));
}

export async function answerMetrics(registry: Registry): Promise<Answer> {
  return {
    status: 200,
    headers: { ...NO_STORE, "Content-Type": registry.contentType },
    body: await registry.metrics(),
  };
}
