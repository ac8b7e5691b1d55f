import { Button, Disclosure, Field, Form, Select } from "../../platform/ui/index.ts";
import { CUT_REASONS } from "../../services/intake/index.ts";
import { enquiryWords } from "./enquiry.messages.ts";
import type { EnquiryProps } from "./enquiry-view.tsx";

/**
 * Cutting something out of what was written: what the scan met by a button, anything else by its exact words (clause
 * itsectr-privacy/3.2.5). Only for who may clarify and destroy.
 */
export function Cutting({ model, frame }: EnquiryProps) {
  const { language, links } = frame;
  const words = enquiryWords(language);
  if (model.values.length === 0 || !["clarify", "destroy"].every((one) => model.may.includes(one)))
    return null;
  const action = links.page("/console/enquiries/:reference/cut/", { reference: model.enquiry.reference });
  return (
    <Disclosure title={words.cutTitle} open={model.found.length > 0}>
      <p class="row-note">{words.cutLead}</p>
      {model.found.map(({ quote, flag }) => (
        <Form language={language} action={action} hidden={{ quote, reason: flag }}>
          <Button quiet small>
            {words.cutFound({ quote })}
          </Button>
        </Form>
      ))}
      <Form language={language} action={action}>
        <Field language={language} kind="long-text" name="quote" label={words.cutQuote} required />
        <Select
          language={language}
          name="reason"
          label={words.cutReason}
          options={CUT_REASONS.map((reason) => ({ value: reason, label: words[`cut-${reason}`] }))}
          required
        />
        <Button quiet>{words.cutIt}</Button>
      </Form>
    </Disclosure>
  );
}
