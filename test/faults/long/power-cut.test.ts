import { spawnSync } from "node:child_process";
import { randomInt } from "node:crypto";
import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { expect, test } from "vitest";
import { type TestInstallation, temporaryInstallation } from "../../installation.ts";
import { PostgresServer } from "../../setup/postgres-server.ts";
import { brokenJournal, brokenSubmissions } from "../broken-submissions.ts";
import { APART } from "../rounds.ts";
import { SubmittingProcess } from "../submitting-process.ts";
import { addReader } from "../submissions.ts";
import { ImageDisk, whyNoDisk } from "./image-disk.ts";

const CUTS = 20;
const MOST = 200;

const missing = whyNoDisk();
/** What stands on the disk, and how it stands still, dies and comes back. */
interface OnDisk {
  readonly installation: TestInstallation;
  freeze(): void;
  die(): Promise<void>;
  comeBack(): Promise<void>;
}

async function cutPower(disk: ImageDisk, { installation, freeze, die, comeBack }: OnDisk): Promise<void> {
  const operator = await installation.open();
  await addReader(operator);
  await operator.close();
  const everything = new Map<string, number>();
  for (let cut = 0; cut < CUTS; cut++) {
    const application = new SubmittingProcess(installation, cut * APART);
    const marker = join(disk.path, `never-synced-${cut}`);
    try {
      await application.reach(randomInt(1, MOST));
      await application.freeze();
      freeze();
      writeFileSync(marker, "never synced");
      disk.cut();
    } finally {
      await application.kill();
      await die();
    }
    disk.restore();
    await comeBack();
    const lost = !existsSync(marker) || readFileSync(marker, "utf8") === "";
    expect(lost, "what was never synced went with the power").toBe(true);
    expect(application.errors).toBe("");

    const again = await installation.open();
    expect(await brokenSubmissions(again, application.acknowledged), `cut ${cut}`).toEqual([]);
    expect(await brokenJournal(again, application.checkpoint), `cut ${cut}`).toEqual([]);
    for (const [reference, number] of application.acknowledged) everything.set(reference, number);
    await again.close();
  }
  const last = await installation.open();
  expect(await brokenSubmissions(last, everything)).toEqual([]);
  await last.close();
  expect(everything.size).toBeGreaterThan(CUTS);
}

/** Stops every process of the server, as a cut stops everything. */
function freezeServer(server: PostgresServer): void {
  const data = join(dirname(dirname(server.socket)), "data");
  const postmaster = Number(readFileSync(join(data, "postmaster.pid"), "utf8").split("\n")[0]);
  process.kill(postmaster, "SIGSTOP");
  const { stdout } = spawnSync("ps", ["-o", "pid=", "--ppid", String(postmaster)], { encoding: "utf8" });
  for (const pid of stdout.split("\n").filter((line) => line.trim() !== ""))
    process.kill(Number(pid), "SIGSTOP");
}

function onSqlite(): Promise<void> {
  return withDisk(256, async (disk) => {
    const installation = await temporaryInstallation("sqlite", { data: join(disk.path, "data") });
    try {
      const nothing = async () => {};
      await cutPower(disk, { installation, freeze: () => {}, die: nothing, comeBack: nothing });
    } finally {
      await installation.remove();
    }
  });
}

function onPostgres(): Promise<void> {
  return withDisk(768, async (disk) => {
    const server = await PostgresServer.create(disk.path);
    disk.settle();
    try {
      const installation = await temporaryInstallation("postgres", { postgresUrl: server.url });
      try {
        await cutPower(disk, {
          installation,
          freeze: () => freezeServer(server),
          die: () => server.kill(),
          comeBack: () => server.start(),
        });
      } finally {
        await installation.remove();
      }
    } finally {
      await server.remove();
    }
  });
}

async function withDisk(megabytes: number, use: (disk: ImageDisk) => Promise<void>): Promise<void> {
  const disk = new ImageDisk(megabytes);
  try {
    await use(disk);
  } finally {
    disk.remove();
  }
}

if (missing === null) {
  test("cut from power, a disk has every form that was acknowledged (SQLite)", onSqlite, CUTS * 20_000);
  test("cut from power, a disk has every form that was acknowledged (PostgreSQL)", onPostgres, CUTS * 20_000);
} else {
  test("no file can be mounted as a disk here, so power cuts are simulated", () => {
    process.stderr.write(`No power is cut on a real file system here: ${missing}. See power-cut.test.ts.\n`);
    expect(existsSync(new URL("../power-cut.test.ts", import.meta.url))).toBe(true);
  });
}
