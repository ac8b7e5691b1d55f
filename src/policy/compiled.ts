import type { PolicyDocument } from "./compiled-document.ts";
import type { Connector, CountryAssessment, DataSource, Recipient, Statistics } from "./compiled-others.ts";
import type { OperatorProfile } from "./compiled-profile.ts";
import type { FindingCode } from "./finding.ts";
import type { Localised } from "./localised.ts";
import type { SettingCode, Settings } from "./settings.ts";
import type { FormKind } from "./vocabulary/form-kinds.ts";
import type { LegalBasis } from "./vocabulary/legal-basis.ts";
import type { ProcessingOperation } from "./vocabulary/operations.ts";
import type { RightsRequestType } from "./vocabulary/rights.ts";

export type * from "./compiled-document.ts";
export type * from "./compiled-others.ts";
export type * from "./compiled-profile.ts";
export type * from "./localised.ts";

/**
 * What an operator's policy file compiles to: canonical JSON without functions. It is what is published, hashed,
 * enforced and rendered; the gate reads this and nothing else of a policy.
 */
export interface CompiledPolicy {
  readonly format: "upheld-policy/1";
  readonly operator: OperatorProfile;
  /** Which way holds where the company's documents pull in two directions. */
  readonly settings: Settings;
  /** Settings that rest on a clause: when it is invalidated, they fall back to the most protective value. */
  readonly settingClauses: readonly SettingClause[];
  /**
   * Host names without port that this policy covers. The first is where links point; any other may be
   * `*.itsectr.example`, which stands for every name below that one (itsectr-agreement/2.1.1).
   */
  readonly hosts: readonly string[];
  /** Programs and products that it covers beside the hosts. */
  readonly products: readonly Product[];
  /** Every way in which a person may give data; a form opens one of them. */
  readonly channels: readonly Channel[];
  readonly attributes: readonly Attribute[];
  readonly purposes: readonly Purpose[];
  readonly forms: readonly Form[];
  /** What the sender of a form may choose to write about; staff are set for each. */
  readonly topics: readonly Topic[];
  /** What is offered to people, each on a page of its own. */
  readonly services: readonly Service[];
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
  /** Systems of others that data go to, or would go to once they are switched on. */
  readonly connectors: readonly Connector[];
  /** From where data about a person come that the person did not give. */
  readonly dataSources: readonly DataSource[];
  /** What was found of each country that data may go to. */
  readonly assessments: readonly CountryAssessment[];
  readonly documents: readonly PolicyDocument[];
  /** The pages around the documents: what the home page says. */
  readonly site: Site;
  /** Warnings of the check that the operator accepts, in public. */
  readonly waivers: readonly Waiver[];
}

/**
 * A reference to a clause. `3.2.1` is a clause of the policy's first document, `user-agreement/3.2.forms` one of the
 * document with that code. `clauseOf` resolves it.
 */
export type ClauseReference = string;

export interface SettingClause {
  /** `disclosure.posture`. */
  readonly code: SettingCode;
  readonly clause: ClauseReference;
}

export interface Product {
  readonly code: string;
  readonly name: Localised;
  readonly clause: ClauseReference;
}

export interface Channel {
  /** `feedback`; a form that opens the channel has the same code. */
  readonly code: string;
  readonly label: Localised;
  readonly clause: ClauseReference;
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
  /** Which service or agreement needs it, for people to read (proit-privacy/3.1); null where no text says it. */
  readonly necessity: Localised | null;
  /** A name is asked for in these parts, in this order; empty: in one field. */
  readonly parts: readonly NamePart[];
  /** The most values that a form takes of it: several telephone numbers. */
  readonly many: number;
  readonly label: Localised;
  readonly clause: ClauseReference;
}

export type NamePart = "family" | "given" | "patronymic";

export interface Purpose {
  /** Glossary code: `inquiry-handling`. */
  readonly code: string;
  readonly label: Localised;
  /** Null where the author has named none: an error, so that no published policy has it. */
  readonly basis: LegalBasis | null;
  readonly clause: ClauseReference;
  readonly operations: readonly ProcessingOperation[];
  /** Codes of the attributes it may touch. */
  readonly attributes: readonly string[];
  /** Codes of the channels through which it may collect. */
  readonly channels: readonly string[];
  /** Code of the retention rule of what it holds. */
  readonly retention: string;
  /**
   * Code of the one of its kind that this takes the place of where its clause's document stands higher in the order of
   * the documents (T15); null: of none.
   */
  readonly overrides: string | null;
}

export interface Form {
  /** The channel that it opens: `feedback`. */
  readonly code: string;
  readonly kind: FormKind;
  readonly path: string;
  readonly title: Localised;
  readonly intro: Localised;
  readonly clause: ClauseReference;
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

/** A subject that a form's sender may choose. */
export interface Topic {
  readonly code: string;
  readonly label: Localised;
  readonly clause: ClauseReference;
  /** Code of the form that offers it. */
  readonly form: string;
}

/** Something that the operator offers, with the forms through which it is asked for (user-agreement/3.2.forms). */
export interface Service {
  readonly code: string;
  readonly path: string;
  readonly title: Localised;
  readonly summary: Localised;
  /** Markdown without HTML. */
  readonly body: Localised;
  readonly clause: ClauseReference;
  /** What the page says of itself; a catalogue informs even where the agreement beside it is an offer (T14). */
  readonly offerStatus: "informational" | "public-offer";
  /** Codes of forms. */
  readonly forms: readonly string[];
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
  readonly clause: ClauseReference;
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
  readonly clause: ClauseReference;
  /** What starts the period. */
  readonly from: "receipt" | "case-closed" | "withdrawal";
  /** Calendar days, counted in the operator's time zone; null: until an end event. */
  readonly days: number | null;
  readonly endEvents: readonly string[];
  /** Calendar days that it is kept at least, whatever ends: a term of the law's; null: none. */
  readonly minimumDays: number | null;
  /** Calendar days without activity after which somebody looks whether it is still needed (T04); null: never. */
  readonly reviewDays: number | null;
  /** Code of the product whose data the rule is for; null: whatever the purpose holds (T06). */
  readonly product: string | null;
  /**
   * Code of the one of its kind that this takes the place of where its clause's document stands higher in the order of
   * the documents (T15); null: of none.
   */
  readonly overrides: string | null;
  readonly label: Localised;
}

export interface Right {
  readonly code: RightsRequestType;
  /** What is asked for, as clauses list it. */
  readonly label: Localised;
  readonly clause: ClauseReference;
}

export interface Measure {
  readonly code: string;
  readonly label: Localised;
  readonly clause: ClauseReference;
}

export interface Deadline {
  /** `claim-answer`. */
  readonly code: string;
  readonly clause: ClauseReference;
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
  readonly clause: ClauseReference;
}

/** A warning that is accepted, with the reason for everybody to read. An error cannot be waived. */
export interface Waiver {
  readonly finding: FindingCode;
  /** The place that the finding names. */
  readonly where: string;
  readonly reason: Localised;
  /** ISO date. */
  readonly on: string;
}

export interface Site {
  readonly home: { readonly title: Localised; readonly lead: Localised; readonly body: Localised };
}
