import { z } from "zod";
import { page, refuse, type Route, seeOther } from "../../platform/http/index.ts";
import { EmptyState, Notice } from "../../platform/ui/index.ts";
import { titleOf, WhatChanged } from "./change-banner.tsx";
import { type ChangeNews, NEWS_PATH, SEEN_COOKIE } from "./change-news.ts";
import { documentWords } from "./document.messages.ts";
import { PageFrame } from "./page-frame.tsx";
import type { PolicyReader } from "./policy-reader.ts";

/** How long a dismissal lasts, seconds: a year, or until the next version. */
const LASTS = 365 * 24 * 60 * 60;

/** What changed with the version in force, and the act that dismisses the banner in this browser (tension T13). */
export function newsPage(news: ChangeNews | null, policies: PolicyReader): Route {
  return page({
    path: NEWS_PATH,
    view: z.object({ seen: z.boolean() }),
    async show(exchange) {
      await policies.read(exchange.at);
      return { seen: news !== null && exchange.cookie(SEEN_COOKIE) === String(news.version) };
    },
    form: {
      fields: z.strictObject({ version: z.string().regex(/^[1-9]\d{0,8}$/) }),
      submit({ setCookie, links }, { fields }) {
        setCookie({ name: SEEN_COOKIE, value: fields.version, maxAge: LASTS });
        return seeOther(links.page(NEWS_PATH));
      },
      again: () => refuse("form-malformed"),
    },
    render: ({ seen }, frame) => {
      const { language } = frame;
      const words = documentWords(language);
      const policy = policies.current();
      return (
        <PageFrame frame={frame} policy={policy} title={words.changes} path={NEWS_PATH}>
          <div class="prose">
            <h1>{words.changes}</h1>
            {news === null ? (
              <EmptyState title={words.newsNone} />
            ) : (
              <>
                <p class="lead">{titleOf(news, frame, policy)}</p>
                <WhatChanged news={news} frame={frame} />
                {seen && <Notice language={language} kind="success" title={words.newsDismissed} />}
              </>
            )}
          </div>
        </PageFrame>
      );
    },
  });
}
