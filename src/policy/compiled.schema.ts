import { z } from "zod";
import { nameOfItem } from "./coded.ts";
import type { CompiledPolicy } from "./compiled.ts";
import { PolicyError } from "./policy.errors.ts";
import { PUBLIC_REQUISITES } from "./compiled-profile.ts";
import { type FindingCode, FINDINGS } from "./finding.ts";
import { DISCLOSURE_GROUNDS, SETTING_CODES, SOURCE_KINDS } from "./settings.ts";
import { settingsSchema } from "./settings.schema.ts";
import { CLAUSE_KINDS, ENFORCEABILITIES } from "./vocabulary/clause-kinds.ts";
import { CONTROL_CODES, PENDING_ROOMS } from "./vocabulary/controls.ts";
import { DOCUMENT_KINDS } from "./vocabulary/document-kinds.ts";
import { END_EVENTS } from "./vocabulary/end-events.ts";
import { FORM_KINDS } from "./vocabulary/form-kinds.ts";
import { LEGAL_BASES } from "./vocabulary/legal-basis.ts";
import { PROCESSING_OPERATIONS } from "./vocabulary/operations.ts";
import { RIGHTS_REQUEST_TYPES } from "./vocabulary/rights.ts";

/** Texts may be empty here; `checkPolicy` names each that is. */
const localised = z.strictObject({ en: z.string(), ru: z.string() });
const code = z.string().regex(/^[A-Za-z][A-Za-z0-9-]{0,63}$/);
/** `1.1.3`, `3.1.feedback`, `preamble.scope`; stands in addresses and as an anchor. */
const clauseId = z.string().regex(/^[a-z0-9-]+(\.[a-z0-9-]+)*$/);
/** The id of a clause, behind the code of its document where that is not the first. */
const clause = z.string().regex(/^([A-Za-z][A-Za-z0-9-]{0,63}\/)?[a-z0-9-]+(\.[a-z0-9-]+)*$/);
const host = z.string().regex(/^[a-z0-9]([a-z0-9-]*[a-z0-9])?(\.[a-z0-9]([a-z0-9-]*[a-z0-9])?)*$/);
/** Every name below one, at any depth. */
const subdomains = z.string().regex(/^\*(\.[a-z0-9]([a-z0-9-]*[a-z0-9])?){2,}$/);
const path = z.string().regex(/^\/([a-z0-9-]+\/)*$/);
const date = z.iso.date();
const country = z.string().regex(/^[A-Z]{2}$/);
const findingCode = z.custom<FindingCode>(
  (value) => typeof value === "string" && Object.hasOwn(FINDINGS, value),
  { error: "no finding has this code" },
);
const labelled = { code, label: localised };

const controls = z.array(z.enum(CONTROL_CODES)).min(1);

const clauseSchema = z.strictObject({
  id: clauseId,
  text: localised,
  says: localised.nullable(),
  keptBy: localised.nullable(),
  kept: z
    .union([
      z.strictObject({ by: controls }),
      z.strictObject({ evidence: controls }),
      z.strictObject({ declared: z.literal(true) }),
      z.strictObject({ pending: z.enum(PENDING_ROOMS) }),
    ])
    .nullable(),
  kind: z.enum(CLAUSE_KINDS).nullable(),
  enforceability: z.enum(ENFORCEABILITIES).nullable(),
  invalidated: z.strictObject({ on: date, reason: localised }).nullable(),
});

