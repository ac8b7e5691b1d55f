import type { LegalBasis } from "./vocabulary/legal-basis.ts";
import type { ProcessingOperation } from "./vocabulary/operations.ts";
import type { RightsRequestType } from "./vocabulary/rights.ts";

/**
 * What an operator's policy file compiles to: canonical JSON without functions. It is what is published, hashed,
 * enforced and rendered; the gate reads this and nothing else of a policy.
 */
export interface CompiledPolicy {
  readonly format: "upheld-policy/1";
  readonly operator: OperatorProfile;
  /** Host names without port that this policy covers. The first is where links point. */
  readonly hosts: readonly string[];
  /** Programs and products that it covers beside the hosts. */
  readonly products: readonly Product[];
  /** Every way in which a person may give data; a form opens one of them. */
  readonly channels: readonly Channel[];
  readonly attributes: readonly Attribute[];
  readonly purposes: readonly Purpose[];
  readonly forms: readonly Form[];
  /** What people may be asked to consent to, each apart from everything else. */
  readonly consents: readonly Consent[];
  /** What becomes of text that a person writes freely (clause itsectr-privacy/3.2.5, tension T18). */
  readonly freeText: FreeText;
  readonly retention: readonly RetentionRule[];
  /** What people may ask for about their own data. */
  readonly rights: readonly Right[];
  /** What protects the data, as the documents state it (clause itsectr-privacy/5.5). */
  readonly measures: readonly Measure[];
  /** The policy's own clocks; a statute's clock may only be shorter. */
  readonly deadlines: readonly Deadline[];
  /** What a visit leaves without being typed. */
  readonly automatic: readonly AutomaticItem[];
  readonly statistics: Statistics;
  /** Who outside the operator may be given data, and on what ground. */
  readonly recipients: readonly Recipient[];
  readonly documents: readonly PolicyDocument[];
  /** The pages around the documents: what the home page says. */
  readonly site: Site;
}

export type Language = "en" | "ru";
export type Localised = Readonly<Record<Language, string>>;

export interface OperatorProfile {
  /** Folder name under operators/, and the store's name: `itsectr`. */
  readonly id: string;
  readonly legalName: Localised;
  readonly shortName: Localised;
  readonly address: Localised;
  /** Checked by their control digits (law: identifier checks). */
  readonly inn: string;
  readonly ogrn: string;
  readonly email: string;
  readonly phone: string;
  /** ISO 3166-1 alpha-2. */
  readonly country: string;
  /** IANA name; every clock of the operator counts in it. */
  readonly timeZone: string;
  readonly languages: readonly Language[];
  /** Rule packs: `RU-152FZ`. */
  readonly regimes: readonly string[];
  readonly governingLaw: string;
}

export interface Product {
  readonly code: string;
  readonly name: Localised;
  readonly clause: string;
}

export interface Channel {
  /** `feedback`; a form that opens the channel has the same code. */
  readonly code: string;
  readonly label: Localised;
  readonly clause: string;
}

/** An item of personal data that may be stored (clauses 1.1.2, 3.2.*). */
export interface Attribute {
  readonly code: string;
  /** One of `DATA_CATEGORIES`: `name`, `email`, `phone`, `company`, `message`. */
  readonly category: string;
  readonly identifiability: "direct" | "indirect" | "depersonalised";
  readonly kind: "text" | "email" | "phone" | "free-text";
  /** In Unicode code points. */
  readonly maxLength: number;
  readonly label: Localised;
  readonly clause: string;
}

export interface Purpose {
  /** Glossary code: `inquiry-handling`. */
  readonly code: string;
  readonly label: Localised;
  /** Null where the author has named none: an error, so that no published policy has it. */
  readonly basis: LegalBasis | null;
  readonly clause: string;
  readonly operations: readonly ProcessingOperation[];
  /** Codes of the attributes it may touch. */
  readonly attributes: readonly string[];
  /** Codes of the channels through which it may collect. */
  readonly channels: readonly string[];
  /** Code of the retention rule of what it holds. */
  readonly retention: string;
}

