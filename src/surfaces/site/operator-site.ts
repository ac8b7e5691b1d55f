import type { Site } from "../../platform/http/index.ts";
import type { DevelopmentMailbox } from "../../platform/mail/index.ts";
import { assetRoutes } from "../../platform/ui/index.ts";
import type { CompiledPolicy } from "../../policy/index.ts";
import type { Operator } from "../operator.ts";
import { confirmPage } from "./confirm-page.tsx";
import { declinePage } from "./decline-page.tsx";
import { documentPages } from "./document-page.tsx";
import { formPage } from "./form-page.tsx";
import { homePage } from "./home-page.tsx";
import { journalPages } from "./journal-pages.tsx";
import { mailboxPages } from "./mailbox-pages.tsx";
import { policyReader } from "./policy-reader.ts";
import { withdrawPage } from "./withdraw-page.tsx";

/** An operator's public site, laid out from the policy in force at the start. */
export function operatorSite(
  operator: Operator,
  policy: CompiledPolicy,
  around: { readonly origins: Site["origins"]; readonly mailbox: DevelopmentMailbox | null },
): Site {
  const policies = policyReader(operator, policy);
  const [first = "en", ...others] = policy.operator.languages;
  return {
    operator: operator.id,
    name: policy.operator.shortName,
    origins: around.origins,
    languages: [first, ...others],
    routes: [
      ...assetRoutes(),
      homePage(policies),
      ...policy.documents.flatMap((document) => documentPages(document, operator, policies)),
      ...policy.forms.map((form) => formPage(form, operator, policies)),
      confirmPage(operator, policies),
      withdrawPage(operator, policies),
      declinePage(policies),
      ...journalPages(operator, policies),
      ...(around.mailbox === null ? [] : mailboxPages(around.mailbox, policies)),
    ],
  };
}
