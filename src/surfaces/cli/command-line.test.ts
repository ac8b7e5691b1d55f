import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import {
  type OpenedOperator,
  type TestInstallation,
  temporaryInstallation,
} from "../../../test/installation.ts";
import { runUpheld } from "../../../test/running-product.ts";
import { unopenedInstallation } from "../../../test/unopened-installation.ts";
import { createJobQueue, createWorker, handle, JobFailure } from "../../platform/jobs/index.ts";
import { runCommand } from "./run-command.ts";
import { sendMessageJob } from "../../services/messages/index.ts";

let installation: TestInstallation;
let operator: OpenedOperator;

beforeAll(async () => {
  installation = await temporaryInstallation("sqlite");
  operator = await installation.open();
});
afterAll(() => installation.remove());

const upheld = (...argv: string[]) => runUpheld(installation, ...argv);

describe("a shell can tell what happened", () => {
  test.each([
    ["no command", [], 2],
    ["an unknown command", ["frobnicate"], 2],
    ["an unknown option", ["enquiries", "--colour"], 2],
    ["a missing option", ["enquiries"], 2],
    ["an impossible limit", ["enquiries", "--as", "anna", "--limit", "0"], 2],
    ["an unknown member of staff", ["enquiries", "--as", "nobody"], 1],
    ["an unknown operator", ["journal", "checkpoint", "--operator", "nobody"], 2],
    ["help", ["--help"], 0],
    ["help of a command", ["journal", "verify", "--help"], 0],
    ["an empty list of dead jobs", ["jobs", "--json"], 0],
  ] as const)("%s", async (_, argv, code) => {
    const done = await upheld(...argv);
    expect(done.code).toBe(code);
    expect(done.out + done.err).not.toMatch(/\bat \S+:\d+:\d+/u);
  });

  test("every command says how it is used", async () => {
    const say = async (...argv: string[]) => {
      let out = "";
      const terminal = { out: (text: string) => (out += text), err: (text: string) => (out += text) };
      const code = await runCommand(argv, terminal, unopenedInstallation);
      return { code, out };
    };
    const { out } = await say("--help");
    const names = [...out.matchAll(/^ {2}([a-z-]+(?: [a-z-]+)?) {2,}/gmu)].map(([, name]) => name ?? "");
    expect(names.length).toBeGreaterThan(5);
    for (const name of names) {
      const help = await say(...name.split(" "), "--help");
      expect(help.code).toBe(0);
      expect(help.out).toContain(`Usage: upheld ${name}`);
    }
  });
});

test("a setting that cannot be used is named, and its value is not", async () => {
  const settings = { ...installation.environment, SMTP_URL: "ftp://user:hunter2@host" };
  const done = await runUpheld({ ...installation, environment: settings }, "jobs");
  expect(done.code).toBe(2);
  expect(done.err).toContain("SMTP_URL");
  expect(done.err).not.toContain("hunter2");
});

test("outside development nothing starts whose mail would stay in memory and be journalled as sent", async () => {
  const settings = { ...installation.environment, UPHELD_PUBLIC_SCHEME: "https" };
  const done = await runUpheld({ ...installation, environment: settings }, "start");
  expect(done.code).toBe(2);
  expect(done.err).toContain("SMTP_URL must be set");
});

test("1.1.1: a login twice, a malformed one and an unknown purpose add nobody", async () => {
  const add = (login: string, purpose = "inquiry-handling") =>
    upheld("staff", "invite", login, "--name", "Vera Example", "--purpose", purpose);
  expect((await add("vera")).code).toBe(0);
  expect((await add("vera")).code).toBe(1);
  expect((await add("Vera!")).code).toBe(1);
  expect((await add("zoya", "spying")).code).toBe(1);
  expect((await upheld("enquiries", "--as", "zoya")).code).toBe(1);
});

test("a checkpoint that was kept is proved, and a forged one is refused", async () => {
  const kept = join(installation.folder, "kept.txt");
  const { out } = await upheld("journal", "checkpoint");
  writeFileSync(kept, out);
  expect((await upheld("journal", "verify", "--since", kept)).out).toContain("continues the checkpoint");
  writeFileSync(kept, readFileSync(kept, "utf8").replace(/\n(\d+)\n/u, "\n999\n"));
  expect((await upheld("journal", "verify", "--since", kept)).code).toBe(1);
  expect((await upheld("journal", "verify", "--witness", "nonsense")).code).toBe(2);
});

test("work that failed for good is listed, tried again and given up by its id", async () => {
  const jobs = createJobQueue({ random: operator.random });
  const id = await operator.store.transaction((tx) =>
    jobs.enqueue(tx, sendMessageJob, { payload: { message: "0190a0a0-0000-7000-8000-000000000009" } }),
  );
  const failing = handle(sendMessageJob, () => Promise.reject(new JobFailure("smtp-550", { forEver: true })));
  const { store, clock, random } = operator;
  const bury = async () => {
    const worker = createWorker({ store, queue: jobs, clock, random, handlers: [failing] });
    await worker.runDue();
    await worker.stop();
  };
  await bury();
  const listed = JSON.parse((await upheld("jobs", "--json")).out) as { id: string; error: string }[];
  expect(listed).toMatchObject([{ id, error: "smtp-550" }]);
  expect((await upheld("jobs", "--retry", id ?? "")).code).toBe(0);
  expect(JSON.parse((await upheld("jobs", "--json")).out)).toEqual([]);
  await bury();
  expect((await upheld("jobs", "--discard", id ?? "")).code).toBe(0);
  expect((await upheld("jobs", "--discard", id ?? "")).code).toBe(1);

  await operator.journal.sequencer.drain();
  const acts = await operator.store.read((reader) =>
    reader
      .query<{ journal_entry: { event: string; position: number } }>()
      .selectFrom("journal_entry")
      .select("event")
      .where("event", "in", ["job-retried", "job-discarded"])
      .orderBy("position")
      .execute(),
  );
  expect(acts.map(({ event }) => event)).toEqual(["job-retried", "job-discarded"]);
});
