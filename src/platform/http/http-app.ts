import type { IncomingMessage, ServerResponse } from "node:http";
import type { Clock } from "../clock/index.ts";
import { errorPlace, type Log } from "../log/index.ts";
import { type Random, uuidv4 } from "../random/index.ts";
import { type Answer, NO_STORE } from "./answer.ts";
import { type AnswerOptions, answerRequest } from "./answer-request.ts";
import { answerErrorJson, answerErrorPage, type ErrorPage } from "./error-answer.ts";
import { type Host, hostName, hostOf, hostsOf } from "./hosts.ts";
import { type ErrorTable, HTTP_ERRORS } from "./http.errors.ts";
import { unknownHostText } from "./http.messages.ts";
import type { HttpMetrics } from "./http.metrics.ts";
import { REQUEST_LIMITS, type RequestLimits } from "./limits.ts";
import { makeExchange } from "./make-exchange.ts";
import { answerHealth, answerMetrics, mayReadMetrics, type Readiness } from "./operations.ts";
import { isUnsafe } from "./origin-guard.ts";
import { languageOf, type Passage } from "./passage.ts";
import { type Explain, explainBy } from "./problem.ts";
import { policyWithNonce, securityHeaders } from "./security-headers.ts";
import type { Site } from "./site.ts";
import { trustedProxies } from "./trusted-proxies.ts";
import { writeAnswer } from "./write-answer.ts";

export interface HttpAppOptions {
  readonly sites: readonly Site[];
  /** The rooms' error tables: only their codes leave as what they are. This room's own is always among them. */
  readonly errors: readonly ErrorTable[];
  readonly errorPage: ErrorPage;
  readonly clock: Clock;
  readonly random: Random;
  readonly log: Log;
  readonly metrics: HttpMetrics;
  /** For `/metrics` from elsewhere; left out, only this machine reads it. */
  readonly metricsToken?: string;
  /** Addresses and CIDR blocks of proxies whose forwarded headers count. */
  readonly trustedProxies?: readonly string[];
  readonly readiness?: readonly Readiness[];
  readonly limits?: Partial<RequestLimits>;
}

const METHODS = new Set(["GET", "HEAD", "POST", "PUT", "PATCH", "DELETE", "OPTIONS"]);

/** The sites of one or more operators as one application; `serve` puts it on a port. */
export class HttpApp {
  readonly log: Log;
  readonly clock: Clock;
  readonly #options: HttpAppOptions;
  readonly #answering: AnswerOptions;
  #sites: readonly Site[];
  #hosts: ReadonlyMap<string, Host>;
  readonly #explain: Explain;
  readonly #always = { http: securityHeaders(false), https: securityHeaders(true) };
  #stopping = false;
  #underway = 0;
  /** When the last one was answered, by the clock that never jumps. */
  #answeredAt = Number.NEGATIVE_INFINITY;

