import { once } from "node:events";
import { createConnection, createServer, type Server, type Socket } from "node:net";
import { SMTPServer, type SMTPServerOptions } from "smtp-server";
import { afterEach, describe, expect, test } from "vitest";
import { ManualClock } from "../clock/index.ts";
import { systemRandom } from "../random/index.ts";
import {
  composeMail,
  type MailMessage,
  type MailTransport,
  type SmtpSettings,
  smtpTransport,
  startDevelopmentMailbox,
} from "./index.ts";

const message: MailMessage = {
  id: "019aa0f2-7c11-7e34-9d5b-2f8f6f0f3a11",
  at: Date.UTC(2026, 10, 20),
  from: { address: "privacy@operator.example" },
  to: { address: "ivan.petrov@mail.example" },
  subject: "Принято",
  language: "ru",
  text: "Здравствуйте!",
};

const toClose: (() => Promise<void> | void)[] = [];
afterEach(async () => {
  for (const close of toClose.splice(0).reverse()) await close();
});

/** A server of the world outside, that answers as the test wants. */
async function smtpServer(options: SMTPServerOptions): Promise<number> {
  const server = new SMTPServer({
    authOptional: true,
    disabledCommands: ["STARTTLS"],
    disableReverseLookup: true,
    closeTimeout: 200,
    onData: (stream, _session, done) => stream.on("end", () => done()).resume(),
    ...options,
  });
  server.on("error", () => undefined);
  const listening = server.listen(0, "127.0.0.1");
  await once(listening, "listening");
  toClose.push(() => new Promise((resolve) => server.close(() => resolve())));
  return portOf(listening);
}

/** A server that speaks raw bytes, for what no honest SMTP server does. */
async function rawServer(onConnection: (socket: Socket) => void): Promise<number> {
  const sockets = new Set<Socket>();
  const server = createServer((socket) => {
    sockets.add(socket);
    socket.on("error", () => undefined);
    onConnection(socket);
  });
  server.listen(0, "127.0.0.1");
  await once(server, "listening");
  toClose.push(async () => {
    for (const socket of sockets) socket.destroy();
    await new Promise((resolve) => server.close(resolve));
  });
  return portOf(server);
}

function portOf(server: Server): number {
  const address = server.address();
  if (address === null || typeof address === "string") throw new Error("no port");
  return address.port;
}

function transport(port: number, settings: Partial<SmtpSettings> = {}): MailTransport {
  const made = smtpTransport({ host: "127.0.0.1", port, ...settings });
  toClose.push(() => made.close({ force: true }));
  return made;
}

function reply(responseCode: number): Error {
  return Object.assign(new Error("ivan.petrov@mail.example is not wanted here"), { responseCode });
}

describe("an attempt has one outcome", () => {
  test("delivered: the server has the message", async () => {
    const mailbox = await startDevelopmentMailbox({ clock: new ManualClock(5000), random: systemRandom });
    toClose.push(() => mailbox.close());
    const out = transport(mailbox.port);
    expect(await out.send(await composeMail(message))).toEqual({ outcome: "delivered", code: 250 });
    expect(mailbox.list()).toMatchObject([
      { to: [message.to.address], subject: "Принято", receivedAt: 5000 },
    ]);
  });

  test.each([
    ["the recipient", "onRcptTo"],
    ["the sender", "onMailFrom"],
  ] as const)("a 4xx on %s is tried again, a 5xx never", async (_about, hook) => {
    for (const [code, outcome] of [
      [450, "try-again"],
      [550, "refused-for-ever"],
    ] as const) {
      const port = await smtpServer({
        [hook]: (_a: unknown, _s: unknown, done: (e: Error) => void) => done(reply(code)),
      });
      expect(await transport(port).send(await composeMail(message))).toEqual({
        outcome,
        code,
        reason: "refused",
      });
    }
  });

  test("a 4xx on the text is tried again, a 5xx never", async () => {
    for (const [code, outcome] of [
      [451, "try-again"],
      [554, "refused-for-ever"],
    ] as const) {
      const port = await smtpServer({
        onData: (stream, _session, done) => stream.on("end", () => done(reply(code))).resume(),
      });
      expect(await transport(port).send(await composeMail(message))).toEqual({
        outcome,
        code,
        reason: "refused",
      });
    }
  });

  test("a message larger than the server takes is refused for ever, and not sent", async () => {
    const port = await smtpServer({ size: 100 });
    const outcome = await transport(port).send(await composeMail(message));
    expect(outcome).toMatchObject({ outcome: "refused-for-ever", reason: "refused" });
  });

  test("a server that turns away every session is tried again: the message is not at fault", async () => {
    const port = await rawServer((socket) => socket.end("554 5.3.2 No service\r\n"));
    expect(await transport(port).send(await composeMail(message))).toMatchObject({
      outcome: "try-again",
      code: 554,
    });
  });

  test("a password that is refused is tried again", async () => {
    const port = await smtpServer({
      allowInsecureAuth: true,
      disabledCommands: ["STARTTLS"],
      onAuth: (_auth, _session, done) => done(reply(535)),
    });
    const out = transport(port, { user: "upheld", password: "wrong" });
    expect(await out.send(await composeMail(message))).toEqual({
      outcome: "try-again",
      code: 535,
      reason: "login",
    });
    expect(await out.verify()).toEqual({ reachable: false, code: 535, reason: "login" });
  });

  test("a connection dropped before or in the middle of the message is tried again", async () => {
    const atOnce = await rawServer((socket) => socket.destroy());
    expect(await transport(atOnce).send(await composeMail(message))).toMatchObject({
      outcome: "try-again",
      code: null,
    });
    const midway = await smtpServer({
      onData: (stream) => {
        stream.once("data", () => sockets.forEach((socket) => socket.destroy()));
        stream.resume();
      },
      onConnect: (_session, done) => done(),
    });
    const sockets = new Set<Socket>();
    const proxy = await rawServer((socket) => {
      sockets.add(socket);
      socket.pipe(connectTo(midway)).pipe(socket);
    });
    expect(await transport(proxy).send(await composeMail(message))).toMatchObject({
      outcome: "try-again",
      code: null,
    });
  });

  test("nobody listening is tried again", async () => {
    const port = await rawServer(() => undefined);
    await toClose.pop()?.();
    expect(await transport(port).send(await composeMail(message))).toEqual({
      outcome: "try-again",
      code: null,
      reason: "unreachable",
    });
  });

  test("a server that says nothing, and one that trickles for ever, are given up", async () => {
    const mute = await rawServer(() => undefined);
    const silent = transport(mute, { timeouts: { connect: 50, silence: 50 } });
    expect(await silent.send(await composeMail(message))).toMatchObject({
      outcome: "try-again",
      reason: "timeout",
    });

    const trickling = await rawServer((socket) => {
      const timer = setInterval(() => socket.write("220-still here\r\n"), 5);
      socket.on("close", () => clearInterval(timer));
    });
    const patient = transport(trickling, { timeouts: { attempt: 100 } });
    expect(await patient.send(await composeMail(message))).toMatchObject({
      outcome: "try-again",
      reason: "timeout",
    });
  });

  test("a caller who stops gets its outcome at once", async () => {
    const mute = await rawServer(() => stopping.abort());
    const stopping = new AbortController();
    const outcome = await transport(mute).send(await composeMail(message), stopping.signal);
    expect(outcome).toEqual({ outcome: "try-again", code: null, reason: "stopped" });
  });

  test("no outcome carries a word of the server", async () => {
    const port = await smtpServer({ onRcptTo: (_address, _session, done) => done(reply(550)) });
    expect(JSON.stringify(await transport(port).send(await composeMail(message)))).not.toContain("ivan");
  });
});

