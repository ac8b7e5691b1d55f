import { afterAll, beforeAll, expect, test } from "vitest";
import { send } from "../../../test/http-client.ts";
import { startSite, type TestSite } from "../../../test/http-site.ts";
import {
  type OpenedOperator,
  type TestInstallation,
  temporaryInstallation,
} from "../../../test/installation.ts";
import {
  composeMail,
  type DevelopmentMailbox,
  smtpTransport,
  startDevelopmentMailbox,
} from "../../platform/mail/index.ts";
import { mailboxPages } from "./mailbox-pages.tsx";
import { policyReader } from "./policy-reader.ts";

let installation: TestInstallation;
let operator: OpenedOperator;
let mailbox: DevelopmentMailbox;
let site: TestSite;

beforeAll(async () => {
  installation = await temporaryInstallation("sqlite");
  operator = await installation.open();
  const { clock, random } = operator;
  mailbox = await startDevelopmentMailbox({ clock, random });
  site = await startSite(mailboxPages(mailbox, policyReader(operator, operator.policy)));
});
afterAll(async () => {
  await site.served.close();
  await mailbox.close();
  await installation.remove();
});

/** Mails a text, and opens it in the mailbox. */
async function shown(text: string) {
  const out = smtpTransport({ host: mailbox.host, port: mailbox.port, connections: 1 });
  try {
    const mail = await composeMail({
      id: "letter",
      at: operator.clock.now(),
      from: { address: "privacy@operator.example", name: "Operator" },
      to: { address: "person@mail.example" },
      subject: "An answer",
      language: "en",
      text,
    });
    expect(await out.send(mail)).toMatchObject({ outcome: "delivered" });
  } finally {
    out.close();
  }
  const [newest] = mailbox.list();
  return send({ port: site.port, path: `/en/development/mailbox/${newest?.id ?? ""}/` });
}

test("a mail's addresses are links", async () => {
  const { status, text } = await shown("Press https://operator.example/confirm/ to go on.");
  expect(status).toBe(200);
  expect(text).toContain('href="https://operator.example/confirm/"');
});

test.each(["http://[", "https://%", "http://a:b:c/", "http://[::1"])(
  "%s in a mail is no address: it is shown as text, and so is the rest",
  async (address) => {
    const { status, text } = await shown(`Before ${address} after.`);
    expect(status).toBe(200);
    expect(text).toContain(`Before ${address} after.`);
    expect(text).not.toContain(`href="${address}`);
  },
);
