import { z } from "zod";
import { type Frame, page, refuse, type Route, seeOther } from "../../platform/http/index.ts";
import { formatMoment } from "../../platform/i18n/index.ts";
import { Button, DefinitionList, Form, Notice } from "../../platform/ui/index.ts";
import { type ConsentRecord, readConsent, withdrawConsent } from "../../people/consents/index.ts";
import type { Reader } from "../../platform/store/index.ts";
import type { Operator } from "../operator.ts";
import { consentWords } from "./consent-pages.messages.ts";
import { ConsentText, consentAsShown, shownConsent } from "./consent-text.tsx";
import { PageFrame } from "./page-frame.tsx";
import type { PolicyReader } from "./policy-reader.ts";

/** Where the link in every letter that rests on a consent leads. */
export const WITHDRAW_PATH = "/consents/withdraw/:token/";

/** What its token is signed as; it is made of the giving's id. */
export const WITHDRAW_LINK = "withdraw";

const view = z.object({
  consent: shownConsent,
  givenAt: z.number(),
  confirmedAt: z.number().nullable(),
  withdrawnAt: z.number().nullable(),
  /** Forms that ask for this consent today: where it can be given anew. */
  forms: z.array(z.object({ title: z.string(), path: z.string() })),
});

/**
 * Withdraws a consent by the link in a letter: no sign-in, no reason, one button, whatever the policy has come to be
 * (152-FZ 9(2); GDPR 7(3): as easy as giving it). Looking at the page changes nothing. Clause itsectr-privacy/4.1.2.
 */
export function withdrawPage(operator: Operator, policies: PolicyReader): Route {
  return page({
    path: WITHDRAW_PATH,
    params: z.object({ token: z.string().max(200) }),
    view,
    async show({ at, language }, { params }) {
      const { compiled } = await policies.read(at);
      const record = await operator.store.read((reader) => consentOf(reader, params.token, operator));
      const asking = compiled.forms.filter(({ consents }) => consents.includes(record.consent));
      return {
        consent: consentAsShown(record, compiled, language),
        givenAt: record.givenAt,
        confirmedAt: record.confirmedAt,
        withdrawnAt: record.withdrawnAt,
        forms: asking.map(({ title, path }) => ({ title: title[language], path })),
      };
    },
    form: {
      fields: z.strictObject({ withdraw: z.literal("yes") }),
      async submit({ links }, { params }) {
        await operator.store.transaction(async (tx) => {
          const { subject, consent } = await consentOf(tx, params.token, operator);
          await withdrawConsent(tx, subject, consent, operator);
        });
        return seeOther(links.page(WITHDRAW_PATH, params));
      },
      again: () => refuse("form-malformed"),
    },
    render: (model, frame) => {
      const words = consentWords(frame.language);
      const title = model.withdrawnAt === null ? words.withdrawTitle : words.withdrawnTitle;
      const { timeZone } = policies.current().operator;
      return (
        <PageFrame frame={frame} policy={policies.current()} title={title} path={WITHDRAW_PATH}>
          <div class="prose">
            <h1>{title}</h1>
            <WithdrawBody model={model} frame={frame} timeZone={timeZone} />
          </div>
        </PageFrame>
      );
    },
  });
}

async function consentOf(
  reader: Reader,
  token: string,
  { links }: Pick<Operator, "links">,
): Promise<ConsentRecord> {
  const giving = links.read(WITHDRAW_LINK, token);
  const record = giving === null ? null : await readConsent(reader, giving);
  return record ?? refuse("withdraw-link-unknown");
}

function WithdrawBody(props: {
  readonly model: z.output<typeof view>;
  readonly frame: Frame;
  readonly timeZone: string;
}) {
  const { model, frame, timeZone } = props;
  const { language, links } = frame;
  const words = consentWords(language);
  const { consent, givenAt, confirmedAt, withdrawnAt } = model;
  const moment = (at: number) => formatMoment(at, language, timeZone);
  return (
    <>
      {withdrawnAt === null ? (
        <p class="lead">{words.withdrawLead}</p>
      ) : (
        <Notice language={language} kind="success" title={words.withdrawnNotice} />
      )}
      <DefinitionList
        items={[
          { term: words.consent, detail: <ConsentText consent={consent} frame={frame} /> },
          { term: words.given, detail: moment(givenAt) },
          { term: words.confirmed, detail: confirmedAt === null ? words.notConfirmed : moment(confirmedAt) },
          ...(withdrawnAt === null ? [] : [{ term: words.withdrawn, detail: moment(withdrawnAt) }]),
        ]}
      />
      {withdrawnAt === null && (
        <>
          <p>{words.withdrawDoes}</p>
          <Form language={language} action={frame.self}>
            <Button name="withdraw" value="yes">
              {words.withdraw}
            </Button>
          </Form>
        </>
      )}
      {withdrawnAt !== null && model.forms.length > 0 && (
        <p>
          {words.consentAnew}{" "}
          {model.forms.map((form) => (
            <a href={links.page(form.path as `/${string}`)}>{form.title} </a>
          ))}
        </p>
      )}
    </>
  );
}