describe("the connection", () => {
  test("is used again, and never more than allowed at once", async () => {
    let opened = 0;
    let open = 0;
    let most = 0;
    const port = await smtpServer({
      onConnect(_session, done) {
        opened++;
        most = Math.max(most, ++open);
        done();
      },
      onClose: () => void open--,
    });
    const out = transport(port, { connections: 2 });
    const mail = await composeMail(message);
    const outcomes = await Promise.all(Array.from({ length: 30 }, () => out.send(mail)));
    expect(outcomes.every((one) => one.outcome === "delivered")).toBe(true);
    expect(most).toBe(2);
    expect(opened).toBe(2);
  });

  test("sends nothing in clear when TLS is asked for and not offered", async () => {
    let heard = "";
    const port = await rawServer((socket) => {
      socket.write("220 hello\r\n");
      socket.on("data", (chunk) => {
        heard += chunk.toString("latin1");
        socket.write(heard.includes("STARTTLS") ? "454 not now\r\n" : "250 hello\r\n");
      });
    });
    const out = transport(port, { requireTls: true, user: "upheld", password: "secret-password" });
    expect(await out.send(await composeMail(message))).toMatchObject({ outcome: "try-again", reason: "tls" });
    expect(heard).toContain("EHLO");
    expect(heard).not.toMatch(/AUTH|MAIL FROM|ivan|secret/i);
  });

  test("refuses a certificate that nobody vouches for", async () => {
    const port = await smtpServer({ disabledCommands: [] });
    const out = transport(port, { requireTls: true });
    expect(await out.send(await composeMail(message))).toMatchObject({
      outcome: "try-again",
      code: null,
      reason: "tls",
    });
    expect(await out.verify()).toEqual({ reachable: false, code: null, reason: "tls" });
  });

  test("is verified without sending anything", async () => {
    let sent = 0;
    const port = await smtpServer({ onMailFrom: (_address, _session, done) => done(sent++ ? null : null) });
    expect(await transport(port).verify()).toEqual({ reachable: true });
    expect(sent).toBe(0);
  });

  test("with half a login, or a login across a network in clear, is not made", () => {
    const settings = { host: "mail.operator.example", port: 587 };
    expect(() => smtpTransport({ ...settings, user: "upheld" })).toThrow(/do not fit/);
    expect(() => smtpTransport({ ...settings, user: "u", password: "p", requireTls: false })).toThrow(
      /do not fit/,
    );
    expect(() => smtpTransport({ ...settings, port: 0 })).toThrow(/do not fit/);
  });
});

function connectTo(port: number): Socket {
  const socket = createConnection({ host: "127.0.0.1", port });
  socket.on("error", () => undefined);
  toClose.push(() => void socket.destroy());
  return socket;
}
