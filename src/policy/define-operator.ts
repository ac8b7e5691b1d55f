import type {
  Attribute,
  AutomaticItem,
  Channel,
  Consent,
  Deadline,
  Form,
  FormField,
  FreeText,
  Language,
  Localised,
  Measure,
  OperatorProfile,
  PolicyDocument,
  Product,
  Purpose,
  Recipient,
  RetentionRule,
  Right,
  Site,
  StatisticsProvider,
} from "./compiled.ts";
import type { ClauseFacts } from "./clause-facts.ts";
import type { DataCategory } from "./vocabulary/categories.ts";
import type { EndEvent } from "./vocabulary/end-events.ts";
import type { LegalBasis } from "./vocabulary/legal-basis.ts";
import type { RightsRequestType } from "./vocabulary/rights.ts";

/**
 * What an operator promises and has enforced: every name, period, list and address that its documents may state.
 * Things are keyed by their codes, so that a reference to one that is not there is an error under the author's eyes.
 * Letters: A attributes, R retention rules, C channels, P purposes, F forms, D deadlines, T documents (texts),
 * N consents.
 */
export interface OperatorPromise<
  A extends string = string,
  R extends string = string,
  C extends string = string,
  P extends string = string,
  F extends string = string,
  D extends string = string,
  T extends string = string,
  N extends string = string,
> {
  readonly operator: OperatorProfile;
  /** Host names without port. The first is where links point. */
  readonly hosts: readonly [string, ...string[]];
  readonly products: Readonly<Record<string, Coded<Product>>>;
  readonly channels: Readonly<Record<C, Coded<Channel>>>;
  readonly attributes: Readonly<Record<A, AttributeSource>>;
  readonly retention: Readonly<
    Record<R, Omit<RetentionRule, "code" | "endEvents"> & { readonly endEvents: readonly EndEvent[] }>
  >;
  readonly rights: Readonly<Partial<Record<RightsRequestType, Coded<Right>>>>;
  readonly measures: Readonly<Record<string, Coded<Measure>>>;
  readonly deadlines: Readonly<Record<D, Coded<Deadline>>>;
  readonly purposes: Readonly<Record<P, PurposeSource<NoInfer<A>, NoInfer<R>, NoInfer<C>>>>;
  readonly forms: Readonly<Record<F, FormSource<NoInfer<A>, NoInfer<P>, NoInfer<T>, NoInfer<N>>>>;
  readonly consents: Readonly<Record<N, ConsentSource<NoInfer<A>, NoInfer<P>, NoInfer<T>>>>;
  readonly freeText: FreeText;
  readonly automatic: Readonly<Partial<Record<DataCategory, Coded<AutomaticItem>>>>;
  readonly statistics: {
    readonly providers: Readonly<Record<string, Coded<StatisticsProvider>>>;
    readonly purposes: Readonly<Record<string, Localised>>;
  };
  readonly recipients: Readonly<Record<string, Coded<Recipient>>>;
  readonly documents: Readonly<Record<T, Omit<PolicyDocument, "code" | "sections">>>;
}

type Coded<Thing> = Omit<Thing, "code">;

export type AttributeSource = Omit<Attribute, "code" | "category"> & { readonly category: DataCategory };

export type PurposeSource<A extends string, R extends string, C extends string> = Omit<
  Purpose,
  "code" | "basis" | "attributes" | "channels" | "retention"
> & {
  readonly basis: LegalBasis;
  readonly attributes: readonly A[];
  readonly channels: readonly C[];
  readonly retention: R;
};

export type FormSource<A extends string, P extends string, T extends string, N extends string> = Omit<
  Form,
  "code" | "purpose" | "furtherPurposes" | "fields" | "document" | "consents"
> & {
  readonly purpose: P;
  readonly furtherPurposes: readonly P[];
  readonly fields: readonly (Omit<FormField, "attribute"> & { readonly attribute: A })[];
  readonly document: T;
  readonly consents: readonly N[];
};

export type ConsentSource<A extends string, P extends string, T extends string> = Omit<
  Consent,
  "code" | "purpose" | "document" | "attributes"
> & {
  readonly purpose: P;
  readonly document: T;
  readonly attributes: readonly A[];
};

/** A text of a document: written out, or made from the facts. It has all its facts in its own language. */
export type Wording<Facts> = string | ((facts: Facts) => string);
export type LocalisedWording<Facts> = Readonly<Record<Language, Wording<Facts>>>;

export interface ClauseSource<Facts> {
  readonly id: string;
  readonly text: LocalisedWording<Facts>;
  /** How it is kept, in one line; null where nothing here keeps it yet. */
  readonly keptBy: LocalisedWording<Facts> | null;
}

export interface SectionSource<Facts = ClauseFacts> {
  readonly id: string;
  readonly title: Localised;
  readonly clauses: readonly ClauseSource<Facts>[];
}

/** The facts that clauses under a promise may ask for: `FactsOf<typeof promise>`. */
export type FactsOf<Promised> =
  Promised extends OperatorPromise<infer A, infer R, infer C, infer P, infer F, infer D, infer T, infer N>
    ? ClauseFacts<A, R, C, P, F, D, T, N>
    : never;

/** A whole policy, as an operator's `policy.ts` exports it by default. */
export interface OperatorDefinition {
  readonly promise: OperatorPromise;
  /** Sections by document code. */
  readonly texts: Readonly<Record<string, readonly SectionSource[]>>;
  readonly site: Site;
}

/** Declares what is promised. Returns it as it is; what it adds is the check of every reference while it is typed. */
export function definePromise<
  const A extends string,
  const R extends string,
  const C extends string,
  const P extends string,
  const F extends string,
  const D extends string,
  const T extends string,
  const N extends string,
>(promise: OperatorPromise<A, R, C, P, F, D, T, N>): OperatorPromise<A, R, C, P, F, D, T, N> {
  return promise;
}

/** Declares one section of a document: `defineSection<FactsOf<typeof promise>>({ … })`. */
export function defineSection<Facts>(section: SectionSource<Facts>): SectionSource<Facts> {
  return section;
}

/** Declares a whole policy: every document of the promise gets its sections. The default export of `policy.ts`. */
export function defineOperator<
  A extends string,
  R extends string,
  C extends string,
  P extends string,
  F extends string,
  D extends string,
  T extends string,
  N extends string,
>(source: {
  readonly promise: OperatorPromise<A, R, C, P, F, D, T, N>;
  readonly texts: Readonly<Record<NoInfer<T>, readonly SectionSource<ClauseFacts<A, R, C, P, F, D, T, N>>[]>>;
  readonly site: Site;
}): OperatorDefinition {
  return source as OperatorDefinition;
}
