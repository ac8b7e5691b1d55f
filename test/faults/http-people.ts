import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { randomInt } from "node:crypto";
import type { DevelopmentMailbox } from "../../src/platform/mail/index.ts";
import { codesOf, HttpBrowser, hiddenValue, referenceOn, type ShownForm } from "../http-browser.ts";
import type { TestInstallation } from "../installation.ts";
import type { RunningProduct } from "../running-product.ts";
import { wordsOf } from "./submissions.ts";

const VISITORS = 6;
const FORM = "/ru/feedback/";
const LINK = /https?:\/\/\S+\/confirm\/[\w-]+\//u;

/** A form as it was sent, so that it can be sent again. */
interface Sending {
  readonly number: number;
  readonly body: Readonly<Record<string, string>>;
  readonly proven: boolean;
  readonly consenting: boolean;
}

/** A form whose sender was told that it was received. */
export interface Received extends Sending {
  readonly reference: string;
  readonly receipt: string;
}

interface Answering {
  readonly reference: string;
  readonly seen: string;
  readonly text: string;
}

/**
 * Everybody who uses a running product at once, over connections that stay open: visitors who send forms, with a proof
 * of work or without, with a consent or without; people who confirm what was mailed to them; a member of staff who
 * answers. They remember what they were told, over the product's deaths.
 */
export class HttpPeople {
  readonly received = new Map<string, Received>();
  /** References of what was confirmed, and by whom the product said so. */
  readonly confirmed = new Set<string>();
  /** The text of each acknowledged answer, by reference. */
  readonly answered = new Map<string, string>();
  /** Whatever nobody expected to be told. */
  readonly surprises: string[] = [];
  readonly #mailbox: DevelopmentMailbox;
  readonly #staff = new Map<string, string>();
  /** Sent, and the connection broke before an answer. */
  #unanswered: Sending[] = [];
  #answering: Answering | null = null;
  readonly #links = new Map<string, string>();
  readonly #read = new Set<string>();
  #number = 1;

  constructor(mailbox: DevelopmentMailbox) {
    this.#mailbox = mailbox;
  }

  /** Becomes the first member of staff, by the link that the start has left in the key folder. */
  async signInFirst(product: RunningProduct, installation: TestInstallation): Promise<void> {
    const folder = join(installation.keys, "itsectr");
    // The start writes it once it listens.
    while (!readdirSync(folder).some((name) => /^sign-in-.*\.txt$/u.test(name))) await sleep(20);
    const file = readdirSync(folder).find((name) => /^sign-in-.*\.txt$/u.test(name)) ?? "";
    const browser = new HttpBrowser(product);
    const path = new URL(readFileSync(join(folder, file), "utf8").trim()).pathname;
    const { status } = await browser.post(`/ru${path}`, { name: "Вера Пример", login: "reader", email: "" });
    if (status !== 303) throw new Error(`Not signed in: ${status}.`);
    for (const [name, value] of browser.cookies) this.#staff.set(name, value);
    browser.close();
  }

  /** How much they have been told so far. */
  get told(): number {
    return this.received.size + this.confirmed.size + this.answered.size;
  }

