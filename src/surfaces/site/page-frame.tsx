import type { Child } from "hono/jsx";
import type { Frame, Link } from "../../platform/http/index.ts";
import { Layout, type NavigationItem } from "../../platform/ui/index.ts";
import type { Language } from "../../platform/i18n/index.ts";
import { type CompiledPolicy, formsOf } from "../../policy/index.ts";
import { ChangeBanner } from "./change-banner.tsx";
import { consentWords } from "./consent-pages.messages.ts";
import { documentsWords } from "./documents.messages.ts";
import { POLICY_CHOICE_PATH } from "./policy-choice.ts";
import { promiseWords } from "./promise.messages.ts";
import { RECEIPT_PATH } from "./receipt-path.ts";
import { serviceWords } from "./service.messages.ts";
import { siteWords } from "./site.messages.ts";
import { DOCUMENTS_PATH, SERVICES_PATH, WRITE_PATH } from "./site-rooms.ts";

export interface PageFrameProps {
  readonly frame: Frame;
  readonly policy: CompiledPolicy;
  readonly title: string;
  /** Path of the page, to mark it in the navigation. */
  readonly path: string;
  readonly wrong?: boolean;
  /** The Atom feed of what changes on the page. */
  readonly feed?: { readonly title: string; readonly link: Link };
  readonly children?: Child;
}

/**
 * The frame of an operator's public pages: the same few rooms on top, whatever its policy holds; below, who it is, and
 * the texts of consents, which people meet where they are asked for them.
 */
export function PageFrame(props: PageFrameProps) {
  const { frame, policy, title, path, wrong = false, feed, children } = props;
  const { language, links } = frame;
  const navigation: NavigationItem[] = roomsOf(policy, language).map(({ label, room, pages }) => ({
    label,
    link: links.page(room),
    current: path === room || (pages.includes(path) && "within"),
  }));
  return (
    <Layout
      frame={frame}
      title={title}
      wrong={wrong}
      {...(feed === undefined ? {} : { feed })}
      navigation={navigation}
      footer={<Imprint policy={policy} frame={frame} />}
    >
      <ChangeBanner frame={frame} policy={policy} />
      {children}
    </Layout>
  );
}

interface Room {
  readonly label: string;
  readonly room: `/${string}`;
  /** Pages of the room beside its own. */
  readonly pages: readonly string[];
}

/** What there is on a site. One document or ten, one form or ten: the header stays as short. */
function roomsOf(policy: CompiledPolicy, language: Language): Room[] {
  const words = siteWords(language);
  const paths = (pages: readonly { readonly path: string }[]) => pages.map((one) => one.path);
  const services = paths(policy.services);
  return [
    ...(services.length === 0
      ? []
      : [{ label: serviceWords(language).menu, room: SERVICES_PATH, pages: services } as const]),
    { label: words.write, room: WRITE_PATH, pages: paths(formsOf(policy)) },
    { label: documentsWords(language).title, room: DOCUMENTS_PATH, pages: paths(policy.documents) },
    { label: promiseWords(language).title, room: "/promises/", pages: [] },
    { label: words.journal, room: "/journal/", pages: [] },
  ];
}

/** Clause itsectr-privacy/9.2: the contacts come from the operator's profile. */
function Imprint({ policy, frame }: Pick<PageFrameProps, "policy" | "frame">) {
  const { operator } = policy;
  const { language, links } = frame;
  const words = siteWords(language);
  return (
    <>
      <address>
        <p>{operator.legalName[language]}</p>
        <p>{operator.address[language]}</p>
        <p>{words.requisites({ inn: operator.inn, ogrn: operator.ogrn })}</p>
        <p>
          <a href={`mailto:${operator.email}`}>{operator.email}</a> · {operator.phone}
        </p>
      </address>
      <nav aria-label={words.more}>
        <ul class="footer-links">
          {policy.documents
            .filter(({ kind }) => kind === "consent")
            .map(({ title, path }) => (
              <li>
                <a href={links.page(path as `/${string}`)}>{title[language]}</a>
              </li>
            ))}
          <li>
            <a href={links.page(POLICY_CHOICE_PATH)}>{consentWords(language).choice}</a>
          </li>
          <li>
            <a href={links.page(RECEIPT_PATH)}>{words.receiptCheck}</a>
          </li>
        </ul>
      </nav>
    </>
  );
}
