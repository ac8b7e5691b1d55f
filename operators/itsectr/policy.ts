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
import { generalProvisions as agreementGeneral } from "./user-agreement/1-general-provisions.ts";
import { terms as agreementTerms } from "./user-agreement/2-terms.ts";
import { subject as agreementSubject } from "./user-agreement/3-subject.ts";
import { rightsAndDuties } from "./user-agreement/4-rights-and-duties.ts";
import { servicesAndContracts } from "./user-agreement/5-services.ts";
import { intellectualProperty } from "./user-agreement/6-intellectual-property.ts";
import { liability as agreementLiability } from "./user-agreement/7-liability.ts";
import { disputes as agreementDisputes } from "./user-agreement/8-disputes.ts";
import { additionalTerms as agreementAdditionalTerms } from "./user-agreement/9-additional-terms.ts";
import { contacts } from "./user-agreement/10-contacts.ts";
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
    "user-agreement": [
      agreementGeneral,
      agreementTerms,
      agreementSubject,
      rightsAndDuties,
      servicesAndContracts,
      intellectualProperty,
      agreementLiability,
      agreementDisputes,
      agreementAdditionalTerms,
      contacts,
    ],
    "consent-offers": [consentToOffers],
  },
  site,
});
