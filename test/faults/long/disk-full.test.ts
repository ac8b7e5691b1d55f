import { chownSync, existsSync, mkdirSync, rmSync, statfsSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import pg from "pg";
import { expect, test } from "vitest";
import { type TestInstallation, temporaryInstallation } from "../../installation.ts";
import { PostgresServer } from "../../setup/postgres-server.ts";
import { brokenJournal, brokenSubmissions } from "../broken-submissions.ts";
import { startMail } from "../mail-beside.ts";
import { addReader } from "../submissions.ts";
import { Visitors } from "../visitors.ts";
import { ImageDisk, whyNoDisk } from "./image-disk.ts";

/** What is left on the disk for visitors to fill, bytes. */
const LEFT = 2 ** 20;
const NOBODY = 65534;

const missing = whyNoDisk();

/** Lets visitors fill the disk, frees it, and looks at what they were told. */
async function fillAndFree(disk: ImageDisk, installation: TestInstallation): Promise<void> {
  const operator = await installation.open();
  await addReader(operator);
  const stopMail = await startMail(operator);
  const ballast = join(disk.path, "ballast");
  const { bavail, bsize } = statfsSync(disk.path);
  writeFileSync(ballast, Buffer.alloc(Math.max(0, bavail * bsize - LEFT)));
  const visitors = new Visitors(operator, 1);
  try {
    await visitors.until(() => (visitors.told.get("store-full") ?? 0) >= 50);
    rmSync(ballast);
    await visitors.more(50);
    await visitors.stop();
    expect([...visitors.told.keys()]).toEqual(["store-full"]);
    expect(await brokenSubmissions(operator, visitors.acknowledged)).toEqual([]);
    expect(await brokenJournal(operator, visitors.checkpoint)).toEqual([]);
    expect(await visitors.storedAllTheSame(), "told that nothing was stored").toBe(0);
  } finally {
    await stopMail();
  }
}

async function onSqlite(): Promise<void> {
  const disk = new ImageDisk(32);
  try {
    const installation = await temporaryInstallation("sqlite", { data: join(disk.path, "data") });
    try {
      await fillAndFree(disk, installation);
    } finally {
      await installation.remove();
    }
  } finally {
    disk.remove();
  }
}

/** Its tables fill up, not its log: without room for its log PostgreSQL stops, and waits for its own keeper. */
async function onPostgres(): Promise<void> {
  const disk = new ImageDisk(32);
  try {
    const tables = join(disk.path, "tables");
    mkdirSync(tables);
    chownSync(tables, NOBODY, NOBODY);
    const server = await PostgresServer.create();
    try {
      const client = new pg.Client({ connectionString: server.url });
      await client.connect();
      await client.query(`create tablespace small location '${tables}'`);
      await client.query("alter role upheld set default_tablespace = small");
      await client.end();
      const installation = await temporaryInstallation("postgres", { postgresUrl: server.url });
      try {
        await fillAndFree(disk, installation);
      } finally {
        await installation.remove();
      }
    } finally {
      await server.remove();
    }
  } finally {
    disk.remove();
  }
}

if (missing === null) {
  test("a real file system that fills up refuses forms by name, and loses none (SQLite)", onSqlite, 120_000);
  test(
    "a real file system that fills up refuses forms by name, and loses none (PostgreSQL)",
    onPostgres,
    120_000,
  );
} else {
  test("no file can be mounted as a disk here, so a full one is set by SQLite's own limit", () => {
    process.stderr.write(`No real file system is filled here: ${missing}. See disk-full.test.ts.\n`);
    expect(existsSync(new URL("../disk-full.test.ts", import.meta.url))).toBe(true);
  });
}
