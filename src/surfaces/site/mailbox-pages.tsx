import { z } from "zod";
import { type Exchange, external, page, refuse, type Route } from "../../platform/http/index.ts";
import { formatMoment } from "../../platform/i18n/index.ts";
import type { DevelopmentMailbox } from "../../platform/mail/index.ts";
import { Code, DefinitionList, EmptyState, External, Table } from "../../platform/ui/index.ts";
import { PageFrame } from "./page-frame.tsx";
import type { PolicyReader } from "./policy-reader.ts";
import { siteWords } from "./site.messages.ts";

const LIST = "/development/mailbox/";
const ONE = "/development/mailbox/:id/";

/** The development mailbox in the browser: of this machine alone, and only where no SMTP server is set. */
export function mailboxPages(mailbox: DevelopmentMailbox, policies: PolicyReader): Route[] {
  return [listPage(mailbox, policies), messagePage(mailbox, policies)];
}

/**
 * A mailbox in memory shows addresses, so nobody from elsewhere sees that it is there: not behind a proxy on this
 * machine either, whose visitors all come from 127.0.0.1.
 */
function onlyHere({ fromThisMachine }: Exchange): void {
  if (!fromThisMachine) refuse("not-found");
}

function listPage(mailbox: DevelopmentMailbox, policies: PolicyReader): Route {
  return page({
    path: LIST,
    view: z.object({
      messages: z.array(
        z.object({ id: z.string(), receivedAt: z.number(), to: z.array(z.string()), subject: z.string() }),
      ),
    }),
    async show(exchange) {
      onlyHere(exchange);
      await policies.read(exchange.at);
      return { messages: mailbox.list().map((message) => ({ ...message, to: [...message.to] })) };
    },
    render({ messages }, frame) {
      const { language, links } = frame;
      const words = siteWords(language);
      const policy = policies.current();
      return (
        <PageFrame frame={frame} policy={policy} title={words.mailbox} path={LIST}>
          <div class="prose">
            <h1>{words.mailbox}</h1>
            {messages.length === 0 ? (
              <EmptyState title={words.mailboxEmpty}>
                <p>{words.mailboxEmptyNext}</p>
              </EmptyState>
            ) : (
              <Table
                caption={words.mailbox}
                columns={[
                  { label: words.mailSubject },
                  { label: words.mailTo },
                  { label: words.mailArrived },
                ]}
                rows={messages.map(({ id, subject, to, receivedAt }) => [
                  <a href={links.page(ONE, { id })}>{subject}</a>,
                  to.join(", "),
                  formatMoment(receivedAt, language, policy.operator.timeZone),
                ])}
              />
            )}
          </div>
        </PageFrame>
      );
    },
  });
}

function messagePage(mailbox: DevelopmentMailbox, policies: PolicyReader): Route {
  return page({
    path: ONE,
    params: z.object({ id: z.uuid() }),
    view: z.object({
      subject: z.string(),
      to: z.array(z.string()),
      text: z.string(),
      attachments: z.array(z.object({ name: z.string(), text: z.string() })),
    }),
    async show(exchange, { params }) {
      onlyHere(exchange);
      await policies.read(exchange.at);
      const message = mailbox.read(params.id) ?? refuse("not-found");
      const { subject, to, text, attachments } = message;
      return {
        subject,
        to: [...to],
        text,
        attachments: attachments.map(({ name, text: of }) => ({ name, text: of })),
      };
    },
    render({ subject, to, text, attachments }, frame) {
      const words = siteWords(frame.language);
      return (
        <PageFrame frame={frame} policy={policies.current()} title={subject} path={LIST}>
          <div class="prose">
            <h1>{subject}</h1>
            <DefinitionList items={[{ term: words.mailTo, detail: to.join(", ") }]} />
            <Code caption={words.mailText} text={withLinks(text)} />
            {attachments.map((attachment) => (
              <Code caption={attachment.name} text={attachment.text} />
            ))}
            <p>
              <a href={frame.links.page(LIST)}>{words.mailbox}</a>
            </p>
          </div>
        </PageFrame>
      );
    },
  });
}

/** A mail program makes the addresses in a text into links; so does this. What only begins like one stays text. */
function withLinks(text: string) {
  return text
    .split(/(https?:\/\/\S+)/u)
    .map((part, place) =>
      place % 2 === 1 && URL.canParse(part) ? <External href={external(part)}>{part}</External> : part,
    );
}
