import { createSocket, type Socket } from "node:dgram";
import { once } from "node:events";
import { chmodSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { examineDns } from "../src/surfaces/cli/doctor/examine-dns.ts";
import { examineTls } from "../src/surfaces/cli/doctor/examine-tls.ts";
import { temporaryInstallation, type TestInstallation } from "./installation.ts";
import { runUpheld, startProduct } from "./running-product.ts";
import { selfSigned } from "./self-signed.ts";

interface Told {
  readonly operator: string | null;
  readonly findings: readonly { topic: string; state: string; seen: string; remedy: string | null }[];
}

const states = (told: readonly Told[], topic: string) =>
  told.flatMap(({ findings }) => findings.filter((one) => one.topic === topic).map(({ state }) => state));

describe("upheld doctor", () => {
  let installation: TestInstallation;

  beforeAll(async () => {
    installation = await temporaryInstallation("sqlite");
  });
  afterAll(() => installation.remove());

  test("says of an empty folder what to do first, and makes nothing", async () => {
    const { code, out } = await runUpheld(installation, "doctor");
    expect(code).toBe(0);
    expect(out).toContain("upheld start makes its keys and its store");
  });

  test("finds a running installation well, and says so to machines too", async () => {
    const product = await startProduct(installation);
    try {
      const { code, out } = await runUpheld(installation, "doctor", "--json");
      const told = JSON.parse(out) as Told[];
      expect(code).toBe(0);
      expect(told.map(({ operator }) => operator)).toEqual([null, "itsectr"]);
      for (const topic of ["operator", "keys", "journal"]) expect(states(told, topic)).toEqual(["sound"]);
      expect(states(told, "clock")[0]).toBe("sound");
      // The example's names are nobody's, so nobody is asked about them.
      expect(new Set(states(told, "dns"))).toEqual(new Set(["note"]));
    } finally {
      await product.stop();
    }
  });

  test("notices a key folder that others can look into, and a key file that is gone", async () => {
    const { keys } = installation;
    chmodSync(keys, 0o755);
    const open = await runUpheld(installation, "doctor");
    expect(open.out).toContain("Other users of this machine can look into the key folder.");
    chmodSync(keys, 0o700);

    const manifest = join(keys, "itsectr", "manifest.json");
    writeFileSync(manifest, "{}");
    const broken = await runUpheld(installation, "doctor");
    expect(broken.code).toBe(1);
    expect(broken.out).toContain("WRONG operator");
  });

  test("notices a mail server that is not there, and one that hangs up", async () => {
    const deaf = createServer((socket) => socket.destroy()).listen(0, "127.0.0.1");
    await once(deaf, "listening");
    const { port } = deaf.address() as { port: number };
    const hungUp = await doctorWithMail(`smtp://127.0.0.1:${port}`);
    deaf.close();
    await once(deaf, "close");
    const gone = await doctorWithMail(`smtp://127.0.0.1:${port}`);
    for (const told of [hungUp, gone]) expect(states(told, "mail")).toEqual(["wrong"]);
  });

  async function doctorWithMail(url: string): Promise<Told[]> {
    const environment = { ...installation.environment, SMTP_URL: url };
    const { out } = await runUpheld({ ...installation, environment }, "doctor", "--json");
    return JSON.parse(out) as Told[];
  }
});

describe("names are looked up at the server that is named", () => {
  const RECORDS: Readonly<Record<string, readonly (readonly [type: number, data: Buffer])[]>> = {
    "www.upheld-test.org": [[1, Buffer.from([192, 0, 2, 1])]],
    "upheld-test.org": [
      [15, Buffer.concat([Buffer.from([0, 10]), encoded("mx.upheld-test.org")])],
      [16, text("v=spf1 mx -all")],
    ],
    "_dmarc.upheld-test.org": [[16, text("v=DMARC1; p=reject")]],
  };
  let server: Socket;
  let address: string;

  beforeAll(async () => {
    server = createSocket("udp4", (query, from) =>
      server.send(answer(query, RECORDS), from.port, from.address),
    );
    server.bind(0, "127.0.0.1");
    await once(server, "listening");
    address = `127.0.0.1:${server.address().port}`;
  });
  afterAll(() => server.close());

  test("a host that leads somewhere and a domain that others will believe are sound", async () => {
    const found = await examineDns({
      hosts: ["www.upheld-test.org"],
      mailDomain: "upheld-test.org",
      server: address,
    });
    expect(found.map(({ state }) => state)).toEqual(["sound", "sound", "sound", "sound"]);
  });

  test("a host that leads nowhere is wrong; a domain without records is warned of, record by record", async () => {
    const found = await examineDns({
      hosts: ["gone.upheld-test.org"],
      mailDomain: "bare.upheld-test.org",
      server: address,
    });
    expect(found.map(({ state }) => state)).toEqual(["wrong", "warning", "warning", "warning"]);
    expect(found[2]?.remedy).toContain("SPF");
  });

  test("reserved names are asked of nobody", async () => {
    const found = await examineDns({
      hosts: ["itsectr.example", "itsectr.localhost"],
      mailDomain: "itsectr.example",
      server: "127.0.0.1:1",
    });
    expect(found.map(({ state }) => state)).toEqual(["note", "note", "note"]);
  });
});

/** The question of a DNS query, answered from a table (RFC 1035 4.1): one question, no compression but of its name. */
function answer(
  query: Buffer,
  records: Readonly<Record<string, readonly (readonly [type: number, data: Buffer])[]>>,
): Buffer {
  const labels: string[] = [];
  let end = 12;
  for (let length = query[end] ?? 0; length > 0; length = query[end] ?? 0) {
    labels.push(query.toString("latin1", end + 1, end + 1 + length).toLowerCase());
    end += 1 + length;
  }
  const type = query.readUInt16BE(end + 1);
  const known = records[labels.join(".")];
  const fitting = (known ?? []).filter((record) => record[0] === type);
  const head = Buffer.alloc(12);
  head.writeUInt16BE(query.readUInt16BE(0), 0);
  head.writeUInt16BE(known === undefined ? 0x8183 : 0x8180, 2);
  head.writeUInt16BE(1, 4);
  head.writeUInt16BE(fitting.length, 6);
  const answers = fitting.map(([kind, data]) => {
    const fixed = Buffer.alloc(12);
    fixed.writeUInt16BE(0xc00c, 0);
    fixed.writeUInt16BE(kind, 2);
    fixed.writeUInt16BE(1, 4);
    fixed.writeUInt32BE(60, 6);
    fixed.writeUInt16BE(data.length, 10);
    return Buffer.concat([fixed, data]);
  });
  return Buffer.concat([head, query.subarray(12, end + 5), ...answers]);
}

function encoded(name: string): Buffer {
  const labels = name
    .split(".")
    .map((label) => Buffer.concat([Buffer.from([label.length]), Buffer.from(label)]));
  return Buffer.concat([...labels, Buffer.from([0])]);
}

function text(words: string): Buffer {
  return Buffer.concat([Buffer.from([words.length]), Buffer.from(words)]);
}

describe("a certificate", () => {
  const folder = mkdtempSync(join(tmpdir(), "upheld-certificate-"));
  const certificateFile = join(folder, "cert.pem");
  const around = { certificateFile };
  const at = (date: string) => Date.parse(date);

  beforeAll(() => writeFileSync(certificateFile, selfSigned("itsectr.example").cert));
  afterAll(() => rmSync(folder, { recursive: true }));

  test("that holds for the host is sound; soon it is a warning; then it is wrong", () => {
    const on = (date: string) => examineTls(around, ["itsectr.example"], at(date)).map(({ state }) => state);
    expect(on("2026-11-22")).toEqual(["sound"]);
    expect(on("2049-12-20")).toEqual(["warning"]);
    expect(on("2050-01-01")).toEqual(["wrong"]);
  });

  test("of another host, or that is none, is noticed", () => {
    const [, foreign] = examineTls(around, ["itsectr.example", "other.example"], at("2026-11-22"));
    expect(foreign?.seen).toContain("other.example");
    writeFileSync(certificateFile, "no certificate");
    expect(examineTls(around, ["itsectr.example"], at("2026-11-22")).map(({ state }) => state)).toEqual([
      "wrong",
    ]);
  });
});
