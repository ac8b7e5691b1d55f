import { type Address, parseAddress } from "./address.ts";

/** Whether an address belongs to a proxy that the operator named. */
export type TrustedProxies = (address: Address) => boolean;

/** Reads addresses and CIDR blocks (`10.0.0.0/8`, `::1`). Throws TypeError on one that is neither. */
export function trustedProxies(blocks: readonly string[]): TrustedProxies {
  const parsed = blocks.map(parseBlock);
  return (address) => parsed.some(({ base, bits }) => isWithin(address, base, bits));
}

function parseBlock(block: string): { base: Address; bits: number } {
  const [text = "", length] = block.split("/");
  const base = parseAddress(text);
  // A mapped block is counted in the 128 bits that it was written in.
  const shift = base?.family === 4 && text.includes(":") ? 96 : 0;
  const most = base?.family === 4 ? 32 : 128;
  const bits = length === undefined ? most : /^\d{1,3}$/.test(length) ? Number(length) - shift : -1;
  if (base === null || bits < 0 || bits > most || block.split("/").length > 2) {
    throw new TypeError(`"${block}" is neither an address nor a CIDR block.`);
  }
  return { base, bits };
}

function isWithin(address: Address, base: Address, bits: number): boolean {
  if (address.family !== base.family) return false;
  for (let i = 0; i * 8 < bits; i++) {
    const mask = bits - i * 8 >= 8 ? 0xff : (0xff << (8 - (bits - i * 8))) & 0xff;
    if (((address.bytes[i] ?? 0) & mask) !== ((base.bytes[i] ?? 0) & mask)) return false;
  }
  return true;
}

export interface Origination {
  /** Who sent the request, as far as trusted machines say; null when the socket is already gone. */
  readonly client: Address | null;
  /** What the nearest trusted proxy says of the scheme; null when none says. */
  readonly proto: "http" | "https" | null;
}

/**
 * Who a request comes from. `X-Forwarded-For` is read from its right end, and only as long as the machine that
 * appended an item is a trusted proxy; so whatever a client writes there itself changes nothing (clause 1.1.7).
 */
export function originOf(
  peer: string | undefined,
  headers: { readonly forwardedFor: string | undefined; readonly forwardedProto: string | undefined },
  trusted: TrustedProxies,
): Origination {
  let client = peer === undefined ? null : parseAddress(peer);
  if (client === null || !trusted(client)) return { client, proto: null };
  const said = headers.forwardedProto?.split(",").at(-1)?.trim().toLowerCase();
  const proto = said === "http" || said === "https" ? said : null;
  const hops = (headers.forwardedFor ?? "").split(",");
  for (let i = hops.length - 1; i >= 0 && client !== null && trusted(client); i--) {
    const hop: Address | null = parseAddress(withoutPort((hops[i] ?? "").trim()));
    if (hop === null) break;
    client = hop;
  }
  return { client, proto };
}

function withoutPort(hop: string): string {
  const bracketed = /^\[([^\]]+)\](?::\d{1,5})?$/.exec(hop);
  if (bracketed !== null) return bracketed[1] ?? "";
  return /^[\d.]+:\d{1,5}$/.test(hop) ? hop.slice(0, hop.indexOf(":")) : hop;
}
