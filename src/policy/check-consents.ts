import { has } from "./coded.ts";
import type { CompiledPolicy, Consent, Form } from "./compiled.ts";
import { type Finding, finding } from "./finding.ts";

/**
 * Whether each consent is one: for a purpose that needs it, with a text that is nothing else's, of no more data than
 * the purpose needs and the form asks for (152-FZ 9(1), GDPR 7(2), tension T03).
 */
export function checkConsents(policy: CompiledPolicy): Finding[] {
  return [
    ...policy.consents.flatMap((consent) => checkConsent(policy, consent)),
    ...policy.forms.flatMap((form) => checkFormConsents(policy, form)),
  ];
}

function checkConsent(policy: CompiledPolicy, consent: Consent): Finding[] {
  const { code, clause, document } = consent;
  const where = `consents.${code}`;
  const wrong: Finding[] = [];
  const purpose = policy.purposes.find((one) => one.code === consent.purpose);
  if (purpose === undefined) {
    wrong.push(finding("unknown-purpose", `${where}.purpose.${consent.purpose}`, clause));
  } else if (purpose.basis !== "consent") {
    wrong.push(finding("consent-without-need", `${where}.purpose`, clause));
  }
  if (!has(policy.documents, document)) {
    wrong.push(finding("unknown-document", `${where}.document.${document}`, clause));
  } else if (isShared(policy, consent)) {
    wrong.push(finding("consent-document-shared", `${where}.document`, clause));
  }
  for (const attribute of consent.attributes) {
    const place = `${where}.attributes.${attribute}`;
    if (!has(policy.attributes, attribute)) wrong.push(finding("unknown-attribute", place, clause));
    else if (purpose !== undefined && !purpose.attributes.includes(attribute)) {
      wrong.push(finding("consent-outside-purpose", place, clause));
    }
  }
  return wrong;
}

function isShared({ consents, forms }: CompiledPolicy, { code, document }: Consent): boolean {
  return (
    forms.some((form) => form.document === document) ||
    consents.some((other) => other.code !== code && other.document === document)
  );
}

function checkFormConsents(policy: CompiledPolicy, form: Form): Finding[] {
  const where = `forms.${form.code}`;
  const asked = policy.consents.filter(({ code }) => form.consents.includes(code));
  const unknown = form.consents
    .filter((code) => !has(policy.consents, code))
    .map((code) => finding("unknown-consent", `${where}.consents.${code}`, form.clause));
  const beyond = asked.flatMap(({ code, attributes, clause }) =>
    attributes
      .filter((attribute) => has(policy.attributes, attribute))
      .filter((attribute) => !form.fields.some((field) => field.attribute === attribute))
      .map((attribute) =>
        finding("consent-outside-form", `consents.${code}.attributes.${attribute}`, clause),
      ),
  );
  const unasked = policy.purposes
    .filter(({ code, basis }) => basis === "consent" && collectsFor(form, code))
    .filter(({ code }) => !asked.some((consent) => consent.purpose === code))
    .map(({ code, clause }) => finding("consent-not-asked", `${where}.consents.${code}`, clause));
  return [...unknown, ...beyond, ...unasked];
}

function collectsFor({ purpose, furtherPurposes }: Form, code: string): boolean {
  return purpose === code || furtherPurposes.includes(code);
}
