import type { PromisedPolicy } from "./clause-facts.ts";
import { PUBLIC_REQUISITES, type PublicRequisite } from "./compiled-profile.ts";
import { PolicyError } from "./policy.errors.ts";
import { completeSettings } from "./complete-settings.ts";
import type { SettingCode } from "./settings.ts";
import type { Codes, DocumentSource, OperatorPromise } from "./sources.ts";
import { DOCUMENT_KINDS, type DocumentKind } from "./vocabulary/document-kinds.ts";

/** What anybody may read of an operator that does not say it. */
const USUALLY_PUBLIC: readonly PublicRequisite[] = PUBLIC_REQUISITES.filter((item) => item !== "bank");

/**
 * The promise as it is enforced: keyed things become lists with codes, in the order in which they were written, and
 * what was left out gets its documented value. What is inside a thing is for the shape's check.
 * @throws PolicyError `wrong-shape` where something that holds things by their codes does not, which only an author
 *   without an editor can write
 */
export function completePromise(promise: OperatorPromise): PromisedPolicy {
  const { operator, statistics } = promise;
  demandObject("operator", operator);
  demandObject("statistics", statistics);
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
    settingClauses: (
      entriesOf("settingClauses", promise.settingClauses ?? {}) as [SettingCode, string][]
    ).map(([code, clause]) => ({ code, clause })),
    hosts: promise.hosts,
    products: coded("products", promise.products),
    channels: coded("channels", promise.channels),
    attributes: coded("attributes", promise.attributes).map((attribute) => ({
      necessity: null,
      parts: [],
      many: 1,
      ...attribute,
    })),
    // The type demands a basis; whoever types without an editor is told by the check.
    purposes: coded("purposes", promise.purposes).map((purpose) => ({
      overrides: null,
      ...purpose,
      basis: purpose.basis ?? null,
    })),
    forms: coded("forms", promise.forms).map((form) => ({ kind: "feedback", ...form })),
    topics: coded("topics", promise.topics ?? {}),
    services: coded("services", promise.services ?? {}).map((service) => ({
      offerStatus: "informational",
      ...service,
    })),
    consents: coded("consents", promise.consents),
    freeText: promise.freeText,
    retention: coded("retention", promise.retention).map((rule) => ({
      minimumDays: null,
      reviewDays: null,
      product: null,
      overrides: null,
      ...rule,
    })),
    rights: coded("rights", promise.rights),
    measures: coded("measures", promise.measures),
    deadlines: coded("deadlines", promise.deadlines),
    automatic: coded("automatic", promise.automatic),
    statistics: {
      providers: coded("statistics.providers", statistics.providers),
      purposes: entriesOf("statistics.purposes", statistics.purposes).map(([code, label]) => ({
        code,
        label,
      })),
    },
    recipients: coded("recipients", promise.recipients).map((recipient) => ({
      overrides: null,
      ...recipient,
    })),
    connectors: coded("connectors", promise.connectors ?? {}),
    dataSources: coded("dataSources", promise.dataSources ?? {}),
    assessments: entriesOf("assessments", promise.assessments ?? {}).map(([country, found]) => ({
      ...found,
      country,
    })),
    documents: coded<string, DocumentSource<Codes>>("documents", promise.documents).map((document) => ({
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
  place: string,
  things: Readonly<Partial<Record<Code, Thing>>>,
): (Thing & { code: Code })[] {
  demandObject(place, things);
  return (Object.entries(things) as [Code, Thing][]).map(([code, thing]) => {
    demandObject(`${place}.${code}`, thing);
    return { ...thing, code };
  });
}

function entriesOf<Thing>(place: string, things: Readonly<Record<string, Thing>>): [string, Thing][] {
  demandObject(place, things);
  return Object.entries(things);
}

/** The types say so already; whoever writes without them is told where. */
function demandObject(place: string, value: unknown): void {
  if (typeof value === "object" && value !== null && !Array.isArray(value)) return;
  throw new PolicyError("wrong-shape", `${place}: expected an object`);
}
