import { Button, Disclosure, Form, Row, Rows, Select } from "../../platform/ui/index.ts";
import { VIOLATION_REASONS } from "../../services/intake/index.ts";
import { enquiryWords } from "./enquiry.messages.ts";
import type { EnquiryProps } from "./enquiry-view.tsx";
import { Moment } from "./moment.tsx";

/** What was recorded against the sender, and recording more (clause itsectr-agreement/4.3.1). */
export function Violations({ model, frame, around }: EnquiryProps) {
  const { language, links } = frame;
  const words = enquiryWords(language);
  const { reference } = model.enquiry;
  if (model.violations.length + model.prohibitions.length === 0) return null;
  return (
    <section class="closing">
      {model.violations.length > 0 && (
        <>
          <h2>{words.violations}</h2>
          <Rows label={words.violations}>
            {model.violations.map(({ clause, reason, at }) => (
              <Row
                title={clause}
                note={words[`did-${reason}`]}
                end={<Moment at={at} language={language} timeZone={around.timeZone} />}
              />
            ))}
          </Rows>
        </>
      )}
      {model.prohibitions.length > 0 && model.may.includes("record") && (
        <Disclosure title={words.violationTitle}>
          <p class="row-note">{words.violationLead}</p>
          <Form
            language={language}
            action={links.page("/console/enquiries/:reference/violation/", { reference })}
          >
            <Select
              language={language}
              name="clause"
              label={words.violationClause}
              options={model.prohibitions}
              required
            />
            <Select
              language={language}
              name="reason"
              label={words.violationReason}
              options={VIOLATION_REASONS.map((reason) => ({ value: reason, label: words[`did-${reason}`] }))}
              required
            />
            <Button quiet>{words.violationRecord}</Button>
          </Form>
        </Disclosure>
      )}
    </section>
  );
}
