/** Second levels under which names are registered, in the countries that have them: `example.co.uk`. */
const SECOND_LEVEL = /^(?:ac|co|com|edu|gov|msk|net|org|spb)$/u;

/** The name that its owner registered: `itsectr.example` of `shop.itsectr.example`. */
export function registeredName(host: string): string {
  const labels = host.split(".");
  const [second = "", top = ""] = labels.slice(-2);
  const length = top.length === 2 && SECOND_LEVEL.test(second) ? 3 : 2;
  return labels.slice(-length).join(".");
}

/** A host as it stands in a text or an address; not the part of an e-mail address behind its sign. */
const HOST = /(?<![\p{L}\p{N}@._-])(?:[a-z0-9](?:[a-z0-9-]*[a-z0-9])?\.)+[a-z][a-z0-9-]*[a-z0-9]/giu;

/** Every host that a text names, once. */
export function hostsIn(text: string): string[] {
  return [...new Set([...text.matchAll(HOST)].map(([host]) => host.toLowerCase()))];
}

/**
 * Hosts of the operator's own that a text names and the policy does not cover (clauses itsectr-privacy/preamble.scope,
 * 2.3): those under a registered name of which `declared` has another host. Hosts of others are no concern of it.
 */
export function undeclaredOwnHosts(text: string, declared: readonly string[]): string[] {
  const own = new Set(declared.map(registeredName));
  return hostsIn(text).filter((host) => own.has(registeredName(host)) && !covers(declared, host));
}

/** Whether a host is one of these; `*.itsectr.example` stands for every name below that one, at any depth. */
function covers(declared: readonly string[], host: string): boolean {
  return declared.some((one) => one === host || (one.startsWith("*.") && host.endsWith(one.slice(1))));
}
