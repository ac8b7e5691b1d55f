import { solveProof } from "../src/services/intake/index.ts";
import { addressOf, FEEDBACK, fiveValues } from "./enquiry-load.ts";
import { requestOf, sendAll } from "./http-load.ts";

export const HOST = "itsectr.localhost";
const PATH = `/en/${FEEDBACK}/`;
const HEADERS = { Host: HOST, "Accept-Language": "en" };
/** How many pages are fetched at once while forms are prepared. */
const FETCHING = 16;

/**
 * Visitors with a form before them, filled in: each with a page, a shown-version token, a proof of work, an address, a
 * name and a text of their own.
 */
export class FormVisitors {
  readonly #port: number;
  #visitors = 0;

  constructor(port: number) {
    this.#port = port;
  }

  /** Fetches the page so often, and makes of each what its visitor would send. */
  async prepare(count: number): Promise<Buffer[]> {
    const pages: string[] = [];
    await sendAll(
      this.#port,
      Array.from({ length: count }, () => requestOf(`GET ${PATH}`, HEADERS)),
      { connections: Math.min(count, FETCHING), heard: (page) => pages.push(page) },
    );
    return pages.map((page) => this.#filledIn(page));
  }

  #filledIn(page: string): Buffer {
    const n = ++this.#visitors;
    const typed = fiveValues(n).map(({ attribute, plaintext }) => [attribute, plaintext]);
    const body = new URLSearchParams({
      ...Object.fromEntries(typed),
      shown: /name="shown" value="([^"]+)"/u.exec(page)?.[1] ?? "",
      proof: proofOf(page),
    });
    return requestOf(
      `POST ${PATH}`,
      {
        ...HEADERS,
        "Content-Type": "application/x-www-form-urlencoded",
        "Sec-Fetch-Site": "same-origin",
        "X-Forwarded-For": addressOf(n),
      },
      body.toString(),
    );
  }
}

/** For the challenge that the page carries. */
function proofOf(page: string): string {
  const written = /data-proof-challenge="([^"]+)"/u.exec(page)?.[1] ?? "";
  return solveProof(JSON.parse(written.replaceAll("&quot;", '"')));
}
