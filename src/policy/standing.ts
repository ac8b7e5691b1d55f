import type { CompiledPolicy } from "./compiled.ts";
import { partsOfReference } from "./resolve-clause.ts";
import { withDefaultSetting } from "./complete-settings.ts";
import type { Settings } from "./settings.ts";

/**
 * The policy without what hangs on clauses that do not hold any more (img-privacy/9.sever): purposes, forms, channels,
 * attributes, recipients, connectors, consents, services, topics, data sources. A setting that rests on such a clause
 * falls back to its most protective value. What named something that is gone does not name it any more; a form whose
 * purpose is gone goes with it. The documents stay as they are: an invalidated clause is still read, with the reason.
 * `on` is the ISO date in the operator's time zone; the same object when nothing is invalidated by then.
 */
export function standing(policy: CompiledPolicy, on: string): CompiledPolicy {
  const { invalidations, standings } = invalidationsOf(policy);
  const fallen = new Set(invalidations.filter(({ since }) => since <= on).map(({ clause }) => clause));
  if (fallen.size === 0) return policy;
  const key = [...fallen].join(" ");
  const known = standings.get(key) ?? withoutFallen(policy, fallen);
  standings.set(key, known);
  return known;
}

interface Invalidations {
  /** Each with its document: `privacy-policy/3.2.1`. */
  readonly invalidations: readonly { readonly clause: string; readonly since: string }[];
  /** What was made so far, by the clauses that had fallen. */
  readonly standings: Map<string, CompiledPolicy>;
}

/** A policy is asked about at every decision and never changes, so that what is found of it is kept as long as it is. */
const found = new WeakMap<CompiledPolicy, Invalidations>();

function invalidationsOf(policy: CompiledPolicy): Invalidations {
  const known = found.get(policy);
  if (known !== undefined) return known;
  const invalidations = policy.documents.flatMap(({ code, sections }) =>
    sections.flatMap(({ clauses }) =>
      clauses.flatMap(({ id, invalidated }) =>
        invalidated === null ? [] : [{ clause: `${code}/${id}`, since: invalidated.on }],
      ),
    ),
  );
  const fresh = { invalidations, standings: new Map<string, CompiledPolicy>() };
  found.set(policy, fresh);
  return fresh;
}

function withoutFallen(policy: CompiledPolicy, fallen: ReadonlySet<string>): CompiledPolicy {
  const stands = (reference: string) => {
    const { document, id } = partsOfReference(policy, reference);
    return !fallen.has(`${document}/${id}`);
  };
  const standingOnes = <Thing extends { readonly clause: string }>(things: readonly Thing[]) =>
    things.filter(({ clause }) => stands(clause));
  const attributes = standingOnes(policy.attributes);
  const channels = standingOnes(policy.channels);
  const kept = (codes: readonly string[], things: readonly { readonly code: string }[]) =>
    codes.filter((code) => things.some((thing) => thing.code === code));
  const purposes = standingOnes(policy.purposes).map((purpose) => ({
    ...purpose,
    attributes: kept(purpose.attributes, attributes),
    channels: kept(purpose.channels, channels),
  }));
  const serves = (purpose: string) => purposes.some(({ code }) => code === purpose);
  const consents = standingOnes(policy.consents)
    .filter(({ purpose }) => serves(purpose))
    .map((consent) => ({ ...consent, attributes: kept(consent.attributes, attributes) }));
  const forms = standingOnes(policy.forms)
    .filter(({ code, purpose }) => serves(purpose) && channels.some((channel) => channel.code === code))
    .map((form) => ({
      ...form,
      furtherPurposes: kept(form.furtherPurposes, purposes),
      fields: form.fields.filter(({ attribute }) => kept([attribute], attributes).length > 0),
      consents: kept(form.consents, consents),
    }));
  const servesOrNone = ({ purpose }: { readonly purpose: string | null }) =>
    purpose === null || serves(purpose);

  return {
    ...policy,
    settings: policy.settingClauses
      .filter(({ clause }) => !stands(clause))
      .reduce<Settings>((settings, { code }) => withDefaultSetting(settings, code), policy.settings),
    attributes,
    channels,
    purposes,
    consents,
    forms,
    topics: standingOnes(policy.topics).filter(({ form }) => forms.some(({ code }) => code === form)),
    services: standingOnes(policy.services).map((service) => ({
      ...service,
      forms: kept(service.forms, forms),
    })),
    recipients: standingOnes(policy.recipients),
    connectors: standingOnes(policy.connectors)
      .filter(servesOrNone)
      .map((connector) => ({ ...connector, attributes: kept(connector.attributes, attributes) })),
    dataSources: standingOnes(policy.dataSources)
      .filter(servesOrNone)
      .map((source) => ({ ...source, attributes: kept(source.attributes, attributes) })),
  };
}
