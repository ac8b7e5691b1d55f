import type { Route, Site } from "../../platform/http/index.ts";
import type { DevelopmentMailbox } from "../../platform/mail/index.ts";
import { assetRoutes } from "../../platform/ui/index.ts";
import { type CompiledPolicy, formsOf } from "../../policy/index.ts";
import type { DocumentAddress } from "../../trust/publication/index.ts";
import { consolePages } from "../console/index.ts";
import type { Operator } from "../operator.ts";
import { type ChangeNews, variantOf } from "./change-news.ts";
import { newsPage } from "./news-page.tsx";
import { changeFeeds } from "./change-feed.ts";
import { changeLogPage } from "./change-log-page.tsx";
import { apiRoutes } from "../api/index.ts";
import { acceptAnewPage } from "./accept-anew-page.tsx";
import { confirmPage } from "./confirm-page.tsx";
import { declinePage } from "./decline-page.tsx";
import { documentFiles } from "./document-files.ts";
import { documentPages } from "./document-page.tsx";
import { documentsPage } from "./documents-page.tsx";
import { type DocumentPlace, documentPlaces } from "./document-place.ts";
import { type DraftDesk, draftPages } from "./draft-pages.tsx";
import { followPage } from "./follow-page.tsx";
import { followRequestPage } from "./follow-request-page.tsx";
import { formPage } from "./form-page.tsx";
import { homePage } from "./home-page.tsx";
import { journalPages } from "./journal-pages.tsx";
import { mailboxPages } from "./mailbox-pages.tsx";
import { promisePage } from "./promise-page.tsx";
import { promisesPage } from "./promises-page.tsx";
import { policyReader } from "./policy-reader.ts";
import { receiptPage } from "./receipt-page.tsx";
import { servicePage } from "./service-page.tsx";
import { servicesPage } from "./services-page.tsx";
import { withdrawPage } from "./withdraw-page.tsx";
import { writePage } from "./write-page.tsx";

/**
 * An operator's public site, laid out from the policy in force, and from every address that a document was ever
 * published at: what stands there today comes first.
 */
export function operatorSite(
  operator: Operator,
  policy: CompiledPolicy,
  around: {
    readonly origins: Site["origins"];
    readonly mailbox: DevelopmentMailbox | null;
    /** The draft of whoever writes the policy, in development. */
    readonly desk: DraftDesk | null;
    readonly addresses: readonly DocumentAddress[];
    /** What every page tells of the version in force, until it is dismissed. */
    readonly news?: ChangeNews | null;
  },
): Site {
  const news = around.news ?? null;
  const policies = policyReader(operator, policy, news);
  const [first = "en", ...others] = policy.operator.languages;
  const pagesOf = (place: DocumentPlace) => [
    ...documentPages(place, operator, policies),
    changeLogPage(place, operator, policies),
    ...changeFeeds(place, policy.operator.languages, operator, policies),
    ...documentFiles(place, policy.operator.languages, operator, policies),
  ];
  const places = documentPlaces(policy, around.addresses);
  const isOfToday = ({ path }: DocumentPlace) => policy.documents.some((document) => document.path === path);
  return {
    operator: operator.id,
    name: policy.operator.shortName,
    origins: around.origins,
    variant: (cookie) => variantOf(news, cookie),
    languages: [first, ...others],
    routes: yielding(places.filter((place) => !isOfToday(place)).flatMap(pagesOf), [
      ...assetRoutes(),
      homePage(policies),
      ...places.filter(isOfToday).flatMap(pagesOf),
      ...formsOf(policy).map((form) => formPage(form, operator, policies)),
      ...policy.services.map((service) => servicePage(service, policies)),
      servicesPage(policies),
      writePage(policies),
      documentsPage(policies),
      confirmPage(operator, policies),
      acceptAnewPage(operator, policies),
      withdrawPage(operator, policies),
      followRequestPage(operator, policies),
      followPage(operator, policies),
      declinePage(policies),
      newsPage(news, policies),
      ...promisesPage(operator, policies),
      promisePage(operator, policies),
      ...journalPages(operator, policies),
      receiptPage(operator, policies),
      ...consolePages(operator, policies),
      ...apiRoutes(operator, { origin: around.origins[0] }),
      ...(around.mailbox === null ? [] : mailboxPages(around.mailbox, policies)),
      ...(around.desk === null ? [] : draftPages(around.desk, policies)),
    ]),
  };
}

/** The routes of today, and of the former ones those whose address is free. */
function yielding(former: readonly Route[], today: readonly Route[]): Route[] {
  const taken = new Set(today.map(({ path }) => path));
  return [...today, ...former.filter(({ path }) => !taken.has(path))];
}
