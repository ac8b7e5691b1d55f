import { consentsOf } from "../../src/people/consents/index.ts";
import { staffByLogin } from "../../src/people/staff/index.ts";
import type { OpenedOperator } from "../../src/open-operator.ts";
import type { DevelopmentMailbox } from "../../src/platform/mail/index.ts";
import type { Pseudonym } from "../../src/platform/store/index.ts";
import { openEnquiry } from "../../src/services/intake/index.ts";
import { verifyReceipt } from "../../src/trust/journal/index.ts";
import type { HttpPeople } from "./http-people.ts";
import { READER } from "./submissions.ts";

interface EnquiryRow {
  readonly reference: string;
  readonly subject: Pseudonym;
  readonly held: boolean | number;
  readonly confirmed_at: number | null;
}

/**
 * What was lost or torn of what people were told over HTTP, beside the forms themselves, in words: receipts hold, what
 * was held is held until it is confirmed, consents are there with their sending and in force with its confirmation, an
 * answer is there once.
 */
export async function brokenActs(operator: OpenedOperator, people: HttpPeople): Promise<string[]> {
  const broken: string[] = [];
  const key = operator.journal.verifierKey;
  const enquiries = await operator.store.read((reader) =>
    reader
      .query<{ enquiry: EnquiryRow }>()
      .selectFrom("enquiry")
      .select(["reference", "subject", "held", "confirmed_at"])
      .execute(),
  );
  for (const { reference, subject, held, confirmed_at: confirmedAt } of enquiries) {
    const sent = people.received.get(reference);
    if (sent === undefined) continue;
    const { says, findings } = verifyReceipt(sent.receipt, { key });
    if (says?.reference !== reference) broken.push(`the receipt of ${reference}: ${findings.join(" ")}`);
    if (people.confirmed.has(reference) && confirmedAt === null) {
      broken.push(`${reference} was confirmed, and is not`);
    }
    if (Boolean(held) !== (!sent.proven && confirmedAt === null)) {
      broken.push(`${reference} is ${held ? "held" : "not held"}`);
    }
    const consents = await operator.store.read((reader) => consentsOf(reader, subject));
    if (consents.length !== (sent.consenting ? 1 : 0)) {
      broken.push(`${reference} has ${consents.length} consents`);
    }
    if (consents.some((consent) => (consent.confirmedAt === null) !== (confirmedAt === null))) {
      broken.push(`${reference} and its consent are not confirmed together`);
    }
  }
  for (const [reference, text] of people.answered) {
    const opened = await operator.store.transaction(async (tx) =>
      openEnquiry(tx, await staffByLogin(tx, READER, operator.vault), reference, operator),
    );
    const texts = "refusal" in opened ? [] : opened.enquiry.answers.map((answer) => answer.text);
    if (texts.length !== 1 || texts[0] !== text) broken.push(`${reference} has ${texts.length} answers`);
  }
  return broken;
}

/** Answers to confirmed addresses that did not arrive, or under several Message-IDs, or at somebody else's. */
export function brokenMail(mailbox: DevelopmentMailbox, people: HttpPeople): string[] {
  const arrived = new Map<string, { readonly id: string; readonly to: string }[]>();
  for (const { id } of mailbox.list()) {
    const mail = mailbox.read(id);
    const header = mail?.headers.find(({ name }) => name.toLowerCase() === "message-id");
    const reference = /^Здравствуйте! Это ответ на (\S+)\./u.exec(mail?.text ?? "")?.[1];
    if (mail === null || reference === undefined || header === undefined) continue;
    arrived.set(reference, [...(arrived.get(reference) ?? []), { id: header.value, to: mail.to.join() }]);
  }
  return [...people.answered.keys()]
    .filter((reference) => people.confirmed.has(reference))
    .flatMap((reference) => {
      const mails = arrived.get(reference) ?? [];
      const address = people.received.get(reference)?.body["email"];
      const ids = new Set(mails.map(({ id }) => id)).size;
      return ids === 1 && mails.every(({ to }) => to === address)
        ? []
        : [`the answer to ${reference} came ${mails.length} times, under ${ids} ids`];
    });
}
