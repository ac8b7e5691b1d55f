import type { IncomingHttpHeaders } from "node:http";

const SAFE = new Set(["GET", "HEAD", "OPTIONS"]);

/** Methods that change something must prove where they come from; these need not (RFC 9110, section 9.2.1). */
export function isUnsafe(method: string): boolean {
  return !SAFE.has(method);
}

/**
 * Whether an unsafe request comes from this site's own pages, or from no browser at all.
 *
 * 1. `Sec-Fetch-Site: same-origin`: a browser says so, and no page can forge it.
 * 2. Otherwise `Origin` must equal one of the site's configured origins. This also settles `same-site` and
 *    `cross-site` (another origin of the same operator), `none` (typed, or restored by the browser: allowed only
 *    with our own Origin beside it) and browsers that send no `Sec-Fetch-Site`.
 * 3. With neither header the sender is not a browser. It passes only where a browser's form could never have sent
 *    it: a JSON body, and no cookie. A form, or anything that carries a cookie, is refused.
 */
export function comesFromUs(headers: IncomingHttpHeaders, origins: ReadonlySet<string>): boolean {
  const site = headers["sec-fetch-site"];
  if (site === "same-origin") return true;
  const { origin } = headers;
  if (origin !== undefined) return origins.has(origin);
  if (site !== undefined) return false;
  const type = headers["content-type"]?.split(";")[0]?.trim().toLowerCase();
  return headers.cookie === undefined && type === "application/json";
}
