import type { FactSource } from "../gate/index.ts";
import type { Publication } from "./publication.ts";

/** Tells the gate which policy is in force at the time of the unit. */
export function policyFacts(publication: Publication): FactSource<"policy"> {
  return { supplies: "policy", load: (tx) => publication.inForce(tx, tx.at) };
}

/** Tells the gate what the request's shown-version token proves. No token proves nothing. */
export function shownFacts(publication: Publication): FactSource<"shown"> {
  return {
    supplies: "shown",
    load: (tx, { shown, channel }) =>
      Promise.resolve(
        shown === undefined || channel === undefined
          ? null
          : publication.readShownToken(shown, { form: channel, at: tx.at }),
      ),
  };
}
