import type { Configuration } from "./configuration.ts";
import type { CompiledPolicy } from "./policy/index.ts";

/**
 * Where an operator is reached. Until a public scheme is configured this is development, and the host that needs no
 * DNS comes first.
 */
export function originsOf(policy: CompiledPolicy, configuration: Configuration): [string, ...string[]] {
  const { publicScheme, publicPort, development, port } = configuration;
  const local = (host: string) => host.endsWith(".localhost") && !host.startsWith("*.");
  const hosts = development
    ? [...policy.hosts.filter(local), ...policy.hosts.filter((host) => !local(host))]
    : policy.hosts;
  const shownPort = publicPort ?? (development ? port : undefined);
  const usual = publicScheme === "https" ? 443 : 80;
  const suffix = shownPort === undefined || shownPort === usual ? "" : `:${shownPort}`;
  return hosts.map((host) => `${publicScheme}://${host}${suffix}`) as [string, ...string[]];
}
