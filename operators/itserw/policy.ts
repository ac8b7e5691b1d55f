import { defineOperator } from "upheld/policy";
import { changes as licenceChanges } from "./licence-agreement/10-changes.ts";
import { data } from "./licence-agreement/6-data.ts";
import { disputes } from "./licence-agreement/9-disputes.ts";
import { end } from "./licence-agreement/8-end.ts";
import { liability } from "./licence-agreement/7-liability.ts";
import { limits } from "./licence-agreement/3-limits.ts";
import { offer } from "./licence-agreement/1-offer.ts";
import { price } from "./licence-agreement/4-price.ts";
import { rightsGranted } from "./licence-agreement/2-rights-granted.ts";
import { support } from "./licence-agreement/5-support.ts";
import { changes } from "./privacy-policy/6-changes.ts";
import { contentOfUsers } from "./privacy-policy/4-content-of-users.ts";
import { keepingAndDisclosure } from "./privacy-policy/3-keeping-and-disclosure.ts";
import { preamble } from "./privacy-policy/preamble.ts";
import { protection } from "./privacy-policy/5-protection.ts";
import { purposes } from "./privacy-policy/2-purposes.ts";
import { requisites } from "./privacy-policy/7-requisites.ts";
import { whatIsReceived } from "./privacy-policy/1-what-is-received.ts";
import { changeAndRemoval } from "./product-terms/5-change-and-removal.ts";
import { keeping } from "./product-terms/3-keeping.ts";
import { registration } from "./product-terms/2-registration.ts";
import { scope } from "./product-terms/1-scope.ts";
import { sending } from "./product-terms/4-sending.ts";
import { promise } from "./promise.ts";
import { site } from "./site.ts";

export default defineOperator({
  promise,
  texts: {
    "privacy-policy": [
      preamble,
      whatIsReceived,
      purposes,
      keepingAndDisclosure,
      contentOfUsers,
      protection,
      changes,
      requisites,
    ],
    "licence-agreement": [
      offer,
      rightsGranted,
      limits,
      price,
      support,
      data,
      liability,
      end,
      disputes,
      licenceChanges,
    ],
    "product-terms": [scope, registration, keeping, sending, changeAndRemoval],
  },
  site,
});
