import type { Random } from "../random/index.ts";
import { type Answer, NO_STORE } from "./answer.ts";
import { HttpRefusal } from "./http.errors.ts";
import type { RequestLimits } from "./limits.ts";
import { makeExchange } from "./make-exchange.ts";
import { comesFromUs, isUnsafe } from "./origin-guard.ts";
import { languageOf, type Passage } from "./passage.ts";
import { readBody } from "./read-body.ts";
import { Route } from "./route.ts";
import { isFromThisMachine } from "./this-machine.ts";
import { originOf, type TrustedProxies } from "./trusted-proxies.ts";

export interface AnswerOptions {
  readonly limits: RequestLimits;
  readonly trusted: TrustedProxies;
  readonly random: Random;
}

const PATH = /^\/(?!\/)[\w\-.~!$&'()*+,;=:@/%]*$/;

/**
 * The ladder of guards, then the route. Order: shape of the head, address, route, method, scheme, origin; the
 * route's own follow: type, size, time and encoding of the body, then its schema. Throws the refusal of the first
 * that fails.
 */
export async function answerRequest(passage: Passage, options: AnswerOptions): Promise<Answer> {
  const { request, method, host, path } = passage;
  const { headers } = request;
  checkHead(passage, options.limits);

  const match = host.routes.find(method, path);
  if ("allowed" in match) return answerElsewhere(passage, match.allowed);
  passage.match = match;
  const { place } = match;

  const { client, proto } = originOf(
    request.socket.remoteAddress,
    {
      forwardedFor: headers["x-forwarded-for"]?.toString(),
      forwardedProto: headers["x-forwarded-proto"]?.toString(),
    },
    options.trusted,
  );
  if (host.https && proto === "http") return answerInsecure(passage);
  if (isUnsafe(method) && !comesFromUs(headers, host.origins)) throw new HttpRefusal("cross-origin");

  const spoken = place.route.kind === "page" ? languageOf(passage) : { ...languageOf(passage), path };
  const made = makeExchange({
    ...passage,
    ...spoken,
    client,
    fromThisMachine: isFromThisMachine(request, options.trusted),
    headers,
    random: options.random,
  });
  passage.made = made;
  return Route.answer(place.route, {
    method,
    exchange: made.exchange,
    frame: made.frame,
    params: decodeParams(match.params),
    query: passage.query,
    headers,
    limits: { bytes: options.limits.body, time: options.limits.bodyTime },
    negotiated: place.language === null && place.route.kind === "page",
    readBody: (limits) => readBody(request, limits),
  });
}

function checkHead({ request, path }: Passage, limits: RequestLimits): void {
  const { rawHeaders, url = "" } = request;
  if (url.length > limits.url) throw new HttpRefusal("url-too-long");
  if (rawHeaders.length > limits.headers * 2) throw new HttpRefusal("headers-too-many");
  let hosts = 0;
  for (let i = 0; i < rawHeaders.length; i += 2) {
    if (rawHeaders[i]?.length === 4 && rawHeaders[i]?.toLowerCase() === "host") hosts++;
  }
  if (hosts !== 1) throw new HttpRefusal("host-ambiguous");
  if (!PATH.test(path)) throw new HttpRefusal("url-malformed");
}

/** No route here: one a slash away, then another method, then nothing. */
function answerElsewhere(passage: Passage, allowed: readonly string[]): Answer {
  const { host, method, path, query } = passage;
  if (allowed.length > 0) {
    passage.allowed = allowed;
    throw new HttpRefusal("method-not-allowed");
  }
  const isRead = method === "GET" || method === "HEAD";
  if (isRead && !path.endsWith("/") && "place" in host.routes.find(method, `${path}/`)) {
    return movedTo(`${path}/${query === "" ? "" : `?${query}`}`);
  }
  throw new HttpRefusal("not-found");
}

/** A trusted proxy says that an https site was asked for over http: reading moves, sending is refused. */
function answerInsecure({ host, method, request }: Passage): Answer {
  if (isUnsafe(method)) throw new HttpRefusal("https-required");
  return movedTo(`${host.origin}${request.url ?? "/"}`);
}

function movedTo(location: string): Answer {
  return { status: 308, headers: { ...NO_STORE, Location: location }, body: null };
}

function decodeParams(raw: Readonly<Record<string, string>>): Record<string, string> {
  const params: Record<string, string> = {};
  for (const [name, value] of Object.entries(raw)) {
    try {
      params[name] = decodeURIComponent(value);
    } catch {
      throw new HttpRefusal("url-malformed");
    }
  }
  return params;
}
