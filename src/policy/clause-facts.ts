import type { PublicRequisite } from "./compiled-profile.ts";
import type { ClauseReference, CompiledPolicy } from "./compiled.ts";
import type { Codes } from "./sources.ts";
import type { DisclosureGround, Settings } from "./settings.ts";
import type { RightsRequestType } from "./vocabulary/rights.ts";

/**
 * What a clause may state, in the language it is written in, taken from the object that is enforced. Words stand
 * inside a sentence; `sentence` begins one. Look-ups by a code that the policy lacks throw PolicyError `unknown-code`.
 */
export interface ClauseFacts<C extends Codes = Codes> extends OperatorFacts, SettingFacts {
  readonly products: readonly string[];
  product(code: C["product"]): { readonly name: string };
  readonly channels: readonly string[];
  channel(code: C["channel"]): string;
  readonly attributes: readonly string[];
  attribute(code: C["attribute"]): {
    readonly label: string;
    readonly maxLength: number;
    /** Which service or agreement needs it; empty where nobody has said. */
    readonly necessity: string;
    /** `family name, given name and patronymic`; empty where it is asked for in one field. */
    readonly parts: string;
    readonly many: number;
  };
  /** The closed list: what another document says differently of one of them is no purpose beside it. */
  readonly purposes: readonly string[];
  purpose(code: C["purpose"]): {
    readonly label: string;
    readonly basis: string;
    readonly operations: readonly string[];
    readonly attributes: readonly string[];
    readonly retention: C["retention"];
  };
  /** What a consent opens, for its own text (152-FZ 9(1), 9(4)). */
  consent(code: C["consent"]): {
    /** What stands beside the box. */
    readonly label: string;
    readonly purpose: string;
    readonly operations: readonly string[];
    /** The items that pass to the purpose, which are those of the consent and no others. */
    readonly attributes: readonly string[];
    /** `within 10 calendar days of the withdrawal of consent`; empty where only events end it. */
    readonly term: string;
    /** The title of its text, as a link. */
    readonly link: string;
  };
  form(code: C["form"]): {
    readonly title: string;
    /** The form's address on the site, and the link to it as clause text writes one. */
    readonly link: string;
    readonly required: readonly string[];
    readonly optional: readonly string[];
  };
  /** Where anybody asks about a section of a document or writes about their own data, as a link. */
  readonly letterLink: string;
  /** What senders may choose to write about. */
  readonly topics: readonly string[];
  topic(code: C["topic"]): string;
  /** What is offered, each title a link to its page. */
  readonly services: readonly string[];
  service(code: C["service"]): {
    readonly title: string;
    /** The title as a link. */
    readonly link: string;
    readonly summary: string;
    /** `information that is not a public offer`. */
    readonly offerStatus: string;
  };
  retention(code: C["retention"]): {
    readonly label: string;
    /** `within 30 calendar days`; empty where only events end it. */
    readonly within: string;
    /** `within 30 calendar days of their receipt`; empty as above. */
    readonly term: string;
    /** `for at least 1825 calendar days`; empty where nothing sets a least. */
    readonly least: string;
    /** `every 365 calendar days`; empty where nobody reviews it. */
    readonly review: string;
    /** The product's name; empty for what is of no product. */
    readonly product: string;
    readonly endEvents: readonly string[];
  };
  /** Every rule that has a period, worded with it. */
  readonly retentionTerms: readonly string[];
  /** Every rule that is reviewed, worded with how often. */
  readonly retentionReviews: readonly string[];
  /** Every event that ends processing under some rule. */
  readonly endEvents: readonly string[];
  deadline(code: C["deadline"]): { readonly label: string; readonly within: string };
  /** What people may ask for about their own data. */
  readonly rights: readonly string[];
  /** What protects the data. */
  readonly measures: readonly string[];
  readonly automatic: readonly string[];
  automaticItem(code: string): string;
  readonly statistics: {
    readonly providers: readonly string[];
    readonly connected: readonly string[];
    readonly purposes: readonly string[];
  };
  /** Those outside who may be given data on this ground. */
  recipients(ground: DisclosureGround): readonly string[];
  recipient(code: string): string;
  /** Systems of others by name, with their country: `Metrics (Germany)`. */
  readonly connectors: { readonly all: readonly string[]; readonly live: readonly string[] };
  connector(code: C["connector"]): {
    readonly name: string;
    readonly country: string;
    readonly purpose: string;
    readonly attributes: readonly string[];
  };
  /** From where data come that the person did not give. */
  readonly dataSources: readonly string[];
  source(code: C["dataSource"]): {
    readonly label: string;
    /** Empty where nobody has said. */
    readonly purpose: string;
    readonly ground: string;
    readonly evidence: string;
    readonly attributes: readonly string[];
  };
  /** Countries to which data may go, each with when and on what it was assessed. */
  readonly assessments: readonly string[];
  readonly operations: readonly string[];
  /** What the law itself lays on the operator, with its statute. */
  readonly statutory: readonly string[];
  document(code: C["document"]): {
    readonly title: string;
    /** `itsectr.example/privacy-policy/` as a link. */
    readonly link: string;
    /** The title as a link. */
    readonly titleLink: string;
    readonly updatedOn: string;
    /** Titles, as links, of the documents that are part of it. */
    readonly incorporates: readonly string[];
    /** `a public offer`, `not an offer`. */
    readonly offerStatus: string;
    /** The law that governs it. */
    readonly law: string;
    /** Empty where a clause says it. */
    readonly scope: string;
  };
  /** `clause 4.2`; of another document than the text's own `clause 4.2 of the document [Licence agreement](/licence/#4.2)`. */
  cite(reference: ClauseReference): string;
  /** `a, b and c` */
  list(items: readonly string[]): string;
  /** One item a line. */
  bullets(items: readonly string[]): string;
  /** With a capital first letter. */
  sentence(text: string): string;
}

