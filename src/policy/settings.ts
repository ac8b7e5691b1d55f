import type { Localised } from "./localised.ts";
import type { RightsRequestType } from "./vocabulary/rights.ts";

/**
 * Where a company's documents pull in two directions, a setting says which way holds. Each is enforced, or refuses to
 * be published; what an author leaves out has the most protective value, DEFAULT_SETTINGS.
 */
export interface Settings {
  readonly disclosure: DisclosureSettings;
  readonly cookies: CookieSettings;
  readonly versioning: VersioningSettings;
  readonly documents: DocumentSettings;
  readonly requests: RequestSettings;
  readonly marketing: MarketingSettings;
  readonly logs: LogSettings;
  readonly research: ResearchSettings;
  readonly incidents: IncidentSettings;
  readonly signatures: SignatureSettings;
  readonly mfa: MfaSettings;
  readonly crypto: CryptoSettings;
  readonly automation: AutomationSettings;
  readonly refusals: RefusalSettings;
  readonly evidence: EvidenceSettings;
  readonly residency: ResidencySettings;
  /** Data that looks anonymous: personal always, once combined with what names a person, or never (T10). */
  readonly treatAnonymousAsPersonal: "always" | "when-combined" | "never";
  /** Data about others that a user gives: with a statement that they may, which starts a notice task; or refused (T20). */
  readonly thirdPartyData: "attest" | "forbid";
  /** Making data public: never, or with a distribution consent of its own (152-FZ 10.1, T21). */
  readonly distribution: "off" | "with-consent";
  /** Whether a person's age is asked: not at all, as they declare it, or with a representative for a minor (T30). */
  readonly ageGate: "off" | "declared" | "representative";
  /** Who may be party to what the operator offers; an organisation acts through contact persons (T29). */
  readonly parties: readonly PartyKind[];
  /** Where data about a person may come from beside the person's exercise of a right (img-privacy/5.1.channel). */
  readonly sources: readonly SourceKind[];
  /** Whether values that users supply are ever checked; they are unverified until then in any case (T19). */
  readonly verification: "none" | "on-doubt";
}

export type PartyKind = "natural-person" | "sole-trader" | "organisation";
export const SOURCE_KINDS = [
  "form",
  "account",
  "product",
  "mailbox",
  "staff-entry",
  "import",
  "enrichment",
  "partner",
] as const;
export type SourceKind = (typeof SOURCE_KINDS)[number];

export interface DisclosureSettings {
  /** `never-except-law` denies every ground but statutory ones, whatever else is declared (T01). */
  readonly posture: "never-except-law" | "consent-or-law" | "grounds-list";
  /** Processors on instruction (152-FZ 6(3)): the declared ones, or none at all. */
  readonly processors: "allowed-declared" | "off";
  /** In the order of their priority; a ground that is not here is off (T02, T24, T25). */
  readonly grounds: readonly DisclosureGround[];
  /** Whose authorities may be answered: Russia's, those of the person's residence, or those a treaty names (T23). */
  readonly authorities: readonly ("RF" | "residence" | "treaty")[];
}
export const DISCLOSURE_GROUNDS = [
  "consent",
  "contract",
  "order-fulfilment",
  "product-delivery",
  "law",
  "rights-defence",
  "succession",
  "public-interest",
  /** Nothing that names a person: depersonalised statistics (proit-privacy/4.5.6). */
  "depersonalised",
] as const;
export type DisclosureGround = (typeof DISCLOSURE_GROUNDS)[number];

export interface CookieSettings {
  /** `opt-in` denies what is optional until it is chosen; `notice` tells. A browser's signal is a refusal in both (T12). */
  readonly mode: "opt-in" | "notice";
  /** Classes that stand under the visitor's choice (T28). */
  readonly underChoice: readonly ("personalisation" | "analytics" | "advertising")[];
}

export interface VersioningSettings {
  /** How people learn of a new version (T13). */
  readonly notice: "none" | "banner" | "e-mail" | "re-accept";
}

export interface DocumentSettings {
  /** Codes of documents, the one that wins first; a pair that is in no order must not conflict (T15). */
  readonly precedence: readonly string[];
}

export interface RequestSettings {
  /** Messages whose subject is such a title are the request that the policy promises (T08). Null: no mailbox. */
  readonly mailIntake: {
    readonly address: string;
    readonly titles: readonly { readonly title: Localised; readonly type: RightsRequestType | "opt-out" }[];
  } | null;
}

export interface MarketingSettings {
  /** Prior consent for each channel, always; there is no other mode (38-FZ 18(1), T09). */
  readonly mode: "opt-in";
  /** Own customers, similar products, under EU rules only. */
  readonly softOptIn: boolean;
  /** Fewest people in a group that a message may be aimed at without their marketing consent (T27). */
  readonly smallestCohort: number;
}

export interface LogSettings {
  /** Calendar days that action logs are kept (T07). */
  readonly days: number;
  /** Erasure cuts the thread to the person while rows live out their term. */
  readonly onErasure: "unlink" | "destroy";
}

