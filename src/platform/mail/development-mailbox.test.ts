import { once } from "node:events";
import { createConnection } from "node:net";
import { networkInterfaces } from "node:os";
import { afterEach, describe, expect, test } from "vitest";
import { ManualClock } from "../clock/index.ts";
import { systemRandom } from "../random/index.ts";
import {
  composeMail,
  type DevelopmentMailbox,
  type MailMessage,
  type MailTransport,
  smtpTransport,
  startDevelopmentMailbox,
} from "./index.ts";

const clock = new ManualClock(1000);
let mailbox: DevelopmentMailbox;
let out: MailTransport;

afterEach(async () => {
  out.close();
  await mailbox.close();
});

async function start(limits: { maxMessages?: number; maxBytes?: number } = {}): Promise<void> {
  mailbox = await startDevelopmentMailbox({ clock, random: systemRandom, ...limits });
  out = smtpTransport({ host: mailbox.host, port: mailbox.port, connections: 1 });
}

async function send(changes: Partial<MailMessage> = {}) {
  const message: MailMessage = {
    id: "letter",
    at: 0,
    from: { address: "privacy@operator.example", name: "Оператор" },
    to: { address: "person@mail.example" },
    subject: "Обращение №7",
    language: "ru",
    text: "Здравствуйте!",
    ...changes,
  };
  return out.send(await composeMail(message));
}

describe("the development mailbox", () => {
  test("shows a message as it was written: headers, text, HTML", async () => {
    await start();
    await send({ html: "<p>Здравствуйте!</p>", automatic: true });
    const [summary] = mailbox.list();
    expect(summary).toMatchObject({
      from: "privacy@operator.example",
      to: ["person@mail.example"],
      subject: "Обращение №7",
      receivedAt: 1000,
    });
    const read = mailbox.read(summary?.id ?? "");
    expect(read?.text.trim()).toBe("Здравствуйте!");
    expect(read?.html).toContain("<p>Здравствуйте!</p>");
    expect(read?.headers).toContainEqual({ name: "Auto-Submitted", value: "auto-generated" });
    expect(read?.headers).toContainEqual({ name: "Message-ID", value: "<letter@operator.example>" });
    expect(mailbox.read("unknown")).toBeNull();
  });

  test("keeps the newest messages, by number", async () => {
    await start({ maxMessages: 3 });
    for (let i = 1; i <= 5; i++) await send({ subject: `${i}` });
    expect(mailbox.list().map((one) => one.subject)).toEqual(["5", "4", "3"]);
  });

  test("keeps the newest messages, by size, and refuses one that is larger than all its room", async () => {
    await start({ maxBytes: 5000 });
    for (let i = 1; i <= 4; i++) await send({ subject: `${i}`, text: "x".repeat(1500) });
    expect(mailbox.list().map((one) => one.subject)).toEqual(["4", "3"]);
    expect(await send({ text: "x".repeat(10_000) })).toMatchObject({ outcome: "refused-for-ever" });
    expect(mailbox.list()).toHaveLength(2);
  });

  test("reads what is no proper message without falling over", async () => {
    await start();
    const bytes = Buffer.from("Subject\r\n: broken\r\n\r\n\u0000\u0001=\r\n--\r\n");
    await out.send({ messageId: "<a@b>", from: "a@b.example", to: "c@d.example", bytes });
    expect(mailbox.list()).toHaveLength(1);
  });

  test("listens on the loopback interface and nowhere else", async () => {
    await start();
    expect(mailbox.host).toBe("127.0.0.1");
    const others = Object.values(networkInterfaces()).flatMap((list) =>
      (list ?? []).filter((one) => one.address !== "127.0.0.1" && one.scopeid === undefined),
    );
    for (const { address } of others) {
      const socket = createConnection({ host: address, port: mailbox.port });
      const [error] = (await Promise.race([once(socket, "error"), once(socket, "connect")])) as [Error?];
      socket.destroy();
      expect(error).toMatchObject({ code: expect.stringMatching(/ECONNREFUSED|EADDRNOTAVAIL|EHOSTUNREACH/) });
    }
  });

  test("forgets everything when it closes, and nobody can reach it any more", async () => {
    await start();
    await send();
    out.close();
    await mailbox.close();
    await mailbox.close();
    expect(mailbox.list()).toEqual([]);
    out = smtpTransport({ host: mailbox.host, port: mailbox.port });
    expect(await send()).toMatchObject({ outcome: "try-again", reason: "unreachable" });
  });
});
