import type { Frame } from "../../platform/http/index.ts";
import { formatMoment } from "../../platform/i18n/index.ts";
import { Code, DefinitionList, Notice } from "../../platform/ui/index.ts";
import { formWords } from "./form.messages.ts";
import type { FormView } from "./form-view.ts";
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
  const next = received.mailed ? words.receivedNext : form.unmailedNext;
  return (
    <>
      <Notice
        language={language}
        kind={received.held ? "warning" : "success"}
        title={received.held ? form.heldNext : next}
      >
        {received.repeated && <p>{words.receivedAgain}</p>}
      </Notice>
      <DefinitionList
        items={[
          { term: words.receivedReference, detail: <strong>{received.reference}</strong> },
          { term: words.receivedAt, detail: formatMoment(received.receivedAt, language, timeZone) },
        ]}
      />
      <h2>{form.receipt}</h2>
      <p>{form.receiptUse}</p>
      <Code caption={form.receipt} text={received.text} />
      <p>
        <a href={links.page("/receipt/")}>{form.receiptCheck}</a>, {form.receiptCommand}{" "}
        <code translate="no">npx upheld receipt verify FILE</code>
      </p>
    </>
  );
}
