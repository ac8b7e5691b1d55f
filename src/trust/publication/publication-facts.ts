import type { FactSource } from "../gate/index.ts";
import type { Publication } from "./publication.ts";

/** Tells the gate which policy is in force at the time of the unit. */
export function policyFacts(publication: Publication): FactSource<"policy"> {
  return { supplies: "policy", load: (tx) => publication.inForce(tx, tx.at) };
}

/**
 * Tells the gate what the request's shown-version token proves. No token proves nothing. Which texts stood on the page
 * is the version that was in force when it was shown: two versions of one policy may differ in their texts.
 */
export function shownFacts(
  publication: Pick<Publication, "inForce" | "readShownToken">,
): FactSource<"shown"> {
  return {
    supplies: "shown",
    async load(tx, { shown: token, channel }) {
      if (token === undefined || channel === undefined) return null;
      const shown = publication.readShownToken(token, { form: channel, at: tx.at });
      if (shown === null) return null;
      return { ...shown, version: (await publication.inForce(tx, shown.at))?.version ?? null };
    },
  };
}
