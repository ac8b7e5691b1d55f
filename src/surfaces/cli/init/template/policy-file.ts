import type { OperatorAnswers } from "../answers.ts";

/** `policy.ts`: what belongs to the policy. */
export function policyFile({ asksForOffers }: OperatorAnswers): string {
  const consent = asksForOffers ? 'import { consentToOffers } from "./consent-offers.ts";\n' : "";
  const text = asksForOffers ? '\n    "consent-offers": [consentToOffers],' : "";
  return `import { defineOperator } from "upheld/policy";
${consent}import { privacyPolicy } from "./privacy-policy.ts";
import { promise } from "./promise.ts";
import { site } from "./site.ts";

export default defineOperator({
  promise,
  texts: {
    "privacy-policy": privacyPolicy,${text}
  },
  site,
});
`;
}
