import { solveChallenge } from "altcha-lib";
import { deriveKey } from "altcha-lib/algorithms/sha";
import { FEEDBACK, fiveValues } from "./enquiry-load.ts";
import { requestOf, sendAll } from "./http-load.ts";

export const HOST = "itsectr.localhost";
const PATH = `/en/${FEEDBACK}/`;
const HEADERS = { Host: HOST, "Accept-Language": "en" };
/** How many pages are fetched at once while forms are prepared. */
const FETCHING = 16;

/**
 * How forms are limited while they are measured: every check is on, and no limit is reached. The proof of work is an
 * easy one, since it is the visitor who pays for it, before the clock runs.
 */
export const FORM_SETTINGS: Readonly<Record<string, string>> = {
  UPHELD_TRUSTED_PROXIES: "127.0.0.1",
  UPHELD_FORMS_PER_HOUR_ALL: "3600000",
  UPHELD_PROOF_DIGITS: "1",
};

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
    return Promise.all(pages.map((page) => this.#filledIn(page)));
  }

  async #filledIn(page: string): Promise<Buffer> {
    const n = ++this.#visitors;
    const typed = fiveValues(n).map(({ attribute, plaintext }) => [attribute, plaintext]);
    const body = new URLSearchParams({
      ...Object.fromEntries(typed),
      shown: /name="shown" value="([^"]+)"/u.exec(page)?.[1] ?? "",
      proof: await proofOf(page),
    });
    return requestOf(
      `POST ${PATH}`,
      {
        ...HEADERS,
        "Content-Type": "application/x-www-form-urlencoded",
        "Sec-Fetch-Site": "same-origin",
        "X-Forwarded-For": `10.${(n >> 16) & 255}.${(n >> 8) & 255}.${n & 255}`,
      },
      body.toString(),
    );
  }
}

/** What the page's own script would find. */
async function proofOf(page: string): Promise<string> {
  const written = /data-proof-challenge="([^"]+)"/u.exec(page)?.[1]?.replaceAll("&quot;", '"');
  if (written === undefined) return "";
  const challenge = JSON.parse(written);
  const solution = await solveChallenge({ challenge, deriveKey });
  if (solution === null) throw new Error("A proof of work was not found.");
  return Buffer.from(JSON.stringify({ challenge, solution })).toString("base64");
}
