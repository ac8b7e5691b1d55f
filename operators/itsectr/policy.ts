import { defineOperator } from "upheld/policy";
import { scope } from "./privacy-policy/scope.ts";
import { terms } from "./privacy-policy/1-terms.ts";
import { generalProvisions } from "./privacy-policy/2-general-provisions.ts";
import { subject } from "./privacy-policy/3-subject.ts";
import { purposes } from "./privacy-policy/4-purposes.ts";
import { processing } from "./privacy-policy/5-processing.ts";
import { duties } from "./privacy-policy/6-duties.ts";
import { liability } from "./privacy-policy/7-liability.ts";
import { disputes } from "./privacy-policy/8-disputes.ts";
import { additionalTerms } from "./privacy-policy/9-additional-terms.ts";
import { requests } from "./privacy-policy/10-requests.ts";
import { consentToOffers } from "./consents/offers.ts";
import { promise } from "./promise.ts";
import { site } from "./site.ts";

export default defineOperator({
  promise,
  texts: {
    "privacy-policy": [
      scope,
      terms,
      generalProvisions,
      subject,
      purposes,
      processing,
      duties,
      liability,
      disputes,
      additionalTerms,
      requests,
    ],
    "consent-offers": [consentToOffers],
  },
  site,
});
