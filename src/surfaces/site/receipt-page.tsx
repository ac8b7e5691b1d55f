import { z } from "zod";
import { type Frame, page, refuse, type Route, shown } from "../../platform/http/index.ts";
import { formatMoment } from "../../platform/i18n/index.ts";
import { Button, Code, DefinitionList, Field, Form, Notice } from "../../platform/ui/index.ts";
import { LONGEST_RECEIPT, RECEIPT_FINDINGS, type ReceiptFinding } from "../../trust/journal/index.ts";
import type { Operator } from "../operator.ts";
import { checkReceipt } from "./check-receipt.ts";
import { PageFrame } from "./page-frame.tsx";
import type { PolicyReader } from "./policy-reader.ts";
import { receiptWords } from "./receipt-page.messages.ts";
import { RECEIPT_PATH } from "./receipt-path.ts";
import { siteWords } from "./site.messages.ts";

const FIELD = "receipt";

/** Checks that one process makes in a second, for everybody together: each is a few signatures and reads. */
const A_SECOND = 50;

/** Every byte of a receipt may be three in a form's encoding. */
const MOST_BYTES = 3 * LONGEST_RECEIPT + 64;

const view = z.object({
  typed: z.string(),
  findings: z.array(z.string()),
  checked: z
    .object({
      reference: z.string(),
      receivedAt: z.number(),
      purpose: z.string(),
      attributes: z.array(z.string()),
      clause: z.string().nullable(),
      policy: z.string(),
      version: z.number().nullable(),
      document: z.string().nullable(),
      place: z.object({ log: z.string(), index: z.number(), size: z.number() }).nullable(),
      text: z.string(),
    })
    .nullable(),
});

type View = z.output<typeof view>;

const BLANK: View = { typed: "", findings: [], checked: null };

/**
 * Says what a pasted receipt proves, and gives it back with the newest proof. A service to people without the command:
 * whoever does not trust the operator uses that. Nothing is stored, nothing is logged; works without a script (design
 * invariant 5).
 */
export function receiptPage(operator: Operator, policies: PolicyReader): Route {
  const admit = limiter(A_SECOND);
  return page({
    path: RECEIPT_PATH,
    view,
    async show({ at }) {
      await policies.read(at);
      return BLANK;
    },
    form: {
      fields: z.object({ [FIELD]: z.string() }),
      maxBytes: MOST_BYTES,
      async submit({ at, language }, { fields }) {
        if (!admit(at)) return refuse("receipts-busy");
        const { compiled } = await policies.read(at);
        const typed = fields[FIELD] ?? "";
        const outcome = await checkReceipt(operator, typed, compiled, language);
        if ("findings" in outcome) return shown({ ...BLANK, typed, findings: [...outcome.findings] }, 422);
        return { ...BLANK, checked: { ...outcome, attributes: [...outcome.attributes] } };
      },
      again: (_, { typed }) => ({ ...BLANK, typed: typed[FIELD] ?? "", findings: ["receipt-malformed"] }),
    },
    render: (model, frame) => <ReceiptView model={model} frame={frame} policies={policies} />,
  });
}

/** A bucket of as many as a second gives. Takes the server's time, ms; one that runs back refills nothing. */
function limiter(perSecond: number): (at: number) => boolean {
  let left = perSecond;
  let filledAt = 0;
  return (at) => {
    left = Math.min(perSecond, left + (Math.max(0, at - filledAt) * perSecond) / 1000);
    filledAt = at;
    if (left < 1) return false;
    left -= 1;
    return true;
  };
}

interface ReceiptViewProps {
  readonly model: View;
  readonly frame: Frame;
  readonly policies: PolicyReader;
}

function ReceiptView({ model, frame, policies }: ReceiptViewProps) {
  const { language } = frame;
  const words = receiptWords(language);
  const { typed, findings, checked } = model;
  const wrong = findings.length > 0;
  return (
    <PageFrame
      frame={frame}
      policy={policies.current()}
      title={words.title}
      path={RECEIPT_PATH}
      wrong={wrong}
    >
      <div class="prose">
        <h1>{words.title}</h1>
        {checked === null ? (
          <>
            <p class="lead">{words.lead}</p>
            {wrong && (
              <Notice language={language} kind="error" title={words.wrong}>
                <ul>
                  {findings.map((code) => (
                    <li>{wordsOf(code, language)}</li>
                  ))}
                </ul>
                <p>{words.wrongNext}</p>
              </Notice>
            )}
            <Form language={language} action={frame.self}>
              <Field
                language={language}
                name={FIELD}
                label={words.receipt}
                hint={words.receiptHint}
                kind="long-text"
                required
                value={typed}
              />
              <Button>{words.check}</Button>
            </Form>
          </>
        ) : (
          <Checked checked={checked} frame={frame} timeZone={policies.current().operator.timeZone} />
        )}
      </div>
    </PageFrame>
  );
}

const wordsOf = (code: string, language: Frame["language"]): string =>
  Object.hasOwn(RECEIPT_FINDINGS, code) ? RECEIPT_FINDINGS[code as ReceiptFinding][language] : code;

function Checked(props: {
  readonly checked: NonNullable<View["checked"]>;
  readonly frame: Frame;
  readonly timeZone: string;
}) {
  const { checked, frame, timeZone } = props;
  const { language, links } = frame;
  const words = receiptWords(language);
  const { place, version, document } = checked;
  const versionText =
    version === null
      ? words.versionUnknown({ hash: checked.policy })
      : words.version({ number: String(version) });
  return (
    <>
      <Notice
        language={language}
        kind={place === null ? "info" : "success"}
        title={place === null ? words.promised : words.proven}
      >
        {place === null && <p>{RECEIPT_FINDINGS["receipt-promised"][language]}</p>}
      </Notice>
      <DefinitionList
        items={[
          { term: words.reference, detail: <strong>{checked.reference}</strong> },
          { term: words.received, detail: formatMoment(checked.receivedAt, language, timeZone) },
          { term: words.purpose, detail: checked.purpose },
          { term: words.data, detail: checked.attributes.join(", ") },
          {
            term: words.policy,
            detail:
              version === null || document === null ? (
                versionText
              ) : (
                <a
                  href={links.page(`${document}versions/:number/` as `/${string}`, {
                    number: String(version),
                  })}
                >
                  {versionText}
                </a>
              ),
          },
          ...(checked.clause === null ? [] : [{ term: words.clause, detail: checked.clause }]),
          ...(place === null
            ? []
            : [
                {
                  term: words.journal,
                  detail: (
                    <a href={links.page("/journal/")}>
                      {words.place({ log: place.log, index: String(place.index), size: String(place.size) })}
                    </a>
                  ),
                },
              ]),
        ]}
      />
      <p>{words.notProven}</p>
      {place !== null && <p>{words.keep}</p>}
      <Code caption={place === null ? words.receipt : words.completed} text={checked.text} whole />
      <p>{words.yourself}</p>
      <Code
        caption={siteWords(language).ownMachine}
        text={'npx upheld receipt verify receipt.txt --key "…"'}
      />
    </>
  );
}
