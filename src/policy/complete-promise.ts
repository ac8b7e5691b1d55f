import type { PromisedPolicy } from "./clause-facts.ts";
import { PUBLIC_REQUISITES, type PublicRequisite } from "./compiled-profile.ts";
import { completeSettings, type SettingCode } from "./settings.ts";
import type { Codes, DocumentSource, OperatorPromise } from "./sources.ts";
import { DOCUMENT_KINDS, type DocumentKind } from "./vocabulary/document-kinds.ts";

/** What anybody may read of an operator that does not say it. */
const USUALLY_PUBLIC: readonly PublicRequisite[] = PUBLIC_REQUISITES.filter((item) => item !== "bank");

/**
 * The promise as it is enforced: keyed things become lists with codes, in the order in which they were written, and
 * what was left out gets its documented value.
 */
export function completePromise(promise: OperatorPromise): PromisedPolicy {
  const { operator } = promise;
  return {
    format: "upheld-policy/1",
    operator: {
      kind: "organisation",
      activity: null,
      bank: null,
      publicRequisites: USUALLY_PUBLIC,
      responsible: null,
      ...operator,
    },
    settings: completeSettings(promise.settings),
    settingClauses: (Object.entries(promise.settingClauses ?? {}) as [SettingCode, string][]).map(
      ([code, clause]) => ({ code, clause }),
    ),
    hosts: promise.hosts,
    products: coded(promise.products),
    channels: coded(promise.channels),
    attributes: coded(promise.attributes).map((attribute) => ({
      necessity: null,
      parts: [],
      many: 1,
      ...attribute,
    })),
    // The type demands a basis; whoever types without an editor is told by the check.
    purposes: coded(promise.purposes).map((purpose) => ({
      overrides: null,
      ...purpose,
      basis: purpose.basis ?? null,
    })),
    forms: coded(promise.forms).map((form) => ({ kind: "feedback", ...form })),
    topics: coded(promise.topics ?? {}),
    services: coded(promise.services ?? {}).map((service) => ({
      offerStatus: "informational",
      ...service,
    })),
    consents: coded(promise.consents),
    freeText: promise.freeText,
    retention: coded(promise.retention).map((rule) => ({
      minimumDays: null,
      reviewDays: null,
      product: null,
      overrides: null,
      ...rule,
    })),
    rights: coded(promise.rights),
    measures: coded(promise.measures),
    deadlines: coded(promise.deadlines),
    automatic: coded(promise.automatic),
    statistics: {
      providers: coded(promise.statistics.providers),
      purposes: Object.entries(promise.statistics.purposes).map(([code, label]) => ({ code, label })),
    },
    recipients: coded(promise.recipients).map((recipient) => ({ overrides: null, ...recipient })),
    connectors: coded(promise.connectors ?? {}),
    dataSources: coded(promise.dataSources ?? {}),
    assessments: Object.entries(promise.assessments ?? {}).map(([country, found]) => ({
      ...found,
      country,
    })),
    documents: coded<string, DocumentSource<Codes>>(promise.documents).map((document) => ({
      kind: usualKind(promise, document.code),
      offerStatus: "none",
      governingLaw: null,
      incorporates: [],
      registeredAs: `${operator.id}-${document.code}`,
      scope: null,
      ...document,
    })),
    waivers: promise.waivers ?? [],
  };
}

function usualKind({ consents }: OperatorPromise, code: string): DocumentKind {
  const named = DOCUMENT_KINDS.find((kind) => kind === code);
  if (named !== undefined) return named;
  return Object.values(consents).some(({ document }) => document === code) ? "consent" : "information";
}

function coded<Code extends string, Thing extends object>(
  things: Readonly<Partial<Record<Code, Thing>>>,
): (Thing & { code: Code })[] {
  return (Object.entries(things) as [Code, Thing][]).map(([code, thing]) => ({ ...thing, code }));
}
