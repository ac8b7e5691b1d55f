import type { Clause, Site } from "./compiled.ts";
import type { ClauseFacts } from "./clause-facts.ts";
import type { Language, Localised } from "./localised.ts";
import type { OperatorPromise } from "./sources.ts";

/** A text of a document: written out, or made from the facts. It has all its facts in its own language. */
export type Wording<Facts> = string | ((facts: Facts) => string);
export type LocalisedWording<Facts> = Readonly<Record<Language, Wording<Facts>>>;

/** What may be left out is null: nobody has said it. */
export interface ClauseSource<Facts>
  extends Partial<Pick<Clause, "kept" | "kind" | "enforceability" | "invalidated">> {
  readonly id: string;
  readonly text: LocalisedWording<Facts>;
  /** In plain words, one or two short sentences. */
  readonly says?: LocalisedWording<Facts> | null;
  /** How it is kept, in the author's words; left out or null: the words of what keeps it. */
  readonly keptBy?: LocalisedWording<Facts> | null;
}

export interface SectionSource<Facts = ClauseFacts> {
  readonly id: string;
  readonly title: Localised;
  readonly clauses: readonly ClauseSource<Facts>[];
}

/** The facts that clauses under a promise may ask for: `FactsOf<typeof promise>`. */
export type FactsOf<Promised> = Promised extends OperatorPromise<infer C> ? ClauseFacts<C> : never;

/** A whole policy, as an operator's `policy.ts` exports it by default. */
export interface OperatorDefinition {
  readonly promise: OperatorPromise;
  /** Sections by document code. */
  readonly texts: Readonly<Record<string, readonly SectionSource[]>>;
  readonly site: Site;
}

/** Declares what is promised. Returns it as it is; what it adds is the check of every reference while it is typed. */
export function definePromise<
  const Attribute extends string,
  const Retention extends string,
  const Channel extends string,
  const Purpose extends string,
  const Form extends string,
  const Deadline extends string,
  const Document extends string,
  const Consent extends string,
  const Product extends string = never,
  const Topic extends string = never,
  const Service extends string = never,
  const Connector extends string = never,
  const DataSource extends string = never,
>(
  promise: OperatorPromise<{
    readonly attribute: Attribute;
    readonly retention: Retention;
    readonly channel: Channel;
    readonly purpose: Purpose;
    readonly form: Form;
    readonly deadline: Deadline;
    readonly document: Document;
    readonly consent: Consent;
    readonly product: Product;
    readonly topic: Topic;
    readonly service: Service;
    readonly connector: Connector;
    readonly dataSource: DataSource;
  }>,
): typeof promise {
  return promise;
}

/** Declares one section of a document: `defineSection<FactsOf<typeof promise>>({ … })`. */
export function defineSection<Facts>(section: SectionSource<Facts>): SectionSource<Facts> {
  return section;
}

/** Declares a whole policy: every document of the promise gets its sections. The default export of `policy.ts`. */
export function defineOperator<Promised extends OperatorPromise>(source: {
  readonly promise: Promised;
  readonly texts: Readonly<
    Record<
      keyof NoInfer<Promised>["documents"] & string,
      readonly SectionSource<FactsOf<NoInfer<Promised>>>[]
    >
  >;
  readonly site: Site;
}): OperatorDefinition {
  return source as OperatorDefinition;
}
