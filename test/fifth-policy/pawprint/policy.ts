import { defineOperator } from "upheld/policy";
import { consentToReminders } from "./consent.ts";
import { agreement } from "./agreement.ts";
import { care, changes, data, keeping, protection, scope } from "./privacy-policy.ts";
import { promise } from "./promise.ts";
import { site } from "./site.ts";

export default defineOperator({
  promise,
  texts: {
    "privacy-policy": [scope, data, care, keeping, protection, changes],
    "service-agreement": [agreement],
    "consent-reminders": [consentToReminders],
  },
  site,
});
