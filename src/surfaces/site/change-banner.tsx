import type { Frame } from "../../platform/http/index.ts";
import { formatMoment } from "../../platform/i18n/index.ts";
import { Button, Form, Notice } from "../../platform/ui/index.ts";
import type { CompiledPolicy } from "../../policy/index.ts";
import { type ChangeNews, newsBeside, NEWS_PATH, WITH_BANNER } from "./change-news.ts";
import { documentWords } from "./document.messages.ts";

/** Since when a newer version holds, and what changed, until this browser dismisses it; without a script (T13). */
export function ChangeBanner({ frame, policy }: { readonly frame: Frame; readonly policy: CompiledPolicy }) {
  const news = frame.variant === WITH_BANNER ? newsBeside(policy) : null;
  if (news === null) return null;
  const { language, links } = frame;
  const words = documentWords(language);
  return (
    <Notice language={language} kind="info" title={titleOf(news, frame, policy)}>
      <WhatChanged news={news} frame={frame} />
      <Form language={language} action={links.page(NEWS_PATH)} hidden={{ version: String(news.version) }}>
        <Button quiet>{words.newsDismiss}</Button>
      </Form>
    </Notice>
  );
}

export function titleOf({ version, since }: ChangeNews, { language }: Frame, policy: CompiledPolicy): string {
  const moment = formatMoment(since, language, policy.operator.timeZone);
  return documentWords(language).newsTitle({ version: String(version), moment });
}

export function WhatChanged({ news, frame }: { readonly news: ChangeNews; readonly frame: Frame }) {
  const { language, links } = frame;
  const words = documentWords(language);
  return (
    <p>
      {words.changes}:{" "}
      {news.documents.map(({ title, path }, i) => (
        <>
          {i > 0 && ", "}
          <a href={links.page(`${path}changes/`)}>{title[language]}</a>
        </>
      ))}
      . {news.material > 0 && words.materialMeans}
    </p>
  );
}
