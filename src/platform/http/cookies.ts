/** A cookie of ours. Always HttpOnly, for the whole site and for this host only. */
export interface Cookie {
  /** Bare name; `__Host-` is put before it where the site is served over https. */
  readonly name: string;
  /** Opaque: letters, digits, `-`, `_`. An empty value with a `maxAge` of 0 removes the cookie. */
  readonly value: string;
  /** Seconds; left out, the cookie ends with the browser's session. */
  readonly maxAge?: number;
  /** `strict`: not sent on arrival from elsewhere. Default `lax`. */
  readonly sameSite?: "lax" | "strict";
}

const NAME = /^[a-z][a-z0-9-]{0,40}$/;
const VALUE = /^[\w.-]{0,512}$/;

/** The `Set-Cookie` value (RFC 6265bis). Throws TypeError on a name or value outside the closed alphabets. */
export function writeCookie({ name, value, maxAge, sameSite = "lax" }: Cookie, secure: boolean): string {
  if (!NAME.test(name) || !VALUE.test(value)) throw new TypeError(`The cookie "${name}" cannot be written.`);
  const age = maxAge === undefined ? "" : `; Max-Age=${Math.max(0, Math.floor(maxAge))}`;
  const site = sameSite === "strict" ? "Strict" : "Lax";
  return `${fullName(name, secure)}=${value}; Path=/; HttpOnly; SameSite=${site}${secure ? "; Secure" : ""}${age}`;
}

/** The value of our cookie in a `Cookie` header; null when absent, malformed, or there twice. */
export function readCookie(header: string | undefined, name: string, secure: boolean): string | null {
  if (header === undefined) return null;
  const wanted = `${fullName(name, secure)}=`;
  const found = header.split(";").filter((pair) => pair.trimStart().startsWith(wanted));
  if (found.length !== 1) return null;
  const value = (found[0] ?? "").trim().slice(wanted.length);
  return VALUE.test(value) ? value : null;
}

function fullName(name: string, secure: boolean): string {
  return secure ? `__Host-${name}` : name;
}
