import type { CompiledPolicy, DataCategory, Localised, Purpose } from "../../policy/index.ts";
import { addressOf, type DocumentEdition } from "./document-edition.ts";
import {
  BASIS_TERMS,
  CATEGORY_TERMS,
  DOCUMENT_TERMS,
  DPV_CONTEXT,
  OPERATION_TERMS,
  PURPOSE_TERMS,
  RIGHT_TERMS,
} from "./dpv-terms.ts";

/** A node of JSON-LD 1.1: a value by key. */
export type LinkedData = { readonly [key: string]: LinkedValue };
type LinkedValue = string | LinkedData | readonly LinkedValue[];

/**
 * A document and what stands behind it in terms of the W3C Data Privacy Vocabulary 2.3, as JSON-LD. Only a privacy
 * policy carries the processes; every other document names the policy that does.
 */
export function writeLinkedData(edition: DocumentEdition): LinkedData {
  const { policy, document, version } = edition;
  const address = addressOf(edition);
  const day = (at: number) => ({ "@value": new Date(at).toISOString(), "@type": "xsd:dateTime" });
  const isPolicy = document.kind === "privacy-policy";
  return {
    "@context": DPV_CONTEXT,
    "@id": address,
    "@type": DOCUMENT_TERMS[document.kind],
    "dct:title": inLanguages(document.title, policy),
    "dct:isVersionOf": { "@id": `${edition.origin}${document.path}` },
    "dct:identifier": version.policy,
    "dct:modified": { "@value": document.updatedOn, "@type": "xsd:date" },
    "dct:issued": day(version.publishedAt),
    "dct:available": day(version.effectiveFrom),
    ...(document.incorporates.length === 0
      ? {}
      : { "dct:hasPart": document.incorporates.map((code) => ({ "@id": pathOf(edition, code) })) }),
    "dpv:hasDataController": controllerOf(edition),
    ...(isPolicy
      ? {
          "dpv:hasProcess": policy.purposes.map((purpose) => processOf(edition, purpose)),
          "dpv:hasRight": policy.rights.map(({ code, label }) => ({
            "@type": RIGHT_TERMS[code],
            "dct:title": inLanguages(label, policy),
          })),
          "dpv:hasTechnicalOrganisationalMeasure": policy.measures.map(({ label }) => ({
            "@type": "dpv:TechnicalOrganisationalMeasure",
            "dct:title": inLanguages(label, policy),
          })),
        }
      : { "dct:relation": { "@id": pathOf(edition, policyCode(policy)) } }),
  };
}

function controllerOf({ policy, origin }: DocumentEdition): LinkedData {
  const { legalName, address, email, country } = policy.operator;
  return {
    "@id": `${origin}/`,
    "@type": "dpv:DataController",
    "dpv:hasName": inLanguages(legalName, policy),
    "dpv:hasAddress": inLanguages(address, policy),
    "dpv:hasContact": `mailto:${email}`,
    "dpv:hasCountry": { "@id": `loc:${country}` },
  };
}

function processOf(edition: DocumentEdition, purpose: Purpose): LinkedData {
  const { policy } = edition;
  const rule = policy.retention.find(({ code }) => code === purpose.retention);
  const categories = purpose.attributes.flatMap((code) => {
    const found = policy.attributes.find((attribute) => attribute.code === code);
    return found === undefined ? [] : [CATEGORY_TERMS[found.category as DataCategory]];
  });
  const recipients = [
    ...policy.recipients.map(({ label }) => label),
    ...policy.connectors
      .filter(({ live, purpose: of }) => live && of === purpose.code)
      .map(({ name }) => name),
  ];
  return {
    "@id": `${addressOf(edition)}#${purpose.code}`,
    "@type": "dpv:Process",
    "dpv:hasPurpose": {
      "@type": PURPOSE_TERMS[purpose.code] ?? ["dpv:Purpose"],
      "dct:title": inLanguages(purpose.label, policy),
    },
    "dpv:hasLegalBasis": basisOf(policy, purpose),
    "dpv:hasPersonalData": [...new Set(categories)].map((id) => ({ "@id": id })),
    "dpv:hasProcessing": [
      ...new Set(purpose.operations.flatMap((operation) => OPERATION_TERMS[operation])),
    ].map((id) => ({ "@id": id })),
    "dpv:hasDataSubject": { "@id": "dpv:User" },
    ...(rule === undefined
      ? {}
      : {
          "dpv:hasStorageCondition": {
            "@type": "dpv:StorageDuration",
            "dct:title": inLanguages(rule.label, policy),
            "dpv:hasDuration":
              rule.days === null
                ? { "@type": "dpv:UntilEventDuration" }
                : { "@value": `P${rule.days}D`, "@type": "xsd:duration" },
          },
        }),
    "dpv:hasRecipient": recipients.map((name) => ({
      "@type": "dpv:Recipient",
      "dct:title": inLanguages(name, policy),
    })),
  };
}

function basisOf({ operator }: CompiledPolicy, { basis }: Purpose): LinkedValue {
  if (basis === null) return [];
  const { term, gdpr, ru } = BASIS_TERMS[basis];
  return [
    { "@id": term },
    ...(operator.regimes.includes("EU-GDPR") && gdpr !== null ? [{ "@id": gdpr }] : []),
    ...(operator.regimes.includes("RU-152FZ") ? [{ "@id": ru }] : []),
  ];
}

function inLanguages(text: Localised, { operator }: CompiledPolicy): LinkedValue {
  return operator.languages.map((language) => ({ "@value": text[language], "@language": language }));
}

function pathOf({ policy, origin }: DocumentEdition, code: string): string {
  const found = policy.documents.find((document) => document.code === code);
  return `${origin}${found?.path ?? "/"}`;
}

function policyCode({ documents }: CompiledPolicy): string {
  return documents.find(({ kind }) => kind === "privacy-policy")?.code ?? "";
}
