import { z } from "zod";
import { type Frame, page, refuse, type Route, seeOther } from "../../platform/http/index.ts";
import { Button, Form, Notice } from "../../platform/ui/index.ts";
import type { CompiledPolicy } from "../../policy/index.ts";
import { SEEN_COOKIE } from "./change-news.ts";
import { consentWords } from "./consent-pages.messages.ts";
import { LETTER_PATH } from "./form-input.ts";
import { formWords } from "./form.messages.ts";
import { PageFrame } from "./page-frame.tsx";
import { DECLINED, hasDeclined, POLICY_CHOICE_COOKIE, POLICY_CHOICE_PATH } from "./policy-choice.ts";
import type { PolicyReader } from "./policy-reader.ts";

/** How long the choice lasts, seconds: a year. */
const LASTS = 365 * 24 * 60 * 60;

/**
 * Declining the policy, and taking that back (clause itsectr-privacy/2.2). It lasts in this browser, works without a
 * script, and leaves nothing on the server. It closes forms as the policy declares; never documents, contact, rights,
 * confirmations or withdrawals.
 */
export function declinePage(policies: PolicyReader): Route {
  return page({
    path: POLICY_CHOICE_PATH,
    view: z.object({ declined: z.boolean() }),
    async show(exchange) {
      await policies.read(exchange.at);
      return { declined: hasDeclined(exchange) };
    },
    form: {
      fields: z.strictObject({ choice: z.enum(["decline", "undo"]) }),
      submit({ cookie, setCookie, links }, { fields }) {
        const value = fields.choice === "decline" ? DECLINED : "";
        setCookie({ name: POLICY_CHOICE_COOKIE, value, maxAge: value === "" ? 0 : LASTS });
        // Whoever declines is left with that one cookie: what is remembered for comfort goes.
        if (value === DECLINED && cookie(SEEN_COOKIE) !== null) {
          setCookie({ name: SEEN_COOKIE, value: "", maxAge: 0 });
        }
        return seeOther(links.page(POLICY_CHOICE_PATH));
      },
      again: () => refuse("form-malformed"),
    },
    render: ({ declined }, frame) => {
      const words = consentWords(frame.language);
      const policy = policies.current();
      return (
        <PageFrame frame={frame} policy={policy} title={words.choiceTitle} path={POLICY_CHOICE_PATH}>
          <div class="prose">
            <h1>{words.choiceTitle}</h1>
            <Notice
              language={frame.language}
              kind={declined ? "warning" : "info"}
              title={declined ? words.choiceDeclined : words.choiceOpen}
            >
              <p>{closing(policy, declined, frame.language)}</p>
            </Notice>
            <p>{words.choiceStays}</p>
            <StaysOpen policy={policy} frame={frame} />
            <p>{words.choiceMemory}</p>
            <Form language={frame.language} action={frame.self}>
              <Button quiet={!declined} name="choice" value={declined ? "undo" : "decline"}>
                {declined ? words.undoDecline : words.decline}
              </Button>
            </Form>
          </div>
        </PageFrame>
      );
    },
  });
}

function closing(policy: CompiledPolicy, declined: boolean, language: Frame["language"]): string {
  const words = consentWords(language);
  const closed = policy.forms.filter(({ whenDeclined }) => whenDeclined === "closed");
  if (closed.length === 0) return words.choiceNothingCloses;
  const forms = new Intl.ListFormat(language).format(closed.map(({ title }) => title[language]));
  return declined ? words.choiceClosed({ forms }) : words.choiceWouldClose({ forms });
}

function StaysOpen({ policy, frame }: { readonly policy: CompiledPolicy; readonly frame: Frame }) {
  const { language, links } = frame;
  return (
    <ul>
      {policy.documents.map((document) => (
        <li>
          <a href={links.page(document.path as `/${string}`)}>{document.title[language]}</a>
        </li>
      ))}
      <li>
        <a href={links.page(LETTER_PATH)}>{formWords(language).toMyData}</a>
      </li>
      <li>
        <a href={`mailto:${policy.operator.email}`}>{policy.operator.email}</a>
      </li>
    </ul>
  );
}