export interface OperatorFacts {
  readonly operator: {
    readonly legalName: string;
    readonly shortName: string;
    /** Empty where nobody has said, as `responsible`. */
    readonly activity: string;
    readonly responsible: string;
    readonly address: string;
    readonly inn: string;
    readonly ogrn: string;
    /** Every member empty where the operator has named no bank. */
    readonly bank: Readonly<Record<"name" | "bic" | "account" | "correspondentAccount", string>>;
    readonly email: string;
    readonly phone: string;
    readonly country: string;
    readonly law: string;
  };
  /** The requisites that are public, each worded, in the order of `publicRequisites`. */
  readonly requisites: readonly string[];
  /** One of them, public or not. */
  requisite(name: PublicRequisite): string;
  /** The operator's e-mail address as a link. */
  readonly emailLink: string;
  /** The laws under which the operator works. */
  readonly regimes: readonly string[];
  /** The first host: where links point. */
  readonly host: string;
  /** All of them; `every subdomain of itsectr.example` for one that covers more. */
  readonly hosts: readonly string[];
}

/** What the settings have chosen, in words. */
export interface SettingFacts {
  readonly disclosure: {
    /** When data are passed to others: `never, except where the law itself demands it`. */
    readonly posture: string;
    readonly grounds: readonly string[];
  };
  /** The same as `disclosure.grounds`. */
  readonly disclosureGrounds: readonly string[];
  /** Whose demands are answered. */
  readonly authorities: readonly string[];
  readonly cookies: { readonly mode: string; readonly underChoice: readonly string[] };
  /** How people learn of a new version: `by a notice on the Site`. */
  readonly notice: string;
  /** Titles of documents as links, the one that wins first. */
  readonly precedence: readonly string[];
  /** The mailbox for requests by subject. Throws `unknown-code` where there is none, or no title for the request. */
  readonly mail: {
    readonly link: string;
    title(type: RightsRequestType | "opt-out"): string;
    readonly titles: readonly string[];
  };
  /** Fewest people in a group that a message may be aimed at. */
  readonly smallestCohort: number;
  readonly logs: { readonly days: number; readonly within: string; readonly onErasure: string };
  /** Who is told of a leak. */
  readonly toldOfIncidents: string;
  /** The least that a declaration of this kind needs: `a simple electronic signature`. */
  signature(kind: keyof Settings["signatures"]): string;
  /** For whom a second factor is: `for every member of the Operator's staff`. */
  readonly mfa: string;
  /** What encrypts. */
  readonly crypto: string;
  /** What a ban on automation never closes. */
  readonly openToMachines: readonly string[];
  /** How an order may be refused: `stating the reasons`. */
  readonly refusal: string;
  /** How long acts of destruction are kept: `3 years`. */
  readonly destructionEvidence: string;
  /** The country in which the store stands. */
  readonly home: string;
  /** When data that look anonymous count as personal. */
  readonly anonymous: string;
  /** How data about others are taken from a user. */
  readonly thirdPartyData: string;
  /** When data are made public. */
  readonly distribution: string;
  /** What becomes of a person's age. */
  readonly age: string;
  /** Whether what users say of themselves is checked: `does not check`. */
  readonly verification: string;
  readonly parties: readonly string[];
  readonly sources: readonly string[];
}

/** What the facts are taken from: the policy as it will be enforced, before its documents have their text. */
export type PromisedPolicy = Omit<CompiledPolicy, "documents" | "site"> & {
  readonly documents: readonly Omit<CompiledPolicy["documents"][number], "sections">[];
};
