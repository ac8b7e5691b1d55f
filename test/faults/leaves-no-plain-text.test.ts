import { mkdirSync, statSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { sql } from "kysely";
import pg from "pg";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { systemClock } from "../../src/platform/clock/index.ts";
import { startDevelopmentMailbox } from "../../src/platform/mail/index.ts";
import { systemRandom } from "../../src/platform/random/index.ts";
import { findBytes, findCanaries, type Sighting } from "../canary.ts";
import { HttpBrowser } from "../http-browser.ts";
import { type TestInstallation, temporaryInstallation } from "../installation.ts";
import { runUpheld, startProduct } from "../running-product.ts";
import { PostgresServer } from "../setup/postgres-server.ts";
import { dumpPostgres, dumpSqlite } from "./dump-tables.ts";
import { type Journey, travel } from "./planted-journey.ts";

/** Of a link's token, what no table can be expected to hold: the row's id stands before it. */
const MAC_AT = 16;

describe.each(["sqlite", "postgres"] as const)("%s", (engine) => {
  let server: PostgresServer | undefined;
  let installation: TestInstallation;
  let journey: Journey;
  beforeAll(async () => {
    server = engine === "postgres" ? await PostgresServer.create() : undefined;
    installation = await temporaryInstallation(
      engine,
      server === undefined ? {} : { postgresUrl: server.url },
    );
  });
  afterAll(async () => {
    await installation.remove();
    await server?.remove();
  });

  /** Writes down what lies elsewhere than in files: every table, and what was printed. */
  async function layOut(printed: string): Promise<void> {
    const folder = join(installation.folder, "laid-out");
    mkdirSync(folder, { recursive: true });
    writeFileSync(join(folder, "printed"), printed);
    const tables =
      server === undefined
        ? dumpSqlite(join(installation.data, "itsectr", "store.sqlite"))
        : await dumpPostgres(installation.environment["DATABASE_URL"] ?? "");
    writeFileSync(join(folder, "tables"), tables);
  }

  /** Looks through everything that the installation has on disk: data, keys, temporary files, the server's files. */
  function search(): {
    readonly words: Sighting[];
    readonly secrets: Sighting[];
    readonly first: Sighting[];
  } {
    const served = server === undefined ? [] : [join(dirname(dirname(server.socket)), "data")];
    const folders = [installation.folder, ...served];
    const { canaries, secrets, firstLink } = journey;
    const decoded = secrets.map((secret) => Buffer.from(secret.replace(/^upheld_[a-z]+_/u, ""), "base64url"));
    // A link's token is 16 bytes of an id, and a MAC; the others are 32 random bytes.
    const bytes = decoded.map((all) => (all.length > 32 ? all.subarray(MAC_AT) : all));
    return {
      words: findCanaries(canaries, folders),
      secrets: [...findCanaries(secrets, folders), ...findBytes(bytes, folders)],
      first: findCanaries([firstLink], folders),
    };
  }

  function expectNothing(): void {
    const { words, secrets, first } = search();
    expect(words).toEqual([]);
    expect(secrets).toEqual([]);
    // The one secret at rest: the link in its own file, which only its owner can read.
    for (const { file } of first) {
      expect(file).toMatch(/keys\/itsectr\/sign-in-[^/]+\.txt$/u);
      expect(statSync(file).mode & 0o777).toBe(0o600);
    }
  }

  test("what goes the whole way over HTTP is nowhere to be read, nor is a secret that lets anybody in: running, waiting for mail, stopped", async () => {
    const temporary = join(installation.folder, "temporary");
    mkdirSync(temporary);
    const settings = { TMPDIR: temporary, UPHELD_OPERATORS: installation.operators };
    const mailbox = await startDevelopmentMailbox({ clock: systemClock, random: systemRandom });
    const SMTP_URL = `smtp://127.0.0.1:${mailbox.port}`;
    const product = await startProduct(installation, { ...settings, SMTP_URL });
    let printed = "";
    try {
      journey = await travel(product, installation, mailbox);
      // What cannot be mailed waits, and is searched as well.
      await mailbox.close();
      const late = new HttpBrowser(product);
      const words = { name: journey.canaries[0] ?? "", email: `${journey.canaries[1]}@example.org` };
      await expect.poll(async () => (await late.get("/ru/contact/")).status, { timeout: 10_000 }).toBe(200);
      const form = await late.openForm("/ru/contact/");
      const sent = await late.post("/ru/contact/", { ...words, message: "Позже", ...form });
      expect(sent.status).toBe(200);
      late.close();
      const listed = await runUpheld(installation, "staff", "list");
      if (server !== undefined) {
        const client = new pg.Client({ connectionString: server.url });
        await client.connect();
        await client.query("checkpoint");
        await client.end();
      }
      await layOut(product.output() + listed.err);
      expectNothing();
    } finally {
      await product.stop();
      printed = product.output();
      await mailbox.close();
    }
    await layOut(printed);
    await server?.stop();
    expectNothing();
    await server?.start();
  }, 180_000);

  test("the same search finds what is planted in a table, in what was printed, and a secret in a file", async () => {
    const operator = await installation.open();
    const [name = "", email = "", company = ""] = journey.canaries;
    const [secret = ""] = journey.secrets;
    await operator.store.transaction(async (tx) => {
      await sql`create table planted (value text)`.execute(tx.query());
      // Of two, PostgreSQL compresses the long one in a way of its own: only the dump shows it.
      await sql`insert into planted values (${name}), (${`${company}, ${"x".repeat(5000)}`})`.execute(
        tx.query(),
      );
    });
    await layOut(`{"email":"${email}@example.org"}\n`);
    const kept = join(installation.keys, "kept");
    writeFileSync(kept, Buffer.from(secret, "base64url"));
    const { words, secrets } = search();
    await operator.close();
    const files = words.map(({ file }) => file);
    expect(files).toContain(join(installation.folder, "laid-out", "printed"));
    const tables = join(installation.folder, "laid-out", "tables");
    expect(findCanaries([company], [dirname(tables)]).map(({ file }) => file)).toContain(tables);
    expect(files).toContain(tables);
    expect(
      files.some((file) => !file.includes("laid-out")),
      "in the engine's own files",
    ).toBe(true);
    expect(secrets.map(({ file }) => file)).toContain(kept);
  }, 60_000);
});
