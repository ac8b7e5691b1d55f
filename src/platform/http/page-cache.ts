import { type Held, hold } from "./answer.ts";
import type { Frame } from "./exchange.ts";

const MOST_PAGES = 64;

/** Rendered public pages by key, the least recently used forgotten first. */
export class PageCache {
  readonly #pages = new Map<string, Held>();

  /** The page under `key`, rendered if need be. Null when its rendering asked for a nonce or named the request. */
  async held(key: string, frame: Frame, render: (frame: Frame) => Promise<string>): Promise<Held | null> {
    const before = this.#pages.get(key);
    if (before !== undefined) {
      this.#pages.delete(key);
      this.#pages.set(key, before);
      return before;
    }
    const watched = watch(frame);
    const body = await render(watched.frame);
    if (watched.isOfThisRequest()) return null;
    const page = hold(Buffer.from(body), "text/html");
    this.#pages.set(key, page);
    for (const oldest of this.#pages.keys()) {
      if (this.#pages.size <= MOST_PAGES) break;
      this.#pages.delete(oldest);
    }
    return page;
  }
}

/** The frame, and whether anything that belongs to this one request was taken from it. */
function watch(frame: Frame): { frame: Frame; isOfThisRequest: () => boolean } {
  let taken = false;
  const watched: Frame = {
    ...frame,
    get requestId() {
      taken = true;
      return frame.requestId;
    },
    nonce() {
      taken = true;
      return frame.nonce();
    },
  };
  return { frame: watched, isOfThisRequest: () => taken };
}
