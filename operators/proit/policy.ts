import { defineOperator } from "upheld/policy";
import { generalProvisions } from "./privacy-policy/1-general-provisions.ts";
import { information } from "./privacy-policy/2-information.ts";
import { purposes } from "./privacy-policy/3-purposes.ts";
import { handling } from "./privacy-policy/4-handling.ts";
import { rightsAndDuties } from "./privacy-policy/5-rights-and-duties.ts";
import { changes } from "./privacy-policy/6-changes.ts";
import { promise } from "./promise.ts";
import { subject } from "./service-agreement/1-subject.ts";
import { account } from "./service-agreement/2-account.ts";
import { administration } from "./service-agreement/3-administration.ts";
import { user } from "./service-agreement/4-user.ts";
import { records } from "./service-agreement/5-records.ts";
import { liability } from "./service-agreement/6-liability.ts";
import { term } from "./service-agreement/7-term.ts";
import { disputes } from "./service-agreement/8-disputes.ts";
import { parties } from "./service-agreement/9-parties.ts";
import { site } from "./site.ts";

export default defineOperator({
  promise,
  texts: {
    "privacy-policy": [generalProvisions, information, purposes, handling, rightsAndDuties, changes],
    "service-agreement": [
      subject,
      account,
      administration,
      user,
      records,
      liability,
      term,
      disputes,
      parties,
    ],
  },
  site,
});
