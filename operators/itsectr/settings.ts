import type { OperatorPromise } from "upheld/policy";

/** Where the two documents pull in two directions, or leave a choice open: which way holds. */
export const settings = {
  // Privacy policy 6.2.2 against 5.2 and 5.3: state bodies as the law says, then what an open order takes; anything
  // else needs a written consent.
  disclosure: {
    posture: "grounds-list",
    processors: "allowed-declared",
    grounds: ["law", "order-fulfilment", "consent"],
    authorities: ["RF"],
  },
  cookies: { mode: "opt-in", underChoice: ["personalisation", "analytics", "advertising"] },
  // Both documents may change without notice. The Site says all the same that a new version is in force.
  versioning: { notice: "banner" },
  // User agreement 1.1: on personal data the policy comes first.
  documents: { precedence: ["privacy-policy", "user-agreement"] },
  requests: { mailIntake: { address: "privacy@itsectr.example", titles: [] } },
  marketing: { mode: "opt-in", softOptIn: false },
  research: { source: "depersonalised" },
  incidents: { tellUsers: "always" },
  signatures: { acceptance: "click", consent: "confirmedChannel", writtenConsent: "simple" },
  // The user agreement forbids what would break a security, and its 4.4.1 what a machine does without permission.
  mfa: { policy: "staff" },
  automation: {
    alwaysOpen: ["gpc", "one-click-unsubscribe", "search-engines", "authorised-agents", "security-reports"],
    permissions: true,
  },
  // User agreement 4.1.4: of an order, never of a right.
  refusals: { commercial: "silent" },
  evidence: { destructionYears: 3 },
  residency: { home: "RU" },
  treatAnonymousAsPersonal: "always",
  thirdPartyData: "forbid",
  distribution: "with-consent",
  parties: ["natural-person", "organisation"],
  sources: ["form"],
  verification: "none",
} as const satisfies OperatorPromise["settings"];

/** What a setting rests on: with the clause it falls, back to the most protective value. */
export const settingClauses = {
  "disclosure.posture": "6.2.2",
  "disclosure.processors": "1.1.4",
  "disclosure.grounds": "5.2",
  "disclosure.authorities": "5.3",
  "cookies.mode": "3.3.1",
  "versioning.notice": "user-agreement/1.4",
  "documents.precedence": "user-agreement/1.1",
  "requests.mailIntake": "10.2.channel",
  "marketing.mode": "4.1.2",
  "research.source": "4.1.5",
  "incidents.tellUsers": "5.4",
  "signatures.acceptance": "2.1",
  "signatures.consent": "4.1.7",
  "signatures.writtenConsent": "6.2.2",
  "mfa.policy": "user-agreement/4.4.2",
  "automation.alwaysOpen": "user-agreement/4.4.1",
  "automation.permissions": "user-agreement/4.4.1",
  "refusals.commercial": "user-agreement/4.1.4",
  "residency.home": "8.4",
  treatAnonymousAsPersonal: "1.1.2",
  distribution: "user-agreement/9.4",
  parties: "user-agreement/2.1.3",
  sources: "3.2",
  verification: "2.4",
} as const satisfies OperatorPromise["settingClauses"];
