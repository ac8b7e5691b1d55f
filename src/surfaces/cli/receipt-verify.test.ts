import { spawn } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { openForm, send } from "../../../test/faults/submissions.ts";
import {
  type OpenedOperator,
  type TestInstallation,
  temporaryInstallation,
} from "../../../test/installation.ts";
import type { Installation } from "./command.ts";
import { runCommand } from "./run-command.ts";

const command = fileURLToPath(new URL("../../../bin/upheld.mjs", import.meta.url));

let installation: TestInstallation;
let operator: OpenedOperator;
let folder: string;
let promised: string;
let proven: string;
let reference: string;

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), "upheld-receipt-"));
  installation = await temporaryInstallation("sqlite");
  operator = await installation.open();
  const outcome = await send(operator, await openForm(operator, 1));
  if (outcome.outcome !== "received") throw new Error(outcome.outcome);
  ({ text: promised, reference } = outcome.receipt);
  await operator.journal.sequencer.drain();
  proven = (await operator.store.read((reader) => operator.journal.completeReceipt(reader, promised))) ?? "";
});
afterAll(async () => {
  await installation.remove();
  rmSync(folder, { recursive: true, force: true });
});

const nowhere: Installation = {
  start: () => Promise.reject(new Error("opens nothing")),
  rules: () => Promise.reject(new Error("opens nothing")),
  surroundings: {} as Installation["surroundings"],
  withOperator: () => Promise.reject(new Error("opens nothing")),
};
const here: Installation = {
  ...nowhere,
  withOperator: (_, act) => act(operator, "http://itsectr.localhost"),
};

async function verify(text: string | Buffer, argv: readonly string[] = [], at = nowhere) {
  const file = join(folder, "receipt.txt");
  writeFileSync(file, text);
  let [out, err] = ["", ""];
  const terminal = { out: (said: string) => void (out += said), err: (said: string) => void (err += said) };
  const code = await runCommand(["receipt", "verify", file, ...argv], terminal, at);
  return { code, out, err };
}

describe("a person checks a receipt on any machine", () => {
  test("a proven one is sound, and it is said whose key that rests on", async () => {
    const done = await verify(proven);
    expect(done.code).toBe(0);
    expect(done.out).toContain(reference);
    expect(done.out).toContain("Sound");
    expect(done.err).toContain(operator.journal.verifierKey);
    const compared = await verify(proven, ["--key", operator.journal.verifierKey]);
    expect(compared).toMatchObject({ code: 0, err: "" });
  });

  test("one that only promises is told from one that proves", async () => {
    const done = await verify(promised, ["--json"]);
    expect(done.code).toBe(0);
    expect(JSON.parse(done.out)).toMatchObject({
      verdict: "promised",
      findings: ["receipt-promised"],
      says: { reference, place: null },
    });
    expect((await verify(promised)).out).toContain("only promised so far");
  });

  test("a changed one is refused, and repeats nothing of what it claims", async () => {
    const done = await verify(proven.replace(reference, "0000-0000"));
    expect(done.code).toBe(1);
    expect(done.out).toContain("receipt-signature");
    expect(done.out).toContain("NOT SOUND");
    expect(done.out).not.toContain("0000-0000");
  });

  test("bytes that are no receipt are refused, whatever they are", async () => {
    for (const bytes of ["", "hello\n", Buffer.alloc(300_000, 0xff), "\u001b[2J\n\n— a b\n\n"]) {
      const done = await verify(bytes);
      expect(done.code).toBe(1);
      expect(done.out).toContain("receipt-malformed");
    }
  });

  test.each([
    ["no file", ["receipt", "verify"]],
    ["two files", ["receipt", "verify", "a", "b"]],
    ["a file that is not there", ["receipt", "verify", "/nowhere/receipt.txt"]],
    ["a folder", ["receipt", "verify", "/"]],
    ["a key that is none", ["receipt", "verify", "a", "--key", "x"]],
    ["a witness that is none", ["receipt", "verify", "a", "--witness", "x"]],
  ])("%s is a wrong command line", async (_, argv) => {
    const terminal = { out: () => undefined, err: () => undefined };
    expect(await runCommand(argv, terminal, nowhere)).toBe(2);
  });

  test("standard input is read, by the command as it is installed, where there is no installation", async () => {
    const child = spawn(process.execPath, [command, "receipt", "verify", "-", "--json"], {
      cwd: folder,
      env: { PATH: process.env["PATH"] },
    });
    let out = "";
    child.stdout.setEncoding("utf8").on("data", (said: string) => (out += said));
    child.stdin.end(proven.replaceAll("\n", "\r\n"));
    const code = await new Promise((resolve) => child.on("close", resolve));
    expect(code).toBe(0);
    expect(JSON.parse(out)).toMatchObject({ verdict: "proven" });
  });
});

describe("beside an installation", () => {
  test("a promise is proven against today's journal", async () => {
    const done = await verify(promised, ["--operator", "itsectr"], here);
    expect(done.code).toBe(0);
    expect(done.out).toContain("it stands in today's journal");
  });

  test("a receipt of another operator is not taken for this one's", async () => {
    const other = await temporaryInstallation("sqlite");
    const stranger = await other.open();
    const outcome = await send(stranger, await openForm(stranger, 2));
    if (outcome.outcome !== "received") throw new Error(outcome.outcome);
    expect((await verify(outcome.receipt.text)).code).toBe(0);
    const done = await verify(outcome.receipt.text, ["--operator", "itsectr"], here);
    expect(done.code).toBe(1);
    expect(done.out).toContain("receipt-other-key");
    await other.remove();
  });

  test("an entry that the journal's key has signed for and the journal does not have is found", async () => {
    const decision = { allowed: true, clause: null, policy: "0".repeat(64) };
    const entry = {
      v: 1,
      id: "019aa0f2-7c11-7e34-9d5b-2f8f6f0f3a11",
      at: 1,
      operator: "itsectr",
      event: "decision",
      operation: "collect",
      purpose: "inquiry-handling",
      attributes: ["email"],
      decision,
      details: { reference: "LOST-0001" },
    };
    const lost = Buffer.from(`0123456789abcdef${JSON.stringify(entry)}`);
    const text = await operator.journal.receipt({ reference: "LOST-0001", receivedAt: 1, leaf: lost });
    expect((await verify(text)).out).toContain("only promised");
    const done = await verify(text, ["--operator", "itsectr"], here);
    expect(done.code).toBe(1);
    expect(done.out).toContain("receipt-not-in-journal");
  });
});
