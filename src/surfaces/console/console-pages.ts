import type { Route } from "../../platform/http/index.ts";
import type { Operator } from "../operator.ts";
import type { ConsolePolicies } from "./console-parts.ts";
import { advertisersPage, endAdvertiserAct } from "./advertisers-page.tsx";
import { draftDocumentPage } from "./draft-document-page.tsx";
import { duePage } from "./due-page.tsx";
import { enquiriesPage } from "./enquiries-page.tsx";
import { enquiryActs, enquiryPage } from "./enquiry-page.tsx";
import { jobActs, jobsPage } from "./jobs-page.tsx";
import { keysPage, revokeKeyAct, rotateKeyPage } from "./keys-page.tsx";
import { memberActs } from "./member-acts.ts";
import { memberLinkPage, memberPage } from "./member-page.tsx";
import { invalidatePage, publishPage, restorePage } from "./publish-page.tsx";
import { rulesPage } from "./rules-page.tsx";
import { signInLinkPage } from "./sign-in-link-page.tsx";
import { signInPage } from "./sign-in-page.tsx";
import { signOutAct } from "./sign-out.ts";
import { staffPage } from "./staff-page.tsx";
import { callOffAct, versionsPage } from "./versions-page.tsx";

/** Where an operator's staff work: every page of it, under /console/ of the operator's own site. */
export function consolePages(operator: Operator, policies: ConsolePolicies): Route[] {
  const parts = { operator, policies };
  return [
    signInPage(parts),
    signInLinkPage(parts),
    signOutAct(parts),
    duePage(parts),
    enquiriesPage(parts),
    enquiryPage(parts),
    ...enquiryActs(parts),
    advertisersPage(parts),
    endAdvertiserAct(parts),
    versionsPage(parts),
    callOffAct(parts),
    publishPage(parts),
    restorePage(parts),
    invalidatePage(parts),
    draftDocumentPage(parts),
    rulesPage(parts),
    staffPage(parts),
    memberPage(parts),
    memberLinkPage(parts),
    ...memberActs(parts),
    keysPage(parts),
    rotateKeyPage(parts),
    revokeKeyAct(parts),
    jobsPage(parts),
    ...jobActs(parts),
  ];
}
