import type { CompiledPolicy } from "./compiled.ts";
import { partsOfReference } from "./resolve-clause.ts";

/** Two documents that rule the same thing differently, and which of their clauses holds (tension T15). */
export interface PrecedenceRuling {
  readonly about: "purpose" | "recipient" | "retention";
  /** The code under which it is ruled. */
  readonly code: string;
  /** References to the two clauses. */
  readonly holds: string;
  readonly yields: string;
  /** Null when no order of documents decides it: then what holds is what allows less. */
  readonly by: "precedence" | "law" | null;
}

export interface HeldRules {
  /** The policy with one rule for each thing. The same object where no two rule one thing. */
  readonly policy: CompiledPolicy;
  readonly rulings: readonly PrecedenceRuling[];
}

/**
 * Decides between documents that rule one thing differently: the one that comes first in
 * `settings.documents.precedence` holds, under the code that both rule (clause itserw-privacy/6.precedence, tension
 * T15). No precedence beats the law: a term that must be kept at least stays, and whoever is given data by law goes on
 * getting it. Where no order decides, which no check lets be published, what allows less holds. Pure.
 */
export function heldRules(policy: CompiledPolicy): HeldRules {
  const known = REMEMBERED.get(policy);
  if (known !== undefined) return known;
  const held = decide(policy);
  REMEMBERED.set(policy, held);
  return held;
}

/** Nothing but a saving of work: the answer follows from the object, which nobody changes. */
const REMEMBERED = new WeakMap<CompiledPolicy, HeldRules>();

interface Overriding {
  readonly code: string;
  readonly clause: string;
  readonly overrides: string | null;
  /** A rule for one product stands beside the one for everything; two products have clocks of their own (T06). */
  readonly product?: string | null;
}

/** One thing, the rule that holds for it, and those that yield. */
interface Ruled<Rule> {
  readonly code: string;
  readonly winner: Rule;
  readonly losers: readonly Rule[];
  readonly by: PrecedenceRuling["by"];
}

function decide(policy: CompiledPolicy): HeldRules {
  const { purposes, recipients, retention } = policy;
  if (![...purposes, ...recipients, ...retention].some(({ overrides }) => overrides !== null)) {
    return { policy, rulings: [] };
  }
  const place = placesOf(policy);
  const ruledPurposes = ruled(purposes, place);
  const ruledRecipients = ruled(recipients, place, ({ ground }) => ground === "law");
  const ruledRetention = ruled(retention, place);
  const renamed = new Map([...newNames(ruledPurposes), ...newNames(ruledRetention)]);
  const named = (code: string) => renamed.get(code) ?? code;

  const heldRetention = ruledRetention.map((one) => {
    const rule = inPlaceOf(one);
    const all = [one.winner, ...one.losers];
    const days = one.by === null ? shortest(all.map((other) => other.days)) : rule.days;
    const least = longest(all.map(({ minimumDays }) => minimumDays));
    return { ...rule, minimumDays: least, days: days === null ? null : Math.max(days, least ?? 0) };
  });
  const heldPurposes = ruledPurposes.map((one) => {
    const purpose = inPlaceOf(one);
    return {
      ...purpose,
      operations: allowed(one, ({ operations }) => operations),
      attributes: allowed(one, ({ attributes }) => attributes),
      channels: allowed(one, ({ channels }) => channels),
      retention: named(purpose.retention),
    };
  });
  return {
    policy: {
      ...policy,
      purposes: heldPurposes,
      retention: heldRetention,
      recipients: ruledRecipients
        .filter(({ by, losers }) => by !== null || losers.length === 0)
        .map(inPlaceOf),
      consents: policy.consents.map((consent) => ({ ...consent, purpose: named(consent.purpose) })),
      forms: policy.forms.map((form) => ({
        ...form,
        purpose: named(form.purpose),
        furtherPurposes: [...new Set(form.furtherPurposes.map(named))],
      })),
      connectors: policy.connectors.map((connector) => ({
        ...connector,
        purpose: connector.purpose === null ? null : named(connector.purpose),
      })),
      dataSources: policy.dataSources.map((source) => ({
        ...source,
        purpose: source.purpose === null ? null : named(source.purpose),
      })),
    },
    rulings: [
      ...rulingsOf("purpose", ruledPurposes),
      ...rulingsOf("recipient", ruledRecipients),
      ...rulingsOf("retention", ruledRetention),
    ],
  };
}