export interface Form {
  /** The channel that it opens: `feedback`. */
  readonly code: string;
  readonly path: string;
  readonly title: Localised;
  readonly intro: Localised;
  readonly clause: string;
  /** The purpose that collects; further purposes may use the data. */
  readonly purpose: string;
  readonly furtherPurposes: readonly string[];
  readonly fields: readonly FormField[];
  /** The document whose version must have been shown. */
  readonly document: string;
  /** Codes of the consents that it asks for, each by a box of its own that nobody has ticked beforehand. */
  readonly consents: readonly string[];
  /** What becomes of it for a visitor who has declined the policy (clause itsectr-privacy/2.2). */
  readonly whenDeclined: WhenDeclined;
}

/** `closed` takes only requests about one's own data and about the policy itself; `open` goes on as before. */
export type WhenDeclined = "closed" | "open";

/**
 * A consent: its own control, its own document (152-FZ 9(1), GDPR 7(2), tension T03). It is relied on only once the
 * address that it came with has been confirmed.
 */
export interface Consent {
  readonly code: string;
  /** The purpose that it opens; its basis is consent. */
  readonly purpose: string;
  /** The document that is the consent's text, and nothing else's. */
  readonly document: string;
  /** What stands beside the box. */
  readonly label: Localised;
  /** Codes of the attributes that pass to the purpose when the consent comes into force. */
  readonly attributes: readonly string[];
  readonly clause: string;
}

/** `allow-with-scan` looks for document numbers and special categories and flags what it finds; `off` closes the field. */
export type FreeText = "allow" | "allow-with-scan" | "off";

export interface FormField {
  readonly attribute: string;
  readonly required: boolean;
  readonly hint: Localised | null;
}

export interface RetentionRule {
  readonly code: string;
  readonly clause: string;
  /** What starts the period. */
  readonly from: "receipt" | "case-closed" | "withdrawal";
  /** Calendar days, counted in the operator's time zone; null: until an end event. */
  readonly days: number | null;
  readonly endEvents: readonly string[];
  readonly label: Localised;
}

export interface Right {
  readonly code: RightsRequestType;
  /** What is asked for, as clauses list it. */
  readonly label: Localised;
  readonly clause: string;
}

export interface Measure {
  readonly code: string;
  readonly label: Localised;
  readonly clause: string;
}

export interface Deadline {
  /** `claim-answer`. */
  readonly code: string;
  readonly clause: string;
  readonly from: "receipt";
  readonly length: number;
  /** Counted from the day after the event, in the operator's time zone (Civil Code of Russia 191, 193). */
  readonly unit: "calendar-day" | "working-day";
  readonly label: Localised;
}

export interface AutomaticItem {
  /** One of `DATA_CATEGORIES`: `ip`, `userAgent`. */
  readonly code: string;
  readonly label: Localised;
  readonly clause: string;
}

export interface Statistics {
  readonly providers: readonly StatisticsProvider[];
  readonly purposes: readonly { readonly code: string; readonly label: Localised }[];
}

export interface StatisticsProvider {
  readonly code: string;
  readonly name: Localised;
  /** ISO 3166-1 alpha-2 of where it stores what it gets. */
  readonly country: string;
  /** False: named, and given nothing. */
  readonly connected: boolean;
}

export interface Recipient {
  readonly code: string;
  readonly label: Localised;
  readonly ground: "order-fulfilment" | "law";
  readonly clause: string;
}

export interface PolicyDocument {
  /** `privacy-policy`. */
  readonly code: string;
  readonly path: string;
  readonly title: Localised;
  /** ISO date, as the operator states it. */
  readonly updatedOn: string;
  readonly sections: readonly Section[];
}

export interface Section {
  /** `3`. */
  readonly id: string;
  readonly title: Localised;
  readonly clauses: readonly Clause[];
}

export interface Clause {
  /** As in the register, without the document: `3.2.1`. */
  readonly id: string;
  /** Finished text; facts already filled in from the enforced object. */
  readonly text: Localised;
  /** How it is kept, in one line for the margin; null where another release will say. */
  readonly keptBy: Localised | null;
}

export interface Site {
  readonly home: { readonly title: Localised; readonly lead: Localised; readonly body: Localised };
}
