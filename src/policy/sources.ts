import type {
  Attribute,
  AutomaticItem,
  Channel,
  ClauseReference,
  Connector,
  Consent,
  CountryAssessment,
  DataSource,
  Deadline,
  Form,
  FormField,
  FreeText,
  Measure,
  OperatorProfile,
  PolicyDocument,
  Product,
  Purpose,
  Recipient,
  RetentionRule,
  Right,
  Service,
  StatisticsProvider,
  Topic,
  Waiver,
} from "./compiled.ts";
import type { Localised } from "./localised.ts";
import type { SettingsSource } from "./complete-settings.ts";
import type { SettingCode } from "./settings.ts";
import type { DataCategory } from "./vocabulary/categories.ts";
import type { EndEvent } from "./vocabulary/end-events.ts";
import type { LegalBasis } from "./vocabulary/legal-basis.ts";
import type { RightsRequestType } from "./vocabulary/rights.ts";

/** The codes of a promise, kind by kind: what a reference may name. */
export interface Codes {
  readonly attribute: string;
  readonly retention: string;
  readonly channel: string;
  readonly purpose: string;
  readonly form: string;
  readonly deadline: string;
  readonly document: string;
  readonly consent: string;
  readonly product: string;
  readonly topic: string;
  readonly service: string;
  readonly connector: string;
  readonly dataSource: string;
}

/** A reference, which never adds a code: only the declared thing does. */
type Ref<C extends Codes, Kind extends keyof Codes> = NoInfer<C[Kind]>;

/**
 * What an operator promises and has enforced: every name, period, list and address that its documents may state.
 * Things are keyed by their codes, so that a reference to one that is not there is an error under the author's eyes.
 * What may be left out has the value that stands with it in compiled.ts as the plain one: none, null, or for the
 * settings the most protective.
 */
export interface OperatorPromise<C extends Codes = Codes> {
  readonly operator: OperatorSource;
  /** Host names without port. The first is where links point; any other may be `*.acme.example`. */
  readonly hosts: readonly [string, ...string[]];
  /** Left out: DEFAULT_SETTINGS. */
  readonly settings?: SettingsSource<Ref<C, "document">>;
  /** Which clause a setting rests on. */
  readonly settingClauses?: Readonly<Partial<Record<SettingCode, ClauseReference>>>;
  readonly products: Readonly<Record<C["product"], Coded<Product>>>;
  readonly channels: Readonly<Record<C["channel"], Coded<Channel>>>;
  readonly attributes: Readonly<Record<C["attribute"], AttributeSource>>;
  readonly retention: Readonly<Record<C["retention"], RetentionSource<NoInfer<C>>>>;
  readonly rights: Readonly<Partial<Record<RightsRequestType, Coded<Right>>>>;
  readonly measures: Readonly<Record<string, Coded<Measure>>>;
  readonly deadlines: Readonly<Record<C["deadline"], Coded<Deadline>>>;
  readonly purposes: Readonly<Record<C["purpose"], PurposeSource<NoInfer<C>>>>;
  readonly forms: Readonly<Record<C["form"], FormSource<NoInfer<C>>>>;
  readonly topics?: Readonly<Record<C["topic"], TopicSource<NoInfer<C>>>>;
  readonly services?: Readonly<Record<C["service"], ServiceSource<NoInfer<C>>>>;
  readonly consents: Readonly<Record<C["consent"], ConsentSource<NoInfer<C>>>>;
  readonly freeText: FreeText;
  readonly automatic: Readonly<Partial<Record<DataCategory, Coded<AutomaticItem>>>>;
  readonly statistics: {
    readonly providers: Readonly<Record<string, Coded<StatisticsProvider>>>;
    readonly purposes: Readonly<Record<string, Localised>>;
  };
  readonly recipients: Readonly<Record<string, RecipientSource>>;
  readonly connectors?: Readonly<Record<C["connector"], ConnectorSource<NoInfer<C>>>>;
  readonly dataSources?: Readonly<Record<C["dataSource"], DataSourceSource<NoInfer<C>>>>;
  /** By country: ISO 3166-1 alpha-2. */
  readonly assessments?: Readonly<Record<string, Omit<CountryAssessment, "country">>>;
  readonly documents: Readonly<Record<C["document"], DocumentSource<NoInfer<C>>>>;
  readonly waivers?: readonly Waiver[];
}