/** The place of a clause's document in the order; null where it is in none. */
function placesOf({ settings, documents }: CompiledPolicy): (clause: string) => number | null {
  const order = settings.documents.precedence;
  return (clause) => {
    const place = order.indexOf(partsOfReference({ documents }, clause).document);
    return place === -1 ? null : place;
  };
}

/** Groups rules by the thing that they rule, and decides each group. */
function ruled<Rule extends Overriding>(
  rules: readonly Rule[],
  place: (clause: string) => number | null,
  isLaw: (rule: Rule) => boolean = () => false,
): Ruled<Rule>[] {
  const thing = (rule: Rule): string => {
    const seen = new Set<string>();
    let at = rule;
    while (at.overrides !== null && !seen.has(at.code)) {
      seen.add(at.code);
      const next = rules.find(({ code }) => code === at.overrides);
      if (next === undefined || (next.product ?? null) !== (at.product ?? null)) break;
      at = next;
    }
    return at.code;
  };
  const groups = Map.groupBy(rules, thing);
  return [...groups].map(([code, all]) => {
    const [first, ...others] = all as [Rule, ...Rule[]];
    if (others.length === 0) return { code, winner: first, losers: [], by: null };
    const law = all.find(isLaw);
    if (law !== undefined) return { code, winner: law, losers: without(all, law), by: "law" };
    const places = all.map((rule) => place(rule.clause));
    const ordered = places.every((one) => one !== null) && new Set(places).size === places.length;
    const best =
      all[places.indexOf(Math.min(...places.map((one) => one ?? Number.POSITIVE_INFINITY)))] ?? first;
    const winner = ordered ? best : (all.find((rule) => rule.code === code) ?? first);
    return { code, winner, losers: without(all, winner), by: ordered ? "precedence" : null };
  });
}

function without<Rule>(rules: readonly Rule[], one: Rule): Rule[] {
  return rules.filter((rule) => rule !== one);
}

/** What holds, under the code that both rule. One that stands by itself still says whose place it takes. */
function inPlaceOf<Rule extends Overriding>({ code, winner }: Ruled<Rule>): Rule {
  return winner.code === code ? winner : { ...winner, code, overrides: null };
}

/** What the rule that holds allows; where none was decided to hold, what all of them do. */
function allowed<Rule, Item>(
  { winner, losers, by }: Ruled<Rule>,
  listed: (rule: Rule) => readonly Item[],
): Item[] {
  if (by !== null) return [...listed(winner)];
  return listed(winner).filter((item) => losers.every((rule) => listed(rule).includes(item)));
}

function newNames<Rule extends Overriding>(groups: readonly Ruled<Rule>[]): [string, string][] {
  return groups.flatMap(({ code, winner, losers }) =>
    [winner, ...losers].map((rule): [string, string] => [rule.code, code]),
  );
}

function rulingsOf<Rule extends Overriding>(
  about: PrecedenceRuling["about"],
  groups: readonly Ruled<Rule>[],
): PrecedenceRuling[] {
  return groups.flatMap(({ code, winner, losers, by }) =>
    losers.map((loser) => ({ about, code, holds: winner.clause, yields: loser.clause, by })),
  );
}

function longest(terms: readonly (number | null)[]): number | null {
  const known = terms.filter((term) => term !== null);
  return known.length === 0 ? null : Math.max(...known);
}

/** Null is a term without an end. */
function shortest(terms: readonly (number | null)[]): number | null {
  const known = terms.filter((term) => term !== null);
  return known.length === 0 ? null : Math.min(...known);
}
