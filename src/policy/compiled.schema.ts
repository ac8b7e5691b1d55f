import { z } from "zod";
import { nameOfItem } from "./coded.ts";
import type { CompiledPolicy } from "./compiled.ts";
import { PolicyError } from "./policy.errors.ts";
import { END_EVENTS } from "./vocabulary/end-events.ts";
import { LEGAL_BASES } from "./vocabulary/legal-basis.ts";
import { PROCESSING_OPERATIONS } from "./vocabulary/operations.ts";
import { RIGHTS_REQUEST_TYPES } from "./vocabulary/rights.ts";

/** Texts may be empty here; `checkPolicy` names each that is. */
const localised = z.strictObject({ en: z.string(), ru: z.string() });
const code = z.string().regex(/^[A-Za-z][A-Za-z0-9-]{0,63}$/);
/** `1.1.3`, `3.1.feedback`, `preamble.scope`; stands in addresses and as an anchor. */
const clause = z.string().regex(/^[a-z0-9]+(\.[a-z0-9]+)*$/);
const host = z.string().regex(/^[a-z0-9]([a-z0-9-]*[a-z0-9])?(\.[a-z0-9]([a-z0-9-]*[a-z0-9])?)*$/);
const path = z.string().regex(/^\/([a-z0-9-]+\/)*$/);
const country = z.string().regex(/^[A-Z]{2}$/);
const labelled = { code, label: localised };

const schema: z.ZodType<CompiledPolicy> = z.strictObject({
  format: z.literal("upheld-policy/1"),
  operator: z.strictObject({
    id: z.string().regex(/^[a-z][a-z0-9-]{0,62}$/),
    legalName: localised,
    shortName: localised,
    address: localised,
    inn: z.string(),
    ogrn: z.string(),
    email: z.email(),
    phone: z.string().min(1),
    country,
    timeZone: z.string().min(1),
    languages: z.array(z.enum(["en", "ru"])).min(1),
    regimes: z.array(z.string().min(1)).min(1),
    governingLaw: country,
  }),
  hosts: z.array(host).min(1),
  products: z.array(z.strictObject({ code, name: localised, clause })),
  channels: z.array(z.strictObject({ ...labelled, clause })),
  attributes: z.array(
    z.strictObject({
      ...labelled,
      category: code,
      identifiability: z.enum(["direct", "indirect", "depersonalised"]),
      kind: z.enum(["text", "email", "phone", "free-text"]),
      maxLength: z.int().min(1).max(65_536),
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
    }),
  ),
  forms: z.array(
    z.strictObject({
      code,
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
  recipients: z.array(z.strictObject({ ...labelled, ground: z.enum(["order-fulfilment", "law"]), clause })),
  documents: z
    .array(
      z.strictObject({
        code,
        path,
        title: localised,
        updatedOn: z.iso.date(),
        sections: z.array(
          z.strictObject({
            id: clause,
            title: localised,
            clauses: z.array(z.strictObject({ id: clause, text: localised, keptBy: localised.nullable() })),
          }),
        ),
      }),
    )
    .min(1),
  site: z.strictObject({
    home: z.strictObject({ title: localised, lead: localised, body: localised }),
  }),
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
  const place = placeIn(value, issue?.path ?? []);
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
