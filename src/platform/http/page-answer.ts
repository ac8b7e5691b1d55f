import type { Link } from "./links.ts";

/** How a page's handler may answer: with its view model, or with one of these. */
export type PageAnswer<View> = View | Shown<View> | Cached<View> | SeeOther;

export class Shown<View> {
  readonly model: View;
  readonly status: number;
  readonly retryAfter: number | null;

  constructor(model: View, status: number, retryAfter: number | null) {
    this.model = model;
    this.status = status;
    this.retryAfter = retryAfter;
  }
}

export class Cached<View> {
  readonly key: string;
  readonly view: () => View;

  constructor(key: string, view: () => View) {
    this.key = key;
    this.view = view;
  }
}

export class SeeOther {
  readonly link: Link;

  constructor(link: Link) {
    this.link = link;
  }
}

/**
 * The view under a status of its own: a form that is shown again (422), that was overtaken (409), is closed (403), was
 * sent by nobody who is signed in (401), or came too soon (429, with the whole seconds after which it may be sent again).
 */
export function shown<View>(
  model: View,
  status: 200 | 201 | 202 | 401 | 403 | 409 | 422 | 429,
  retryAfter: number | null = null,
): Shown<View> {
  return new Shown(model, status, retryAfter);
}

/**
 * A page that is the same for everybody as long as `key` is: rendered once, compressed once, then served from
 * memory; `view` is called only when it must be rendered. The key must name everything that the view depends on
 * but the address, the language included in it, and nothing personal may be in the view.
 */
export function cached<View>(key: string, view: () => View): Cached<View> {
  return new Cached(key, view);
}

/** Post, redirect, get (303): to a page of ours, made by `links`. */
export function seeOther(link: Link): SeeOther {
  return new SeeOther(link);
}
