/** Headers that every answer carries, whatever it is. */
export type Headers = Readonly<Record<string, string | readonly string[]>>;

const POLICY = [
  "default-src 'none'",
  "font-src 'self'",
  "img-src 'self'",
  "connect-src 'self'",
  "manifest-src 'self'",
  "form-action 'self'",
  "base-uri 'none'",
  "frame-ancestors 'none'",
  "require-trusted-types-for 'script'",
].join("; ");

/** The part of the policy that a page without scripts gets: none run, and styles come from our own files. */
const WITHOUT_NONCE = `${POLICY}; style-src 'self'; script-src 'none'`;

const NO_FEATURES = [
  "accelerometer",
  "browsing-topics",
  "camera",
  "display-capture",
  "geolocation",
  "gyroscope",
  "hid",
  "magnetometer",
  "microphone",
  "midi",
  "payment",
  "serial",
  "usb",
  "xr-spatial-tracking",
]
  .map((feature) => `${feature}=()`)
  .join(", ");

/**
 * `Referrer-Policy` is `same-origin`: `no-referrer` would make our own form posts send `Origin: null`.
 * HSTS names this host alone: the operator's other hosts are not ours to decide about.
 */
export function securityHeaders(https: boolean): Record<string, string> {
  return {
    "Content-Security-Policy": https ? `${WITHOUT_NONCE}; upgrade-insecure-requests` : WITHOUT_NONCE,
    "Referrer-Policy": "same-origin",
    "X-Content-Type-Options": "nosniff",
    "X-Frame-Options": "DENY",
    "Permissions-Policy": NO_FEATURES,
    "Cross-Origin-Opener-Policy": "same-origin",
    "Cross-Origin-Resource-Policy": "same-origin",
    ...(https ? { "Strict-Transport-Security": "max-age=31536000" } : {}),
  };
}

/** The content security policy of a page that asked for a nonce: only what carries it runs. */
export function policyWithNonce(nonce: string, https: boolean): string {
  const policy = `${POLICY}; style-src 'self' 'nonce-${nonce}'; script-src 'nonce-${nonce}'`;
  return https ? `${policy}; upgrade-insecure-requests` : policy;
}
