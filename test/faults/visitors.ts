import { randomInt } from "node:crypto";
import type { OpenedOperator } from "../../src/open-operator.ts";
import { sha256 } from "../../src/platform/crypto/index.ts";
import { StoreError } from "../../src/platform/store/index.ts";
import { checkpointOf, openForm, type Sending, send } from "./submissions.ts";

const VISITORS = 16;

const pause = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms));

/**
 * Visitors who send form after form, and what they are told. Where the answer asks to send again, most do, with the
 * same token; some go away. Where it says that another version is in force, they open the form again.
 */
export class Visitors {
  /** Number of each acknowledged sending, by reference. */
  readonly acknowledged = new Map<string, number>();
  /** Codes of errors, and of the gate's refusals. */
  readonly told = new Map<string, number>();
  /** The newest checkpoint that somebody was given. */
  checkpoint: string | undefined;
  /** Tokens of sendings whose sender was told at once that nothing was stored, and went away. */
  readonly #givenUp: string[] = [];
  readonly #operator: OpenedOperator;
  #number: number;
  #stopped = false;
  readonly #ended: Promise<unknown>;

  constructor(operator: OpenedOperator, firstNumber: number) {
    this.#operator = operator;
    this.#number = firstNumber;
    this.#ended = Promise.all(Array.from({ length: VISITORS }, () => this.#visit()));
    this.#ended.catch(() => {});
  }

  /** Resolves once something is true of them; rejects with what none of them expected to be told. */
  async until(condition: () => boolean): Promise<void> {
    let failed: { readonly error: unknown } | undefined;
    this.#ended.catch((error: unknown) => {
      failed = { error };
    });
    while (!condition()) {
      await pause(1);
      if (failed !== undefined) throw failed.error;
    }
  }

  /** Resolves once so many more sendings have been acknowledged. */
  async more(sendings: number): Promise<void> {
    const wanted = this.acknowledged.size + sendings;
    await this.until(() => this.acknowledged.size >= wanted);
  }

  /** Lets each visitor finish: what they are sending is acknowledged. */
  async stop(): Promise<void> {
    this.#stopped = true;
    await this.#ended;
  }

  /** How many sendings of visitors who were told that nothing was stored are stored all the same. */
  async storedAllTheSame(): Promise<number> {
    const hashes = new Set(this.#givenUp.map((token) => hex(sha256(Buffer.from(token)))));
    const rows = await this.#operator.store.read((reader) =>
      reader
        .query<{ enquiry: { token_hash: Uint8Array } }>()
        .selectFrom("enquiry")
        .select("token_hash")
        .execute(),
    );
    return rows.filter((row) => hashes.has(hex(row.token_hash))).length;
  }

  async #visit(): Promise<void> {
    while (!this.#stopped) {
      const sending = await this.#open();
      let told = await this.#send(sending);
      if (told instanceof StoreError && told.code !== "store-uncertain" && randomInt(3) === 0) {
        this.#givenUp.push(sending.token);
        continue;
      }
      while (told instanceof StoreError) {
        await pause(randomInt(50));
        told = await this.#send(sending);
      }
    }
  }

  /** A page is asked for again until it comes. */
  async #open(): Promise<Sending> {
    for (;;) {
      try {
        return await openForm(this.#operator, this.#number++);
      } catch (error) {
        this.#hear(error);
        await pause(20);
      }
    }
  }

  async #send(sending: Sending): Promise<StoreError | null> {
    try {
      const sent = await send(this.#operator, sending);
      if (sent.outcome === "received") {
        this.acknowledged.set(sent.receipt.reference, sending.number);
        this.checkpoint = checkpointOf(sent.receipt);
      } else this.#count(sent.outcome === "refused" ? sent.refusal.code : sent.outcome);
      return null;
    } catch (error) {
      return this.#hear(error);
    }
  }

  #hear(error: unknown): StoreError {
    if (!(error instanceof StoreError)) throw error;
    this.#count(error.code);
    return error;
  }

  #count(code: string): void {
    this.told.set(code, (this.told.get(code) ?? 0) + 1);
  }
}

const hex = (bytes: Uint8Array) => Buffer.from(bytes).toString("hex");
