import type { Exchange } from "../../platform/http/index.ts";

/** Where a visitor declines the policy, and takes that back (clause itsectr-privacy/2.2). */
export const POLICY_CHOICE_PATH = "/policy-choice/";

/** Bare name of the cookie that remembers the choice in this browser, and of nothing else. */
export const POLICY_CHOICE_COOKIE = "policy-choice";

/** The one value that means anything; without it, nothing was declined. */
export const DECLINED = "declined";

/** Whether this browser declined the policy. It closes forms; never rights, contact or documents. */
export function hasDeclined(exchange: Pick<Exchange, "cookie">): boolean {
  return exchange.cookie(POLICY_CHOICE_COOKIE) === DECLINED;
}
