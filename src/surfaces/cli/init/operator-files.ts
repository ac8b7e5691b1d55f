import type { OperatorAnswers } from "./answers.ts";
import { consentFile } from "./template/consent-file.ts";
import { policyFile } from "./template/policy-file.ts";
import { privacyPolicyFile } from "./template/privacy-policy-file.ts";
import { promiseFile } from "./template/promise-file.ts";
import { siteFile } from "./template/site-file.ts";

/** The files of a new operator by name: a policy that passes the check whatever the answers are. Pure. */
export function operatorFiles(answers: OperatorAnswers, today: string): Readonly<Record<string, string>> {
  return {
    "policy.ts": policyFile(answers),
    "promise.ts": promiseFile(answers, today),
    "privacy-policy.ts": privacyPolicyFile(answers),
    ...(answers.asksForOffers ? { "consent-offers.ts": consentFile() } : {}),
    "site.ts": siteFile(answers),
  };
}