type Coded<Thing> = Omit<Thing, "code">;

/** A thing of which some members may be left out. */
type Leaving<Thing, Key extends keyof Thing> = Omit<Thing, Key> & Partial<Pick<Thing, Key>>;

/** Left out: an organisation without activity, bank or responsible person, whose every requisite but the bank's is public. */
export type OperatorSource = Leaving<
  OperatorProfile,
  "kind" | "activity" | "bank" | "publicRequisites" | "responsible"
>;

/** Left out: no stated necessity, one field, one value. */
export type AttributeSource = Leaving<
  Omit<Attribute, "code" | "category"> & { readonly category: DataCategory },
  "necessity" | "parts" | "many"
>;

/** Left out: no minimum, no review, no product, in nobody's place. */
export type RetentionSource<C extends Codes> = Omit<
  RetentionRule,
  "code" | "endEvents" | "minimumDays" | "reviewDays" | "product" | "overrides"
> & {
  readonly endEvents: readonly EndEvent[];
  readonly minimumDays?: number | null;
  readonly reviewDays?: number | null;
  readonly product?: Ref<C, "product"> | null;
  readonly overrides?: Ref<C, "retention"> | null;
};

/** Left out: in nobody's place. */
export type PurposeSource<C extends Codes> = Omit<
  Purpose,
  "code" | "basis" | "attributes" | "channels" | "retention" | "overrides"
> & {
  readonly basis: LegalBasis;
  readonly attributes: readonly Ref<C, "attribute">[];
  readonly channels: readonly Ref<C, "channel">[];
  readonly retention: Ref<C, "retention">;
  readonly overrides?: Ref<C, "purpose"> | null;
};

/** Left out: a feedback form. */
export type FormSource<C extends Codes> = Leaving<
  Omit<Form, "code" | "purpose" | "furtherPurposes" | "fields" | "document" | "consents">,
  "kind"
> & {
  readonly purpose: Ref<C, "purpose">;
  readonly furtherPurposes: readonly Ref<C, "purpose">[];
  readonly fields: readonly (Omit<FormField, "attribute"> & { readonly attribute: Ref<C, "attribute"> })[];
  readonly document: Ref<C, "document">;
  readonly consents: readonly Ref<C, "consent">[];
};

export type TopicSource<C extends Codes> = Omit<Topic, "code" | "form"> & { readonly form: Ref<C, "form"> };

/** Left out: it informs and is no offer. */
export type ServiceSource<C extends Codes> = Leaving<Omit<Service, "code" | "forms">, "offerStatus"> & {
  readonly forms: readonly Ref<C, "form">[];
};

export type ConsentSource<C extends Codes> = Omit<Consent, "code" | "purpose" | "document" | "attributes"> & {
  readonly purpose: Ref<C, "purpose">;
  readonly document: Ref<C, "document">;
  readonly attributes: readonly Ref<C, "attribute">[];
};

/** Left out: in nobody's place. */
export type RecipientSource = Leaving<Coded<Recipient>, "overrides">;

export type ConnectorSource<C extends Codes> = Omit<Connector, "code" | "purpose" | "attributes"> & {
  readonly purpose: Ref<C, "purpose"> | null;
  readonly attributes: readonly Ref<C, "attribute">[];
};

export type DataSourceSource<C extends Codes> = Omit<DataSource, "code" | "purpose" | "attributes"> & {
  readonly purpose: Ref<C, "purpose"> | null;
  readonly attributes: readonly Ref<C, "attribute">[];
};

/**
 * Left out: the kind that is the document's code, else `consent` where a consent has it, else `information`; no offer;
 * the operator's law; nothing incorporated; registered under the operator's id and the code; no scope.
 */
export type DocumentSource<C extends Codes> = Leaving<
  Omit<PolicyDocument, "code" | "sections" | "incorporates">,
  "kind" | "offerStatus" | "governingLaw" | "registeredAs" | "scope"
> & { readonly incorporates?: readonly Ref<C, "document">[] };
