import type { CompiledPolicy } from "./compiled.ts";
import { clauseOf } from "./resolve-clause.ts";
import { type Settings, withDefaultSetting } from "./settings.ts";

/**
 * The policy without what hangs on clauses that do not hold any more (img-privacy/9.sever): purposes, forms, channels,
 * attributes, recipients, connectors, consents, services, topics, data sources. A setting that rests on such a clause
 * falls back to its most protective value. What named something that is gone does not name it any more; a form whose
 * purpose is gone goes with it. The documents stay as they are: an invalidated clause is still read, with the reason.
 * `on` is the ISO date in the operator's time zone; the same object when nothing is invalidated by then.
 */
export function standing(policy: CompiledPolicy, on: string): CompiledPolicy {
  const stands = (reference: string) => {
    const invalidated = clauseOf(policy, reference)?.clause.invalidated ?? null;
    return invalidated === null || on < invalidated.on;
  };
  if (!policy.documents.some((document) => isTouched(document, on))) return policy;

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

function isTouched({ sections }: CompiledPolicy["documents"][number], on: string): boolean {
  return sections.some(({ clauses }) =>
    clauses.some(({ invalidated }) => invalidated !== null && invalidated.on <= on),
  );
}