export interface ResearchSettings {
  /** Under RU rules only `depersonalised` can be published (T26). */
  readonly source: "depersonalised" | "raw-with-basis";
}

export interface IncidentSettings {
  /** Whom to tell of a leak beside whom the law names (T22). */
  readonly tellUsers: "always" | "as-law";
}

/** Weakest first (152-FZ 9(4), 63-FZ). */
export const SIGNATURE_LEVELS = [
  "click",
  "confirmedChannel",
  "simple",
  "enhanced",
  "qualified",
  "wetInk",
] as const;
export type SignatureLevel = (typeof SIGNATURE_LEVELS)[number];

export interface SignatureSettings {
  /** The least that each kind of declaration needs (T35). */
  readonly acceptance: SignatureLevel;
  readonly consent: SignatureLevel;
  readonly writtenConsent: SignatureLevel;
  readonly distributionConsent: SignatureLevel;
}

export interface MfaSettings {
  /** Who must have a second factor (T37). */
  readonly policy: "off" | "optional" | "staff" | "all" | "risk";
  /** Sign-in through a foreign identity provider; cannot be published under RU rules (149-FZ 8(10)). */
  readonly foreignIdentityProviders: boolean;
}

export interface CryptoSettings {
  /** What the documents' sentence about encryption is made from (T38). */
  readonly profile: "rsa-3072-aes-256-gcm";
}

export interface AutomationSettings {
  /** Ways in for machines that a ban on automation never closes (T32). */
  readonly alwaysOpen: readonly (
    | "gpc"
    | "one-click-unsubscribe"
    | "search-engines"
    | "authorised-agents"
    | "security-reports"
  )[];
  /** Whether others may be permitted by name, with scope and term. */
  readonly permissions: boolean;
}

export interface RefusalSettings {
  /** Whether an order may be refused without a reason; a right is never refused without one (T31). */
  readonly commercial: "silent" | "reasoned";
}

export interface EvidenceSettings {
  /** Years that acts and logs of destruction are kept (order 179: three, T33). */
  readonly destructionYears: number;
}

export interface ResidencySettings {
  /** ISO 3166-1 alpha-2 of where the operator's store stands (152-FZ 18(5), T40). */
  readonly home: string;
}

/** What holds where an author says nothing: the most protective value of each. */
export const DEFAULT_SETTINGS: Settings = {
  disclosure: { posture: "never-except-law", processors: "off", grounds: ["law"], authorities: ["RF"] },
  cookies: { mode: "opt-in", underChoice: ["personalisation", "analytics", "advertising"] },
  versioning: { notice: "banner" },
  documents: { precedence: [] },
  requests: { mailIntake: null },
  marketing: { mode: "opt-in", softOptIn: false, smallestCohort: 50 },
  logs: { days: 180, onErasure: "unlink" },
  research: { source: "depersonalised" },
  incidents: { tellUsers: "always" },
  signatures: {
    acceptance: "click",
    consent: "confirmedChannel",
    writtenConsent: "simple",
    distributionConsent: "simple",
  },
  mfa: { policy: "staff", foreignIdentityProviders: false },
  crypto: { profile: "rsa-3072-aes-256-gcm" },
  automation: {
    alwaysOpen: ["gpc", "one-click-unsubscribe", "search-engines", "authorised-agents", "security-reports"],
    permissions: false,
  },
  refusals: { commercial: "reasoned" },
  evidence: { destructionYears: 3 },
  residency: { home: "RU" },
  treatAnonymousAsPersonal: "always",
  thirdPartyData: "forbid",
  distribution: "off",
  ageGate: "off",
  parties: ["natural-person"],
  sources: ["form"],
  verification: "none",
};

/** Every setting by its place, for what names one: a clause that it rests on, a page that explains it. */
export const SETTING_CODES = [
  "disclosure.posture",
  "disclosure.processors",
  "disclosure.grounds",
  "disclosure.authorities",
  "cookies.mode",
  "cookies.underChoice",
  "versioning.notice",
  "documents.precedence",
  "requests.mailIntake",
  "marketing.mode",
  "marketing.softOptIn",
  "marketing.smallestCohort",
  "logs.days",
  "logs.onErasure",
  "research.source",
  "incidents.tellUsers",
  "signatures.acceptance",
  "signatures.consent",
  "signatures.writtenConsent",
  "signatures.distributionConsent",
  "mfa.policy",
  "mfa.foreignIdentityProviders",
  "crypto.profile",
  "automation.alwaysOpen",
  "automation.permissions",
  "refusals.commercial",
  "evidence.destructionYears",
  "residency.home",
  "treatAnonymousAsPersonal",
  "thirdPartyData",
  "distribution",
  "ageGate",
  "parties",
  "sources",
  "verification",
] as const;
export type SettingCode = (typeof SETTING_CODES)[number];
