import type { FindingEntry } from "./finding.ts";

/** What the check finds against a law, or where a policy's documents and what it does pull in two directions. */
export const LEGAL_FINDINGS = {
  "blank-address": {
    severity: "error",
    message: "Here an address should stand, and there is none.",
    remedy: "Write the address, or take it from the operator’s profile.",
    fromReading: true,
    rule: "152-FZ 18.1(2), 14(7)(4); GDPR 13(1)(a)",
  },
  "another-company": {
    severity: "error",
    message: "The text names another company, or its number, as if it were bound by this.",
    remedy: "Name the operator, or declare the other company under `recipients` or `connectors`.",
    fromReading: true,
    rule: "152-FZ 18.1(2); GDPR 13(1)(a)",
  },
  "another-host": {
    severity: "warning",
    message:
      "The text names a host or a mailbox that is neither the operator’s nor that of anybody declared.",
    remedy: "Compare it with `hosts`; a text copied from elsewhere keeps such names.",
    rule: "152-FZ 18.1(2); GDPR 13(1)(a)",
  },
  "connector-against-posture": {
    severity: "error",
    message: "This system of somebody else’s is switched on, and the disclosure settings forbid it.",
    remedy: "Switch it off, or change `settings.disclosure` and the clause that it rests on.",
    rule: "152-FZ 6(3), 7; GDPR 28",
  },
  "connector-without-purpose": {
    severity: "error",
    message: "Data go to this system of somebody else’s for no purpose that the policy names.",
    remedy: "Name the purpose under `purpose`, or switch it off.",
    rule: "152-FZ 5(2); GDPR 5(1)(b)",
  },
  "connector-abroad": {
    severity: "error",
    message: "This system takes data straight from visitors into another country, which the law forbids.",
    remedy: "Switch it off, and count visits yourself.",
  },
  "country-without-assessment": {
    severity: "error",
    message: "Data go to this country, and nobody has written down what was found of it.",
    remedy: "Assess it before anything goes there, and enter it under `assessments`.",
    rule: "152-FZ 12; GDPR 44-49",
  },
  "adequacy-not-listed": {
    severity: "warning",
    message: "The assessment of this country rests on its adequacy, which no list of the regime states.",
    remedy: "Rest it on `safeguards` or `derogation`, or bring the list up to date.",
    rule: "152-FZ 12; GDPR 45",
  },
  "source-without-purpose": {
    severity: "warning",
    message: "Data from this source have no purpose or no ground, so nothing is taken from it.",
    remedy: "Give it `purpose` and `ground` in a new version, or take it out.",
    rule: "152-FZ 5(2), 18(3); GDPR 5(1)(b), 14",
  },
  "source-without-notice": {
    severity: "warning",
    message: "Nothing shows that people are told of what comes about them from this source.",
    remedy: "Say under `evidenceOfNotice` how it is shown.",
    rule: "152-FZ 18(3); GDPR 14",
  },
  "purpose-without-consent": {
    severity: "warning",
    message: "This purpose rests on consent, and there is no consent to it: nothing ever opens it.",
    remedy: "Declare its consent under `consents`, with a text of its own, or rest it on another ground.",
    rule: "152-FZ 9(1); GDPR 7",
  },
  "form-implies-consent": {
    severity: "error",
    message: "The text beside a form takes an act for a consent. Nobody consents by using something.",
    remedy: "Ask by a box of its own, with a text of its own; take the sentence out here.",
    fromReading: true,
    rule: "152-FZ 9(1); GDPR 4(11), 7(2)",
  },
  "text-implies-consent": {
    severity: "warning",
    message:
      "The clause takes use for consent. Here use is kept as acceptance of the text, and opens no purpose.",
    remedy: "Call it acceptance, and ask for each consent by itself.",
    rule: "152-FZ 9(1); GDPR 4(11), 7(2)",
  },
  "opt-out-marketing": {
    severity: "warning",
    message:
      "The text lets marketing go on until somebody objects. Here nobody is written to without prior consent.",
    remedy: "Say that consent comes first; refusing stays possible at any time.",
    rule: "38-FZ 18(1); 152-FZ 15; Directive 2002/58/EC 13",
  },
  "promise-later-than-law": {
    severity: "warning",
    message: "This promise can run out later than the law’s own clock, which then rules.",
    remedy: "Shorten it, or accept publicly that the law rules, under `waivers`.",
  },
  "required-section-missing": {
    severity: "error",
    message: "The law demands that a privacy policy says this, and no clause does.",
    remedy: "Write the clause, and rest on it what it is about.",
  },
  "setting-against-law": {
    severity: "error",
    message: "Under this regime the law does not leave this setting open.",
    remedy: "Set it as the rule says; docs/language.md has its values.",
  },
  "conflict-without-precedence": {
    severity: "error",
    message: "Two documents rule one thing differently, and nothing says which of them holds.",
    remedy: "Put both documents into `settings.documents.precedence`, the one that holds first.",
    rule: "Civil Code of Russia 421, 431",
  },
  "scopes-differ": {
    severity: "warning",
    message: "Two clauses of one document say differently what it covers: hosts, programs or products.",
    remedy: "Say under the document’s `scope` which of them holds, or make them agree.",
    rule: "152-FZ 18.1(2)",
  },
  "unused-attribute": {
    severity: "warning",
    message: "Nothing collects this item of data: no form, no source, no channel of its purposes.",
    remedy: "Ask for it where it is needed, or do not declare it.",
    rule: "152-FZ 5(5); GDPR 5(1)(c)",
  },
  "unused-purpose": {
    severity: "warning",
    message: "Nothing ever collects, brings or keeps anything for this purpose.",
    remedy: "Bind a form, a source, a channel or a consent to it, or take it out.",
    rule: "152-FZ 5(2); GDPR 5(1)(b)",
  },
  "unused-retention": {
    severity: "warning",
    message: "No purpose keeps anything by this rule.",
    remedy: "Name it under the purpose that it is for, or take it out.",
    rule: "152-FZ 5(7); GDPR 5(1)(e)",
  },
  "unused-setting": {
    severity: "warning",
    message: "Nothing that the policy has makes use of this setting.",
    remedy: "Leave it out, or declare what it is about.",
  },
  "clause-without-control": {
    severity: "warning",
    message: "Other clauses of the document say what keeps them, and this one does not.",
    remedy: "Name what keeps it under `kept`, or say that it only declares something.",
  },
  "attribute-without-necessity": {
    severity: "error",
    message:
      "The policy says of every item which service or agreement needs it, and of this one it does not.",
    remedy: "Say it under `necessity`.",
    rule: "152-FZ 5(5); GDPR 5(1)(c), 13(2)(e)",
  },
  "waived-error": {
    severity: "error",
    message: "This error cannot be waived.",
    remedy: "Put right what it says, and take the waiver out.",
  },
  "waiver-without-finding": {
    severity: "warning",
    message: "This waiver accepts a warning that nobody gives at that place.",
    remedy: "Take it out, or name the place as the check names it.",
  },
} as const satisfies Record<string, FindingEntry>;