const schema: z.ZodType<CompiledPolicy> = z.strictObject({
  format: z.literal("upheld-policy/1"),
  operator: z.strictObject({
    id: z.string().regex(/^[a-z][a-z0-9-]{0,62}$/),
    kind: z.enum(["organisation", "sole-trader"]),
    legalName: localised,
    shortName: localised,
    activity: localised.nullable(),
    address: localised,
    inn: z.string(),
    ogrn: z.string(),
    bank: z
      .strictObject({
        name: localised,
        bic: z.string().regex(/^\d{9}$/),
        account: z.string().regex(/^\d{20}$/),
        correspondentAccount: z.string().regex(/^\d{20}$/),
      })
      .nullable(),
    publicRequisites: z.array(z.enum(PUBLIC_REQUISITES)),
    responsible: localised.nullable(),
    email: z.email(),
    phone: z.string().min(1),
    country,
    timeZone: z.string().min(1),
    languages: z.array(z.enum(["en", "ru"])).min(1),
    regimes: z.array(z.string().min(1)).min(1),
    governingLaw: country,
  }),
  settings: settingsSchema,
  settingClauses: z.array(z.strictObject({ code: z.enum(SETTING_CODES), clause })),
  hosts: z.tuple([host], z.union([host, subdomains])),
  products: z.array(z.strictObject({ code, name: localised, clause })),
  channels: z.array(z.strictObject({ ...labelled, clause })),
  attributes: z.array(
    z.strictObject({
      ...labelled,
      category: code,
      identifiability: z.enum(["direct", "indirect", "depersonalised"]),
      kind: z.enum(["text", "email", "phone", "free-text"]),
      maxLength: z.int().min(1).max(65_536),
      necessity: localised.nullable(),
      parts: z.array(z.enum(["family", "given", "patronymic"])),
      many: z.int().min(1).max(20),
      clause,
    }),
  ),
  purposes: z.array(
    z.strictObject({
      ...labelled,
      basis: z.enum(LEGAL_BASES).nullable(),
      clause,
      operations: z.array(z.enum(PROCESSING_OPERATIONS)),
      attributes: z.array(code),
      channels: z.array(code),
      retention: code,
      overrides: code.nullable(),
    }),
  ),
  forms: z.array(
    z.strictObject({
      code,
      kind: z.enum(FORM_KINDS),
      path,
      title: localised,
      intro: localised,
      clause,
      purpose: code,
      furtherPurposes: z.array(code),
      fields: z.array(z.strictObject({ attribute: code, required: z.boolean(), hint: localised.nullable() })),
      document: code,
      consents: z.array(code),
      whenDeclined: z.enum(["closed", "open"]),
    }),
  ),
  topics: z.array(z.strictObject({ ...labelled, clause, form: code })),
  services: z.array(
    z.strictObject({
      code,
      path,
      title: localised,
      summary: localised,
      body: localised,
      clause,
      offerStatus: z.enum(["informational", "public-offer"]),
      forms: z.array(code),
    }),
  ),
  consents: z.array(
    z.strictObject({
      code,
      purpose: code,
      document: code,
      label: localised,
      attributes: z.array(code),
      clause,
    }),
  ),
  freeText: z.enum(["allow", "allow-with-scan", "off"]),
  retention: z.array(
    z.strictObject({
      ...labelled,
      clause,
      from: z.enum(["receipt", "case-closed", "withdrawal"]),
      days: z.int().min(1).nullable(),
      endEvents: z.array(z.enum(END_EVENTS)),
      minimumDays: z.int().min(1).nullable(),
      reviewDays: z.int().min(1).nullable(),
      product: code.nullable(),
      overrides: code.nullable(),
    }),
  ),
  rights: z.array(z.strictObject({ code: z.enum(RIGHTS_REQUEST_TYPES), label: localised, clause })),
  measures: z.array(z.strictObject({ ...labelled, clause })),
  deadlines: z.array(
    z.strictObject({
      ...labelled,
      clause,
      from: z.literal("receipt"),
      length: z.int().min(1),
      unit: z.enum(["calendar-day", "working-day"]),
    }),
  ),
  automatic: z.array(z.strictObject({ ...labelled, clause })),
  statistics: z.strictObject({
    providers: z.array(z.strictObject({ code, name: localised, country, connected: z.boolean() })),
    purposes: z.array(z.strictObject(labelled)),
  }),
  recipients: z.array(
    z.strictObject({ ...labelled, ground: z.enum(DISCLOSURE_GROUNDS), overrides: code.nullable(), clause }),
  ),
  connectors: z.array(
    z.strictObject({
      code,
      name: localised,
      country,
      role: z.enum(["processor", "recipient"]),
      purpose: code.nullable(),
      attributes: z.array(code),
      live: z.boolean(),
      clause,
    }),
  ),
  dataSources: z.array(
    z.strictObject({
      ...labelled,
      kind: z.enum(SOURCE_KINDS),
      purpose: code.nullable(),
      ground: z.enum(LEGAL_BASES).nullable(),
      evidenceOfNotice: localised.nullable(),
      attributes: z.array(code),
      clause,
    }),
  ),
  assessments: z.array(
    z.strictObject({
      country,
      assessedOn: date,
      ground: z.enum(["adequacy", "safeguards", "derogation"]),
      note: localised,
    }),
  ),
  documents: z
    .array(
      z.strictObject({
        code,
        kind: z.enum(DOCUMENT_KINDS),
        path,
        title: localised,
        updatedOn: date,
        offerStatus: z.enum(["public-offer", "none"]),
        governingLaw: country.nullable(),
        incorporates: z.array(code),
        registeredAs: z.string().regex(/^[a-z][a-z0-9-]{0,62}$/),
        scope: localised.nullable(),
        sections: z.array(
          z.strictObject({
            id: clauseId,
            title: localised,
            clauses: z.array(clauseSchema),
          }),
        ),
      }),
    )
    .min(1),
  site: z.strictObject({
    home: z.strictObject({ title: localised, lead: localised, body: localised }),
  }),
  waivers: z.array(
    z.strictObject({ finding: findingCode, where: z.string().min(1), reason: localised, on: date }),
  ),
});

/**
 * Reads a compiled policy from JSON that came out of another process or a store.
 * @throws PolicyError `wrong-shape`, naming the first place that is wrong and what was expected there
 */
export function parseCompiledPolicy(json: string): CompiledPolicy {
  let value: unknown;
  try {
    value = JSON.parse(json);
  } catch {
    throw new PolicyError("wrong-shape", "not JSON");
  }
  const read = schema.safeParse(value);
  if (read.success) return read.data;
  const issue = read.error.issues[0];
  // A member that is not known is a place by itself; otherwise the author would search what holds it.
  const unknown = issue?.code === "unrecognized_keys" ? issue.keys.slice(0, 1) : [];
  const place = placeIn(value, [...(issue?.path ?? []), ...unknown]);
  throw new PolicyError("wrong-shape", `${place || "the whole"}: ${issue?.message ?? ""}`);
}

/** `purposes.offers.basis` rather than `purposes.3.basis`. */
function placeIn(value: unknown, path: readonly PropertyKey[]): string {
  const [key, ...rest] = path;
  if (key === undefined || typeof value !== "object" || value === null) return path.map(String).join(".");
  const inner: unknown = Reflect.get(value, key);
  const name = (Array.isArray(value) ? nameOfItem(inner) : undefined) ?? String(key);
  return rest.length === 0 ? name : `${name}.${placeIn(inner, rest)}`;
}
