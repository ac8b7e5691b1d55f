import { z } from "zod";
import type { CaseClock } from "../../duties/deadlines/index.ts";
import type { Frame } from "../../platform/http/index.ts";
import { Row, Status, type StatusKind } from "../../platform/ui/index.ts";
import type { EnquirySummary } from "../../services/intake/index.ts";
import type { Language } from "../../platform/i18n/index.ts";
import { type CompiledPolicy, formsOf } from "../../policy/index.ts";
import { subjectOf } from "./enquiry-subject.ts";
import { dueMark, owedOf, owedView } from "./owed.tsx";
import { enquiryWords } from "./enquiry.messages.ts";
import { ageText, Moment } from "./moment.tsx";

/** An enquiry in a list: a reference and codes, nothing of the person. */
export const enquiryRowView = z.object({
  reference: z.string(),
  form: z.string(),
  /** Whether it is about the sender's own data: such come first. */
  myData: z.boolean(),
  /** What it is about, in words; null where it names nothing. */
  subject: z.string().nullable(),
  status: z.enum(["open", "answered", "closed"]),
  held: z.boolean(),
  /** True while it is held as suspected advertising (clause itsectr-agreement/4.3.5). */
  advertising: z.boolean(),
  suspicion: z.array(z.enum(["content", "links", "repeated"])),
  flags: z.array(z.enum(["document-number", "special-category"])),
  receivedAt: z.number(),
  /** ms since it was received; null where nobody waits any more. */
  waiting: z.number().nullable(),
  /** By when an answer is owed; null where none is. */
  owed: owedView.nullable(),
});

export function enquiryRowOf(
  summary: EnquirySummary,
  at: number,
  { policy, language }: { readonly policy: CompiledPolicy; readonly language: Language },
  clocks: readonly CaseClock[] = [],
): z.output<typeof enquiryRowView> {
  const { reference, status, held, flags, receivedAt, topic, advertising, suspicion } = summary;
  const form = formsOf(policy).find(({ code }) => code === summary.form)?.title[language] ?? summary.form;
  const waiting = status === "open" && !held && !advertising ? Math.max(0, at - receivedAt) : null;
  return {
    reference,
    form,
    myData: topic === "my-data",
    subject: subjectOf(summary, policy, language),
    status,
    held,
    advertising,
    suspicion: [...suspicion],
    flags: [...flags],
    receivedAt,
    waiting,
    owed: owedOf(clocks, at),
  };
}

export const STATUS_KINDS: Record<EnquirySummary["status"], StatusKind> = {
  open: "info",
  answered: "success",
  closed: "neutral",
};

export function EnquiryRow(props: {
  readonly row: z.output<typeof enquiryRowView>;
  readonly frame: Frame;
  readonly timeZone: string;
}) {
  const { row, frame, timeZone } = props;
  const { language, links } = frame;
  const words = enquiryWords(language);
  return (
    <Row
      link={links.page("/console/enquiries/:reference/", { reference: row.reference })}
      title={row.reference}
      marks={
        <>
          <Status kind={STATUS_KINDS[row.status]}>{words[row.status]}</Status>
          {row.held && <Status kind="warning">{words.unconfirmed}</Status>}
          {row.advertising && <Status kind="warning">{words.advertising}</Status>}
          {row.subject !== null && <Status kind={row.myData ? "warning" : "neutral"}>{row.subject}</Status>}
          {row.owed !== null && dueMark(row.owed, language)}
          {row.flags.map((flag) => (
            <Status kind="error">{words[flag]}</Status>
          ))}
        </>
      }
      note={
        <>
          {row.form} · {words.received} <Moment at={row.receivedAt} language={language} timeZone={timeZone} />
        </>
      }
      {...(row.waiting === null ? {} : { end: words.waits({ age: ageText(row.waiting, language) }) })}
    />
  );
}
