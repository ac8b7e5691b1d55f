import type { DataCategory, LegalBasis, ProcessingOperation, RightsRequestType } from "../../policy/index.ts";

/**
 * The Data Privacy Vocabulary, 2.3 (W3C community group, February 2026). What it has no term for is in `ru152`, a
 * namespace of our own for the grounds of 152-FZ.
 */
export const DPV_CONTEXT = {
  dpv: "https://w3id.org/dpv#",
  pd: "https://w3id.org/dpv/pd#",
  tech: "https://w3id.org/dpv/tech#",
  loc: "https://w3id.org/dpv/loc#",
  "eu-gdpr": "https://w3id.org/dpv/legal/eu/gdpr#",
  dct: "http://purl.org/dc/terms/",
  xsd: "http://www.w3.org/2001/XMLSchema#",
  ru152: "urn:upheld:ru-152fz#",
} as const;

export const OPERATION_TERMS: Readonly<Record<ProcessingOperation, readonly string[]>> = {
  collect: ["dpv:Collect"],
  record: ["dpv:Record"],
  systematise: ["dpv:Organise", "dpv:Structure"],
  accumulate: ["dpv:Store"],
  store: ["dpv:Store"],
  clarify: ["dpv:Modify"],
  extract: ["dpv:Retrieve"],
  use: ["dpv:Use"],
  transfer: ["dpv:Transfer"],
  provide: ["dpv:Disclose"],
  distribute: ["dpv:Disseminate"],
  grantAccess: ["dpv:MakeAvailable"],
  depersonalise: ["dpv:Pseudonymise"],
  block: ["dpv:Restrict"],
  delete: ["dpv:Delete"],
  destroy: ["dpv:Destruct", "dpv:Erase"],
  crossBorderTransfer: ["dpv:CrossBorderTransfer"],
  link: ["dpv:Combine"],
  unlink: [],
};

/** The article of each regime beside the general term. */
export const BASIS_TERMS: Readonly<
  Record<LegalBasis, { readonly term: string; readonly gdpr: string | null; readonly ru: string }>
> = {
  consent: { term: "dpv:Consent", gdpr: "eu-gdpr:A6-1-a", ru: "ru152:6-1-1" },
  contract: { term: "dpv:ContractPerformance", gdpr: "eu-gdpr:A6-1-b", ru: "ru152:6-1-5" },
  preContract: { term: "dpv:EnterIntoContract", gdpr: "eu-gdpr:A6-1-b", ru: "ru152:6-1-5" },
  legalObligation: { term: "dpv:LegalObligation", gdpr: "eu-gdpr:A6-1-c", ru: "ru152:6-1-2" },
  vitalInterest: { term: "dpv:VitalInterest", gdpr: "eu-gdpr:A6-1-d", ru: "ru152:6-1-6" },
  publicInterest: { term: "dpv:PublicInterest", gdpr: "eu-gdpr:A6-1-e", ru: "ru152:6-1-4" },
  legitimateInterest: {
    term: "dpv:LegitimateInterestOfController",
    gdpr: "eu-gdpr:A6-1-f",
    ru: "ru152:6-1-7",
  },
  statistics: { term: "dpv:LegalBasis", gdpr: null, ru: "ru152:6-1-9" },
};

/** Purposes by the codes of the glossary; any other is a `dpv:Purpose` with its name. */
export const PURPOSE_TERMS: Readonly<Record<string, readonly string[]>> = {
  "inquiry-handling": ["dpv:CommunicationForCustomerCare"],
  "service-communication": ["dpv:CommunicationManagement"],
  offers: ["dpv:DirectMarketing"],
  newsletter: ["dpv:DirectMarketing"],
  "pre-contract": ["dpv:EstablishContractualAgreement"],
  contract: ["dpv:FulfilmentOfContractualObligation"],
  "service-provision": ["dpv:RequestedServiceProvision"],
  identification: ["dpv:IdentityVerification", "dpv:IdentityAuthentication"],
  registration: ["dpv:ServiceRegistration"],
  account: ["dpv:AccountManagement"],
  personalisation: ["dpv:ServicePersonalisation"],
  analytics: ["dpv:ServiceUsageAnalytics"],
  improvement: ["dpv:ServiceOptimisation", "dpv:ImproveExistingProductsAndServices"],
  diagnostics: ["dpv:ServiceOptimisation"],
  research: ["dpv:CommercialResearch"],
  targeting: ["dpv:TargetedAdvertising"],
  security: ["dpv:EnforceSecurity"],
  "fraud-prevention": ["dpv:FraudPreventionAndDetection"],
  misuse: ["dpv:MisusePreventionAndDetection"],
  claims: ["dpv:DisputeManagement"],
  "legal-compliance": ["dpv:LegalCompliance"],
  rights: ["dpv:RightsFulfilment"],
  billing: ["dpv:PaymentManagement"],
};

export const CATEGORY_TERMS: Readonly<Record<DataCategory, string>> = {
  name: "pd:Name",
  email: "pd:EmailAddress",
  phone: "pd:TelephoneNumber",
  company: "pd:CurrentEmployment",
  profession: "pd:Professional",
  interest: "pd:Interest",
  sex: "pd:Gender",
  age: "pd:Age",
  geo: "pd:Location",
  ip: "pd:IPAddress",
  userAgent: "pd:UserAgent",
  os: "pd:DeviceOperatingSystem",
  device: "pd:DeviceBased",
  cookie: "tech:Cookie",
  page: "pd:BrowsingBehaviour",
  referrer: "pd:BrowsingReferral",
  time: "dpv:PersonalData",
  visitorId: "pd:UID",
  login: "pd:Username",
  password: "pd:Password",
  authEvent: "pd:AuthenticationHistory",
  message: "pd:Communication",
  idDocument: "pd:OfficialID",
  choice: "pd:PrivacyPreference",
};

/** Rights of the GDPR by article; those that only 152-FZ has are `dpv:DataSubjectRight`. */
export const RIGHT_TERMS: Readonly<Record<RightsRequestType, string>> = {
  access: "eu-gdpr:A15",
  rectification: "eu-gdpr:A16",
  erasure: "eu-gdpr:A17",
  restriction: "eu-gdpr:A18",
  portability: "eu-gdpr:A20",
  objection: "eu-gdpr:A21",
  stopProcessing: "dpv:DataSubjectRight",
  automatedDecisionReview: "eu-gdpr:A22",
  withdrawal: "eu-gdpr:A7-3",
  complaint: "eu-gdpr:A77",
};

/** What kind of document it is. */
export const DOCUMENT_TERMS = {
  "privacy-policy": "dpv:PrivacyNotice",
  "user-agreement": "dpv:TermsOfService",
  "licence-agreement": "dpv:EULA",
  "product-terms": "dpv:TermsOfService",
  "service-agreement": "dpv:TermsOfService",
  consent: "dpv:ConsentNotice",
  information: "dpv:Notice",
} as const;
