import type { Child } from "hono/jsx";
import type { Frame, Link } from "../../platform/http/index.ts";
import { Layout, type NavigationItem } from "../../platform/ui/index.ts";
import type { CompiledPolicy } from "../../policy/index.ts";
import { ChangeBanner } from "./change-banner.tsx";
import { consentWords } from "./consent-pages.messages.ts";
import { POLICY_CHOICE_PATH } from "./policy-choice.ts";
import { promiseWords } from "./promise.messages.ts";
import { RECEIPT_PATH } from "./receipt-path.ts";
import { siteWords } from "./site.messages.ts";

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
 * The frame of an operator's public pages: its forms and documents on top; below, who it is, and the texts of consents,
 * which people meet where they are asked for them.
 */
export function PageFrame(props: PageFrameProps) {
  const { frame, policy, title, path, wrong = false, feed, children } = props;
  const { language, links } = frame;
  const items = [
    ...policy.forms.map((form) => ({ label: form.title[language], path: form.path })),
    ...policy.documents
      .filter(({ kind }) => kind !== "consent")
      .map((document) => ({ label: document.title[language], path: document.path })),
    { label: promiseWords(language).title, path: "/promises/" },
    { label: siteWords(language).journal, path: "/journal/" },
  ];
  const navigation: NavigationItem[] = items.map((item) => ({
    label: item.label,
    link: links.page(item.path as `/${string}`),
    current: item.path === path,
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