  /** Throws TypeError on two routes or two sites at one address, and on settings that cannot be read. */
  constructor(options: HttpAppOptions) {
    const { log, clock, random, sites, errors } = options;
    this.log = log;
    this.clock = clock;
    this.#options = options;
    this.#sites = sites;
    this.#hosts = hostsOf(sites);
    this.#explain = explainBy(errors);
    this.#answering = {
      limits: { ...REQUEST_LIMITS, ...options.limits },
      trusted: trustedProxies(options.trustedProxies ?? []),
      random,
    };
    log.admit(
      "operator",
      sites.map(({ operator }) => operator),
    );
    for (const table of [HTTP_ERRORS, ...errors]) log.admit("code", Object.keys(table));
    this.#admitRoutes();
  }

  /**
   * Lays an operator's site out anew, in place of the one that it has: requests that have begun end on the old one, the
   * next is answered by the new one. Throws TypeError as the constructor does; then the old one stays.
   */
  setSite(site: Site): void {
    const sites = this.#sites.map((one) => (one.operator === site.operator ? site : one));
    if (!sites.includes(site)) throw new TypeError(`${site.operator} has no site that could be replaced.`);
    this.#hosts = hostsOf(sites);
    this.#sites = sites;
    this.#admitRoutes();
  }

  #admitRoutes(): void {
    for (const { routes } of this.#hosts.values()) this.log.admit("route", routes.patterns);
  }

  /** For how long nobody has waited for an answer, ms; 0 while somebody does. */
  get quietFor(): number {
    return this.#underway > 0 ? 0 : this.clock.monotonic() - this.#answeredAt;
  }

  /** From now on `/healthz` says 503 and each answer closes its connection. */
  stop(): void {
    this.#stopping = true;
  }

  /** Answers one request. Never rejects: what goes wrong becomes an error answer, or a broken connection. */
  async handle(request: IncomingMessage, response: ServerResponse): Promise<void> {
    this.#underway++;
    try {
      const host = hostOf(this.#hosts, hostName(request.headers.host) ?? "");
      const special = await this.#answerSpecial(request, host);
      if (special !== null) await writeAnswer(request, response, special, this.#headers(false));
      else if (host !== undefined) await this.#answer(this.#begin(request, host), response);
    } catch (thrown) {
      this.log.event("http.failed", errorPlace(thrown));
      await this.#giveUp(request, response);
    } finally {
      this.#underway--;
      this.#answeredAt = this.clock.monotonic();
    }
  }

  /** Even the error page failed. */
  async #giveUp(request: IncomingMessage, response: ServerResponse): Promise<void> {
    try {
      if (response.headersSent) response.destroy();
      else
        await writeAnswer(
          request,
          response,
          plain(500, HTTP_ERRORS.unexpected.message.en),
          this.#headers(false),
        );
    } catch {
      response.destroy();
    }
  }

  /** What is answered on any host, and what an unknown host gets: nothing is logged of it but a count. */
  async #answerSpecial(request: IncomingMessage, host: Host | undefined): Promise<Answer | null> {
    const { metrics, metricsToken = null, readiness = [] } = this.#options;
    const isRead = request.method === "GET" || request.method === "HEAD";
    if (isRead && request.url === "/healthz") return answerHealth(readiness, this.#stopping);
    if (isRead && request.url === "/metrics") {
      if (mayReadMetrics(request, metricsToken, this.#answering.trusted))
        return answerMetrics(metrics.registry);
      return plain(403, "Not from here.\n");
    }
    if (host !== undefined) return null;
    metrics.unknownHost();
    return plain(421, unknownHostText);
  }

  #begin(request: IncomingMessage, host: Host): Passage {
    const { url = "" } = request;
    const mark = url.indexOf("?");
    return {
      request,
      method: request.method ?? "",
      requestId: uuidv4(this.#options.random),
      at: this.clock.now(),
      started: this.clock.monotonic(),
      host,
      path: mark < 0 ? url : url.slice(0, mark),
      query: mark < 0 ? "" : url.slice(mark + 1),
      match: null,
      made: null,
      code: null,
      allowed: [],
    };
  }

  async #answer(passage: Passage, response: ServerResponse): Promise<void> {
    const { request, requestId, host } = passage;
    let answer: Answer;
    try {
      answer = await answerRequest(passage, this.#answering);
    } catch (thrown) {
      answer = await this.#fail(passage, thrown);
    }
    const headers: Record<string, string | readonly string[]> = this.#headers(host.https);
    headers["X-Request-Id"] = requestId;
    const nonce = passage.made?.nonce() ?? null;
    if (nonce !== null) headers["Content-Security-Policy"] = policyWithNonce(nonce, host.https);
    const cookies = passage.made?.cookies ?? [];
    if (cookies.length > 0) headers["Set-Cookie"] = cookies;
    try {
      await writeAnswer(request, response, answer, headers);
    } catch (thrown) {
      this.#reportFailure(passage, thrown);
    }
    this.#report(passage, answer.status);
  }

  async #fail(passage: Passage, thrown: unknown): Promise<Answer> {
    const { request, requestId, match } = passage;
    const problem = this.#explain(thrown, isUnsafe(passage.method));
    passage.code = problem.code;
    this.#options.metrics.refused(problem.code);
    if (problem.code === "unexpected") this.#reportFailure(passage, thrown);
    const spoken = languageOf(passage);
    const kind = match?.place.route.kind;
    const asPage =
      kind === "page" || (kind !== "endpoint" && /\btext\/html\b/.test(request.headers.accept ?? ""));
    // A fresh exchange: what the failed handler left behind (cookies, a nonce) does not leave with its error.
    passage.made = makeExchange({
      ...passage,
      ...spoken,
      client: null,
      fromThisMachine: false,
      headers: {},
      random: this.#options.random,
    });
    const answer = asPage
      ? await answerErrorPage(problem, passage.made.frame, this.#options.errorPage)
      : answerErrorJson(problem, spoken.language, requestId);
    const extra = {
      ...(passage.allowed.length > 0 ? { Allow: passage.allowed.join(", ") } : {}),
      ...(problem.status === 503 ? { "Retry-After": "1" } : {}),
    };
    return { ...answer, headers: { ...answer.headers, ...extra } };
  }

  #headers(https: boolean): Record<string, string | readonly string[]> {
    const always = https ? this.#always.https : this.#always.http;
    return this.#stopping ? { ...always, Connection: "close" } : { ...always };
  }

  #report({ requestId, started, host, match, code, method: sent }: Passage, status: number): void {
    const ms = this.clock.monotonic() - started;
    const method = METHODS.has(sent) ? sent : "OTHER";
    const { operator } = host.site;
    const route = match?.place.pattern;
    this.#options.metrics.answered({ operator, method, route: route ?? "none", status }, ms / 1_000);
    this.log.event("http.request", {
      request: requestId,
      operator,
      method,
      route,
      status,
      ms,
      code: code ?? undefined,
    });
  }

  #reportFailure({ requestId, host, match }: Passage, thrown: unknown): void {
    this.log.event("http.failed", {
      request: requestId,
      operator: host.site.operator,
      route: match?.place.pattern,
      ...errorPlace(thrown),
    });
  }
}

/** Composes an application. See `HttpApp`. */
export function createHttpApp(options: HttpAppOptions): HttpApp {
  return new HttpApp(options);
}

function plain(status: number, body: string): Answer {
  return { status, headers: { ...NO_STORE, "Content-Type": "text/plain; charset=utf-8" }, body };
}
