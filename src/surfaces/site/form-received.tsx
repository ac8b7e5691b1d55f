import type { Frame } from "../../platform/http/index.ts";
import { formatMoment } from "../../platform/i18n/index.ts";
import { Code, DefinitionList, Notice } from "../../platform/ui/index.ts";
import { formWords } from "./form.messages.ts";
import type { FormView } from "./form-view.ts";
import { RECEIPT_PATH } from "./receipt-path.ts";
import { siteWords } from "./site.messages.ts";

/** What the sender is told and given: reference, time, what happens next, and the receipt to keep. */
export function FormReceived(props: {
  readonly received: NonNullable<FormView["received"]>;
  readonly frame: Frame;
  readonly timeZone: string;
}) {
  const { received, frame, timeZone } = props;
  const { language, links } = frame;
  const words = siteWords(language);
  const form = formWords(language);
  const { held, mailed, repeated } = received;
  return (
    <>
      <Notice
        language={language}
        kind={held ? "warning" : "success"}
        title={held ? words.receivedWaits : words.receivedDone}
      >
        {repeated && <p>{words.receivedAgain}</p>}
      </Notice>
      <DefinitionList
        items={[
          { term: words.receivedReference, detail: <strong>{received.reference}</strong> },
          { term: words.receivedAt, detail: formatMoment(received.receivedAt, language, timeZone) },
        ]}
      />
      <h2>{words.receivedNow}</h2>
      <p>{held ? form.heldNext : mailed ? words.receivedNext : form.unmailedNext}</p>
      <h2>{form.receipt}</h2>
      <p>
        {form.receiptUse} {mailed && form.receiptMailed}
      </p>
      <Code caption="receipt.txt" text={received.text} whole />
      <p>
        <a href={links.page(RECEIPT_PATH)}>{form.receiptCheck}</a>, {form.receiptCommand}{" "}
        <code translate="no">npx upheld receipt verify receipt.txt</code>
      </p>
    </>
  );
}
