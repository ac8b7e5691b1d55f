import type { IncomingMessage } from "node:http";
import { parseAddress } from "./address.ts";
import type { TrustedProxies } from "./trusted-proxies.ts";

/** Names that lead to this machine wherever they are resolved (RFC 6761, section 6.3), and its own addresses. */
const LOOPBACK_HOST = /^(?:(?:[a-z0-9-]+\.)*localhost|127\.0\.0\.1|\[::1\])\.?(?::\d{1,5})?$/i;

/** What proxies add. One that adds none of them, and puts a loopback name into `Host`, cannot be told from a caller. */
const FORWARDING = [
  "forwarded",
  "via",
  "x-forwarded-for",
  "x-forwarded-host",
  "x-forwarded-proto",
  "x-real-ip",
] as const;

/**
 * Whether a request was made on this machine and for it: a loopback socket that is no proxy's, nothing forwarded, and a
 * loopback `Host` (a page that had its name rebound to 127.0.0.1 has its own, and so has a visitor behind a proxy).
 */
export function isFromThisMachine({ headers, socket }: IncomingMessage, trusted: TrustedProxies): boolean {
  if (FORWARDING.some((name) => headers[name] !== undefined)) return false;
  const peer = parseAddress(socket.remoteAddress ?? "");
  if (peer === null || trusted(peer) || !LOOPBACK_HOST.test(headers.host ?? "")) return false;
  return peer.text === "::1" || peer.text.startsWith("127.");
}
