import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { sendConfirmable } from "../../../test/confirmable-sending.ts";
import {
  type OpenedOperator,
  type TestInstallation,
  temporaryInstallation,
} from "../../../test/installation.ts";
import { keeps, removes } from "../../../test/keeps.ts";
import { publishNext, withNotice, withOtherTexts } from "../../../test/next-version.ts";
import type { Settings } from "../../policy/index.ts";
import { ManualClock } from "../../platform/clock/index.ts";
import { createWorker } from "../../platform/jobs/index.ts";
import {
  type DevelopmentMailbox,
  smtpTransport,
  startDevelopmentMailbox,
} from "../../platform/mail/index.ts";
import { answersToSend, confirmSubmission } from "../intake/index.ts";
import { announceVersions, sendMessages } from "./index.ts";

const DAY = 24 * 3_600_000;
const HOUR = 3_600_000;

describe.each(["sqlite", "postgres"] as const)("%s", (engine) => {
  let installation: TestInstallation;
  let operator: OpenedOperator;
  let mailbox: DevelopmentMailbox;
  let clock: ManualClock;

  beforeEach(async () => {
    installation = await temporaryInstallation(engine);
    clock = new ManualClock(Date.UTC(2026, 10, 22, 12));
    operator = await installation.open({ clock });
    mailbox = await startDevelopmentMailbox(operator);
    clock.advance(DAY);
  });
  afterEach(async () => {
    await mailbox.close();
    await installation.remove();
  });

  async function work(batch = 50): Promise<void> {
    const transport = smtpTransport({ host: mailbox.host, port: mailbox.port });
    const worker = createWorker({
      ...operator,
      queue: operator.jobs,
      handlers: [
        sendMessages({
          ...operator,
          answers: answersToSend(operator),
          transport,
          link: (path, language) => `https://itsectr.example/${language}${path}`,
        }),
        announceVersions({ ...operator, batch }),
      ],
    });
    for (let i = 0; i < 4; i++) await worker.runDue();
    await worker.stop();
    transport.close();
  }
  /** A person with a proven address, and the letters of before out of the way. */
  const known = async (email: string, more: { declined?: boolean } = {}) => {
    const sending = await sendConfirmable(operator, { email, consents: [], ...more });
    const { token } = sending;
    await confirmSubmission({ token, addressOnly: false, ...more }, operator);
    return sending;
  };
  let texts = 0;
  const publish = (notice: Settings["versioning"]["notice"], from = 0) =>
    publishNext(operator, (policy) => withOtherTexts(withNotice(policy, notice), `${++texts}.`), from);
  /** To whom it was announced, with the text. */
  const announced = () =>
    mailbox
      .list()
      .map(({ id }) => mailbox.read(id))
      .filter((mail) => JSON.stringify(mail).includes("our documents have changed"));
  const receivers = () =>
    announced().flatMap((mail) => JSON.stringify(mail?.to).match(/[a-z]+@example\.org/gu));

  test(
    "T13: who accepted an older text is written to once it takes effect, and nobody before or twice",
    keeps("change-notice", "itsectr-agreement/1.4", "proit-privacy/6.1"),
    async () => {
      await known("anna@example.org");
      await known("anna@example.org");
      await sendConfirmable(operator, { email: "unproven@example.org", consents: [] });
      await known("declining@example.org", { declined: true });
      await publish("e-mail", clock.now() + HOUR);
      await work();
      expect(receivers()).toEqual([]);
      clock.advance(HOUR);
      await work();
      await work();
      expect(receivers()).toEqual(["anna@example.org"]);
      const text = JSON.stringify(announced()[0]);
      expect(text).toContain("https://itsectr.example/en/privacy-policy/changes/");
      expect(text).toContain("https://itsectr.example/en/user-agreement/");
      expect(text).not.toContain("Anna Example");
    },
  );

  test(
    "whoever has anything blocked is not written to, also when it is blocked after the letter was queued",
    keeps("change-notice"),
    async () => {
      const block = (subject: string) =>
        operator.store.transaction((tx) =>
          tx
            .query<{ subject: { id: string; blocked: string } }>()
            .updateTable("subject")
            .set({ blocked: '["*"]' })
            .where("id", "=", subject)
            .execute(),
        );
      await block((await known("anna@example.org")).subject);
      const boris = await known("boris@example.org");
      await publish("e-mail");
      const worker = createWorker({
        ...operator,
        queue: operator.jobs,
        handlers: [announceVersions(operator)],
      });
      await worker.runDue();
      await worker.stop();
      await block(boris.subject);
      await work();
      expect(receivers()).toEqual([]);
    },
  );

  test(
    "a version that was replaced or called off before it took effect is not announced; the one that holds is",
    keeps("change-notice"),
    async () => {
      await known("anna@example.org");
      await publish("e-mail", clock.now() + HOUR);
      await publish("e-mail", clock.now() + HOUR);
      clock.advance(HOUR);
      await work();
      expect(receivers()).toEqual(["anna@example.org"]);
      expect(JSON.stringify(announced()[0])).toContain("Version 3");
    },
  );

  test("people are taken in bounded batches, each once", keeps("change-notice"), async () => {
    const people = ["anna", "boris", "vera", "greta", "dora"].map((name) => `${name}@example.org`);
    for (const email of people) await known(email);
    await publish("e-mail");
    await work(2);
    expect(receivers().toSorted()).toEqual(people.toSorted());
  });

  test("under every other notice nobody is written to", removes("change-notice"), async () => {
    await known("anna@example.org");
    for (const notice of ["none", "banner", "re-accept"] as const) await publish(notice);
    await work();
    expect(receivers()).toEqual([]);
    await publish("e-mail");
    await work();
    expect(receivers()).toEqual(["anna@example.org"]);
  });
});
