import { Resolver } from "node:dns/promises";
import { type Finding, note, sound, warning, wrong } from "./examination.ts";

/** Names that no one can own (RFC 2606, RFC 6761). */
const RESERVED = /(?:^|\.)(?:localhost|example|test|invalid|example\.(?:com|net|org))$/;

export interface Names {
  /** Host names of the policy. */
  readonly hosts: readonly string[];
  /** Domain of the address that mail comes from. */
  readonly mailDomain: string;
  /** Asked instead of the system's servers: `address` or `address:port`. */
  readonly server?: string;
}

/** Whether the hosts lead somewhere, and whether other mail servers will believe mail from the operator's domain. */
export async function examineDns({ hosts, mailDomain, server }: Names): Promise<Finding[]> {
  const resolver = new Resolver({ timeout: 2_000, tries: 2 });
  if (server !== undefined) resolver.setServers([server]);
  const asked = [
    ...hosts.map((host) => examineHost(resolver, host)),
    examineMailDomain(resolver, mailDomain),
  ];
  return (await Promise.all(asked)).flat();
}

async function examineHost(resolver: Resolver, host: string): Promise<Finding[]> {
  if (RESERVED.test(host)) return [note("dns", `${host} is a reserved name and was not looked up.`)];
  const found = await Promise.all([look(() => resolver.resolve4(host)), look(() => resolver.resolve6(host))]);
  if (found.some((records) => records !== "nothing" && records !== "unanswered" && records.length > 0)) {
    return [sound("dns", `${host} leads to an address.`)];
  }
  return found.includes("unanswered")
    ? [warning("dns", `Nobody answered for ${host}.`, "See that this machine can ask its name servers.")]
    : [
        wrong(
          "dns",
          `${host} leads to no address.`,
          "Give it an A or AAAA record, or take it out of `hosts`.",
        ),
      ];
}

/** RFC 5321 5.1 (MX), RFC 7208 (SPF), RFC 7489 (DMARC). */
async function examineMailDomain(resolver: Resolver, domain: string): Promise<Finding[]> {
  if (RESERVED.test(domain))
    return [note("dns", `${domain}, for mail, is a reserved name and was not looked up.`)];
  const [mx, txt, dmarc] = await Promise.all([
    look(() => resolver.resolveMx(domain)),
    look(() => resolver.resolveTxt(domain)),
    look(() => resolver.resolveTxt(`_dmarc.${domain}`)),
  ]);
  return [
    record(
      mx,
      () => true,
      `Mail to ${domain} is taken (MX)`,
      "Give the domain an MX record; answers go there.",
    ),
    record(
      txt,
      (text) => startsWith(text, "v=spf1"),
      `${domain} says who sends for it (SPF)`,
      "Publish an SPF record that names your mail server.",
    ),
    record(
      dmarc,
      (text) => startsWith(text, "v=DMARC1"),
      `${domain} says what to do with forged mail (DMARC)`,
      "Publish a DMARC record.",
    ),
  ];
}

function record(
  records: Looked<unknown>,
  fits: (record: unknown) => boolean,
  good: string,
  remedy: string,
): Finding {
  if (records === "unanswered") {
    return warning("dns", `${good}: nobody answered.`, "See that this machine can ask its name servers.");
  }
  return records !== "nothing" && records.some(fits)
    ? sound("dns", `${good}.`)
    : warning("dns", `${good}: no such record.`, remedy);
}

/** A TXT record comes in pieces. */
function startsWith(text: unknown, word: string): boolean {
  return Array.isArray(text) && text.join("").toLowerCase().startsWith(word.toLowerCase());
}

type Looked<T> = readonly T[] | "nothing" | "unanswered";

async function look<T>(ask: () => Promise<readonly T[]>): Promise<Looked<T>> {
  try {
    return await ask();
  } catch (error) {
    const code = error instanceof Error && "code" in error ? error.code : "";
    return code === "ENOTFOUND" || code === "ENODATA" ? "nothing" : "unanswered";
  }
}
