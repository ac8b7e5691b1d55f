import { has } from "./coded.ts";
import type { CompiledPolicy } from "./compiled.ts";
import { type Finding, type FindingCode, finding } from "./finding.ts";

type Coded = readonly { readonly code: string }[];

/** A reference that ought to lead somewhere. */
interface Reference {
  readonly code: string | null;
  readonly where: string;
  readonly clause: string | null;
  readonly among: Coded;
  readonly otherwise: FindingCode;
}

/**
 * References of services, topics, connectors, sources of data, documents and settings, and of what takes another's
 * place: each must lead to something that the policy has.
 */
export function checkReferences(policy: CompiledPolicy): Finding[] {
  return referencesOf(policy)
    .filter(({ code, among }) => code !== null && !has(among, code))
    .map(({ otherwise, where, clause }) => finding(otherwise, where, clause));
}

function referencesOf(policy: CompiledPolicy): Reference[] {
  const { forms, purposes, attributes, documents, products, retention, recipients } = policy;
  const to =
    (among: Coded, otherwise: FindingCode, clause: string | null) =>
    (where: string, code: string | null): Reference => ({
      code,
      where: code === null ? where : `${where}.${code}`,
      clause,
      among,
      otherwise,
    });
  const outside = [
    ...policy.connectors.map((connector) => ({ ...connector, kind: "connectors" })),
    ...policy.dataSources.map((source) => ({ ...source, kind: "dataSources" })),
  ];
  return [
    ...policy.topics.map(({ code, form, clause }) =>
      to(forms, "unknown-form", clause)(`topics.${code}.form`, form),
    ),
    ...policy.services.flatMap(({ code, forms: asked, clause }) =>
      asked.map((form) => to(forms, "unknown-form", clause)(`services.${code}.forms`, form)),
    ),
    ...outside.flatMap(({ kind, code, purpose, attributes: given, clause }) => [
      to(purposes, "unknown-purpose", clause)(`${kind}.${code}.purpose`, purpose),
      ...given.map((attribute) =>
        to(attributes, "unknown-attribute", clause)(`${kind}.${code}.attributes`, attribute),
      ),
    ]),
    ...retention.flatMap(({ code, product, overrides, clause }) => [
      to(products, "unknown-product", clause)(`retention.${code}.product`, product),
      to(retention, "unknown-overridden", clause)(`retention.${code}.overrides`, overrides),
    ]),
    ...Object.entries({ purposes, recipients }).flatMap(([kind, things]) =>
      things.map(({ code, overrides, clause }) =>
        to(things, "unknown-overridden", clause)(`${kind}.${code}.overrides`, overrides),
      ),
    ),
    ...documents.flatMap(({ code, incorporates }) =>
      incorporates.map((part) =>
        to(documents, "unknown-document", null)(`documents.${code}.incorporates`, part),
      ),
    ),
    ...policy.settings.documents.precedence.map((code) =>
      to(documents, "unknown-document", null)("settings.documents.precedence", code),
    ),
  ];
}
