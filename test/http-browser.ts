import { Agent } from "node:http";
import { type Received, send } from "./http-client.ts";
import { solve } from "./proofs.ts";
import type { RunningProduct } from "./running-product.ts";

/** What a page with a form of the policy carries: its token, and the proof of work that its challenge asks for. */
export interface ShownForm {
  readonly shown: string;
  readonly proof: string;
}

/** Where a site is reached: the product's, or one in the test's own process. */
export type Reached = Pick<RunningProduct, "port" | "host" | "origin">;

/** A browser as HTTP sees it: a connection that stays open, cookies, forms sent as its pages send them. */
export class HttpBrowser {
  readonly cookies = new Map<string, string>();
  readonly #product: Reached;
  readonly #agent = new Agent({ keepAlive: true, maxSockets: 1 });

  constructor(product: Reached, cookies: ReadonlyMap<string, string> = new Map()) {
    this.#product = product;
    for (const [name, value] of cookies) this.cookies.set(name, value);
  }

  /** An address of the site, or a whole one as it stands in a mail. */
  get(address: string, headers: Readonly<Record<string, string>> = {}): Promise<Received> {
    return this.#send(address, "GET", headers);
  }

  /** A list of pairs sends a name several times. */
  post(
    address: string,
    fields: Readonly<Record<string, string>> | [string, string][] = {},
  ): Promise<Received> {
    const headers = {
      "Content-Type": "application/x-www-form-urlencoded",
      "Sec-Fetch-Site": "same-origin",
      Origin: this.#product.origin,
    };
    return this.#send(address, "POST", headers, new URLSearchParams(fields).toString());
  }

  /** Opens a form's page and does the work that it asks for, as its script does. */
  async openForm(path = "/ru/feedback/"): Promise<ShownForm> {
    const { status, text } = await this.get(path);
    const shown = hiddenValue(text, "shown");
    const challenge = /data-proof-challenge="([^"]+)"/u.exec(text)?.[1];
    if (shown === null || challenge === undefined) throw new Error(`No form is shown: ${status}.`);
    return { shown, proof: await solve(plain(challenge)) };
  }

  close(): void {
    this.#agent.destroy();
  }

  async #send(
    address: string,
    method: string,
    headers: Readonly<Record<string, string>>,
    body?: string,
  ): Promise<Received> {
    const { port, host, origin } = this.#product;
    const url = new URL(address, origin);
    const cookie = [...this.cookies].map(([name, value]) => `${name}=${value}`).join("; ");
    const answer = await send({
      port,
      host,
      method,
      path: url.pathname + url.search,
      headers: { ...headers, ...(cookie === "" ? {} : { Cookie: cookie }) },
      agent: this.#agent,
      ...(body === undefined ? {} : { body }),
    });
    for (const set of answer.headers["set-cookie"] ?? []) {
      const [, name = "", value = ""] = /^([^=]+)=([^;]*)/u.exec(set) ?? [];
      this.cookies.set(name, value);
    }
    return answer;
  }
}

/** The value of a hidden field of a page; null when it has none of that name. */
export function hiddenValue(page: string, name: string): string | null {
  return new RegExp(`name="${name}" value="([^"]*)"`, "u").exec(page)?.[1] ?? null;
}

/** The texts in a page that are there to be copied: receipts, secrets, links. */
export function codesOf(page: string): string[] {
  return [...page.matchAll(/<code translate="no">([^<]*)<\/code>/gu)].map(([, text = ""]) => plain(text));
}

/** The reference on a page that says that a form was received. */
export function referenceOn(page: string): string | null {
  return /<strong>([0-9A-Z]{4}-[0-9A-Z]{4})<\/strong>/u.exec(page)?.[1] ?? null;
}

/** Without the references that HTML writes. */
function plain(text: string): string {
  return text
    .replaceAll("&quot;", '"')
    .replaceAll("&#39;", "'")
    .replaceAll("&lt;", "<")
    .replaceAll("&gt;", ">")
    .replaceAll("&amp;", "&");
}