  /** Use the product until it dies under them; resolves when each of them has noticed. */
  async use(product: RunningProduct): Promise<void> {
    const visitors = Array.from({ length: VISITORS }, () => this.#until(product, (b) => this.#visit(b)));
    await Promise.all([
      ...visitors,
      this.#until(product, (browser) => this.#confirm(browser)),
      this.#until(product, (browser) => this.#answer(browser), this.#staff),
    ]);
  }

  /** What each does who was cut off: sends the same again. And who was told something looks whether it still holds. */
  async comeBack(product: RunningProduct): Promise<void> {
    const browser = new HttpBrowser(product);
    const staff = new HttpBrowser(product, this.#staff);
    try {
      const again = [...this.received.values()].filter(() => randomInt(4) === 0).slice(-8);
      for (const sent of again) {
        const { reference } = (await this.#send(browser, sent)) ?? {};
        if (reference !== sent.reference) {
          this.surprises.push(`${sent.reference}, sent again, became ${reference}`);
        }
      }
      const unanswered = this.#unanswered;
      this.#unanswered = [];
      for (const sent of unanswered) {
        const first = await this.#send(browser, sent);
        const second = await this.#send(browser, sent);
        if (first === null || first.reference !== second?.reference) {
          this.surprises.push(
            `number ${sent.number}, sent twice, became ${first?.reference}, ${second?.reference}`,
          );
        }
      }
      const { status } = await staff.get("/ru/console/");
      if (status !== 200) this.surprises.push(`the session is over: ${status}`);
      if (this.#answering !== null) {
        const { reference, seen, text } = this.#answering;
        const repeated = await staff.post(`/ru/console/enquiries/${reference}/`, { seen, text });
        // Answered meanwhile: by the form that was cut off.
        if (repeated.status === 303 || repeated.status === 409) this.answered.set(reference, text);
        else this.surprises.push(`an answer, sent again: ${repeated.status}`);
        this.#answering = null;
      }
    } finally {
      browser.close();
      staff.close();
    }
  }

  async #until(
    product: RunningProduct,
    act: (browser: HttpBrowser) => Promise<void>,
    cookies: ReadonlyMap<string, string> = new Map(),
  ): Promise<void> {
    const browser = new HttpBrowser(product, cookies);
    try {
      for (;;) await act(browser);
    } catch (error) {
      if (!isCutOff(error)) this.surprises.push(String(error));
    } finally {
      browser.close();
    }
  }

  async #visit(browser: HttpBrowser): Promise<void> {
    const number = this.#number++;
    const form = await browser.openForm(FORM);
    const sending = sendingOf(number, form);
    try {
      await this.#send(browser, sending);
    } catch (error) {
      this.#unanswered.push(sending);
      throw error;
    }
  }

  async #send(browser: HttpBrowser, sending: Sending): Promise<Received | null> {
    const { status, text } = await browser.post(FORM, sending.body);
    const reference = referenceOn(text);
    const receipt = codesOf(text).find((code) => code.startsWith("upheld-receipt/1"));
    if (status !== 200 || reference === null || receipt === undefined) {
      this.surprises.push(`number ${sending.number}: ${status}`);
      return null;
    }
    const received = { ...sending, reference, receipt };
    if (!this.received.has(reference)) this.received.set(reference, received);
    return received;
  }

  async #confirm(browser: HttpBrowser): Promise<void> {
    for (const { id, subject } of this.#mailbox.list()) {
      const reference = /[0-9A-Z]{4}-[0-9A-Z]{4}/u.exec(subject)?.[0];
      if (this.#read.has(id) || reference === undefined) continue;
      this.#read.add(id);
      const link = LINK.exec(this.#mailbox.read(id)?.text ?? "")?.[0];
      if (link !== undefined) this.#links.set(reference, new URL(link).pathname);
    }
    const next = [...this.#links].find(([reference]) => !this.confirmed.has(reference));
    if (next === undefined) {
      await browser.get("/ru/receipt/");
      await sleep(20);
      return;
    }
    const [reference, path] = next;
    const { status } = await browser.post(path, { confirm: "all" });
    if (status === 303) this.confirmed.add(reference);
    else throw new Error(`${reference} is not confirmed: ${status}`);
  }

  async #answer(browser: HttpBrowser): Promise<void> {
    const due = [...this.received.values()].find(
      ({ reference, proven }) => !this.answered.has(reference) && (proven || this.confirmed.has(reference)),
    );
    const path = `/ru/console/${due === undefined ? "" : `enquiries/${due.reference}/`}`;
    const page = await browser.get(path);
    if (page.status !== 200) throw new Error(`Staff are shown ${page.status}`);
    if (due === undefined) return;
    const { reference } = due;
    const answering = { reference, seen: hiddenValue(page.text, "seen") ?? "", text: answerTo(reference) };
    this.#answering = answering;
    const { status } = await browser.post(path, { seen: answering.seen, text: answering.text });
    this.#answering = null;
    if (status === 303) this.answered.set(reference, answering.text);
    else throw new Error(`${reference} is not answered: ${status}`);
  }
}

/** Every third is held for want of a proof, every second ticks the consent. */
function sendingOf(number: number, { shown, proof }: ShownForm): Sending {
  const proven = number % 3 !== 0;
  const consenting = number % 2 === 0;
  const body = {
    ...wordsOf(number),
    shown,
    ...(proven ? { proof } : {}),
    ...(consenting ? { "consent-offers": "on" } : {}),
  };
  return { number, body, proven, consenting };
}

const answerTo = (reference: string) => `Здравствуйте! Это ответ на ${reference}.`;

/** The product died, or is not there any more. */
function isCutOff(error: unknown): boolean {
  const { code } = error as NodeJS.ErrnoException;
  return code === "ECONNRESET" || code === "ECONNREFUSED" || code === "EPIPE";
}
