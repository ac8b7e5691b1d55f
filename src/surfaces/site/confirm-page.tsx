import { z } from "zod";
import { type Frame, page, refuse, type Route, seeOther } from "../../platform/http/index.ts";
import { Button, ButtonLink, DefinitionList, Form, Notice } from "../../platform/ui/index.ts";
import { confirmSubmission, readConfirmation } from "../../services/intake/index.ts";
import type { Operator } from "../operator.ts";
import { ACCEPT_PATH } from "./accept-anew-page.tsx";
import { consentWords } from "./consent-pages.messages.ts";
import { ConsentText, consentAsShown, shownConsent } from "./consent-text.tsx";
import { PageFrame } from "./page-frame.tsx";
import { hasDeclined } from "./policy-choice.ts";
import type { PolicyReader } from "./policy-reader.ts";
import { WITHDRAW_LINK, WITHDRAW_PATH } from "./withdraw-page.tsx";

const PATH = "/confirm/:token/";

const view = z.object({
  reference: z.string().nullable(),
  confirmed: z.boolean(),
  expired: z.boolean(),
  waiting: z.array(shownConsent),
  inForce: z.array(shownConsent.extend({ withdraw: z.string() })),
  /** The token of the page on which newer documents are accepted; null: nothing is asked. */
  anew: z.string().nullable(),
});

type View = z.output<typeof view>;

/**
 * The page behind the link that proves an address. Looking at it changes nothing and opens nothing of the person, since
 * programs that scan mail follow links too; so it does not name the address either. Its button confirms. Clauses
 * itsectr-privacy/3.2.3, 4.1.2.
 */
export function confirmPage(operator: Operator, policies: PolicyReader): Route {
  return page({
    path: PATH,
    params: z.object({ token: z.string().max(200) }),
    view,
    async show({ at, language }, { params }) {
      const { compiled } = await policies.read(at);
      const found = await operator.store.read((reader) =>
        readConfirmation(reader, { token: params.token, at, language, policy: compiled }, operator),
      );
      return {
        reference: found.reference,
        confirmed: found.confirmed,
        expired: found.expired,
        waiting: found.waiting.map((record) => consentAsShown(record, compiled, language)),
        inForce: found.inForce.map((record) => ({
          ...consentAsShown(record, compiled, language),
          withdraw: operator.links.sign(WITHDRAW_LINK, record.giving),
        })),
        anew: found.anew.length === 0 ? null : params.token,
      };
    },
    form: {
      fields: z.strictObject({ confirm: z.enum(["all", "address"]) }),
      async submit(exchange, { params, fields }) {
        const { token } = params;
        const confirming = {
          token,
          addressOnly: fields.confirm === "address",
          declined: hasDeclined(exchange),
        };
        const done = await confirmSubmission(confirming, operator);
        if (done.outcome === "refused") return refuse(done.refusal.code);
        return seeOther(exchange.links.page(PATH, { token }));
      },
      again: () => refuse("form-malformed"),
    },
    render: (model, frame) => {
      const words = consentWords(frame.language);
      const title = model.confirmed ? words.confirmedTitle : words.confirmTitle;
      return (
        <PageFrame frame={frame} policy={policies.current()} title={title} path={PATH}>
          <div class="prose">
            <h1>{title}</h1>
            {model.confirmed ? (
              <Confirmed model={model} frame={frame} />
            ) : (
              <ToConfirm model={model} frame={frame} />
            )}
          </div>
        </PageFrame>
      );
    },
  });
}

interface Body {
  readonly model: View;
  readonly frame: Frame;
}

function ToConfirm({ model, frame }: Body) {
  const words = consentWords(frame.language);
  const { reference, waiting } = model;
  return (
    <>
      <p class="lead">{words.confirmLead}</p>
      <h2>{words.confirmDoes}</h2>
      <ul>
        <li>{words.confirmsAddress}</li>
        {reference !== null && <li>{words.confirmsEnquiry({ reference })}</li>}
        {waiting.map((consent) => (
          <li>
            {words.confirmsConsent} <ConsentText consent={consent} frame={frame} />
          </li>
        ))}
      </ul>
      <p>{words.confirmNotYou}</p>
      <Form language={frame.language} action={frame.self}>
        <p>
          <Button name="confirm" value="all">
            {waiting.length === 0 ? words.confirmAll : words.confirmWithConsents({ count: waiting.length })}
          </Button>
        </p>
        {waiting.length > 0 && (
          <p>
            <Button quiet name="confirm" value="address">
              {words.confirmAddressOnly}
            </Button>
          </p>
        )}
      </Form>
    </>
  );
}

function Confirmed({ model, frame }: Body) {
  const { language, links } = frame;
  const words = consentWords(language);
  const { reference, inForce, waiting, expired, anew } = model;
  return (
    <>
      <Notice language={language} kind="success" title={words.confirmedNotice} />
      {anew !== null && (
        <Notice language={language} kind="info" title={words.anewTitle}>
          <p>{words.anewLead}</p>
          <ButtonLink link={links.page(ACCEPT_PATH, { token: anew })}>{words.anewRead}</ButtonLink>
        </Notice>
      )}
      {reference !== null && (
        <DefinitionList items={[{ term: words.reference, detail: <strong>{reference}</strong> }]} />
      )}
      <h2>{words.inForceTitle}</h2>
      {inForce.length === 0 && <p>{words.inForceNone}</p>}
      {inForce.map((consent) => (
        <>
          <p>
            <ConsentText consent={consent} frame={frame} />
          </p>
          <p>
            <ButtonLink quiet link={links.page(WITHDRAW_PATH, { token: consent.withdraw })}>
              {words.withdrawLink}
            </ButtonLink>
          </p>
        </>
      ))}
      {waiting.length > 0 && !expired && (
        <>
          <h2>{words.waitingTitle}</h2>
          {waiting.map((consent) => (
            <p>
              <ConsentText consent={consent} frame={frame} />
            </p>
          ))}
          <p>{words.waitingNext}</p>
          <Form language={language} action={frame.self}>
            <Button quiet name="confirm" value="all">
              {words.confirmConsents}
            </Button>
          </Form>
        </>
      )}
    </>
  );
}
