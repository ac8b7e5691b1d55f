import { z } from "zod";
import { DISCLOSURE_GROUNDS, SIGNATURE_LEVELS, type Settings, SOURCE_KINDS } from "./settings.ts";
import { RIGHTS_REQUEST_TYPES } from "./vocabulary/rights.ts";

const localised = z.strictObject({ en: z.string(), ru: z.string() });
const country = z.string().regex(/^[A-Z]{2}$/);
const signature = z.enum(SIGNATURE_LEVELS);

/** A list that names each thing once. */
function distinct<Value extends z.ZodType<string>>(values: Value) {
  return z.array(values).refine((list) => new Set(list).size === list.length, { error: "named twice" });
}

export const settingsSchema: z.ZodType<Settings> = z.strictObject({
  disclosure: z.strictObject({
    posture: z.enum(["never-except-law", "consent-or-law", "grounds-list"]),
    processors: z.enum(["allowed-declared", "off"]),
    grounds: distinct(z.enum(DISCLOSURE_GROUNDS)),
    authorities: distinct(z.enum(["RF", "residence", "treaty"])),
  }),
  cookies: z.strictObject({
    mode: z.enum(["opt-in", "notice"]),
    underChoice: distinct(z.enum(["personalisation", "analytics", "advertising"])),
  }),
  versioning: z.strictObject({ notice: z.enum(["none", "banner", "e-mail", "re-accept"]) }),
  documents: z.strictObject({ precedence: distinct(z.string()) }),
  requests: z.strictObject({
    mailIntake: z
      .strictObject({
        address: z.email(),
        titles: z.array(
          z.strictObject({ title: localised, type: z.enum([...RIGHTS_REQUEST_TYPES, "opt-out"]) }),
        ),
      })
      .nullable(),
  }),
  marketing: z.strictObject({
    mode: z.literal("opt-in"),
    softOptIn: z.boolean(),
    smallestCohort: z.int().min(2),
  }),
  logs: z.strictObject({ days: z.int().min(1), onErasure: z.enum(["unlink", "destroy"]) }),
  research: z.strictObject({ source: z.enum(["depersonalised", "raw-with-basis"]) }),
  incidents: z.strictObject({ tellUsers: z.enum(["always", "as-law"]) }),
  signatures: z.strictObject({
    acceptance: signature,
    consent: signature,
    writtenConsent: signature,
    distributionConsent: signature,
  }),
  mfa: z.strictObject({
    policy: z.enum(["off", "optional", "staff", "all", "risk"]),
    foreignIdentityProviders: z.boolean(),
  }),
  crypto: z.strictObject({ profile: z.enum(["rsa-3072-aes-256-gcm"]) }),
  automation: z.strictObject({
    alwaysOpen: distinct(
      z.enum(["gpc", "one-click-unsubscribe", "search-engines", "authorised-agents", "security-reports"]),
    ),
    permissions: z.boolean(),
  }),
  refusals: z.strictObject({ commercial: z.enum(["silent", "reasoned"]) }),
  evidence: z.strictObject({ destructionYears: z.int().min(1) }),
  residency: z.strictObject({ home: country }),
  treatAnonymousAsPersonal: z.enum(["always", "when-combined", "never"]),
  thirdPartyData: z.enum(["attest", "forbid"]),
  distribution: z.enum(["off", "with-consent"]),
  ageGate: z.enum(["off", "declared", "representative"]),
  parties: distinct(z.enum(["natural-person", "sole-trader", "organisation"])).min(1),
  sources: distinct(z.enum(SOURCE_KINDS)),
  verification: z.enum(["none", "on-doubt"]),
});
