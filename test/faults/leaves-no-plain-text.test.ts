import { randomBytes, randomInt } from "node:crypto";
import { mkdirSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { sql } from "kysely";
import pg from "pg";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { systemClock } from "../../src/platform/clock/index.ts";
import { type DevelopmentMailbox, startDevelopmentMailbox } from "../../src/platform/mail/index.ts";
import { systemRandom } from "../../src/platform/random/index.ts";
import { findCanaries, type Sighting } from "../canary.ts";
import { send } from "../http-client.ts";
import { type TestInstallation, temporaryInstallation } from "../installation.ts";
import { type RunningProduct, runUpheld, startProduct } from "../running-product.ts";
import { PostgresServer } from "../setup/postgres-server.ts";
import { openFormPage, postForm } from "./form-by-http.ts";

const mark = () => randomBytes(6).toString("hex");
const marks = { name: mark(), email: mark(), company: mark(), message: mark(), query: mark(), staff: mark() };
const number = `999${randomInt(10 ** 6, 10 ** 7)}`;

const FIELDS = {
  name: `Жозефина Канарейкина ${marks.name}`,
  email: `canary-${marks.email}@example.org`,
  phone: `+7${number}`,
  company: `Kanareyka ${marks.company} GmbH`,
  message: `Мне нужен сайт.\n${marks.message}, с уважением`,
};
const STAFF = `Vera ${marks.staff}`;
/** A part of each value, so that a value is also found when it stands among others, or changed around it. */
const CANARIES = [...Object.values(marks), number, "Канарейкина"];

let mailbox: DevelopmentMailbox;
beforeAll(async () => {
  mailbox = await startDevelopmentMailbox({ clock: systemClock, random: systemRandom });
});
afterAll(() => mailbox.close());

async function sendByBrowser(product: RunningProduct): Promise<string> {
  const form = await openFormPage(product);
  // What is refused passes the same places as what is received, and the address line as well.
  const refused = await postForm(product, form, { ...FIELDS, email: `${FIELDS.email} and more` });
  expect(refused.status).toBe(422);
  const query = `?email=${encodeURIComponent(FIELDS.email)}`;
  await send({ ...product, path: `/ru/nowhere-${marks.query}/${query}` });
  const received = await postForm(product, form, FIELDS);
  if (received.reference === undefined) throw new Error(`Not received: ${received.status}`);
  return received.reference;
}

describe.each(["sqlite", "postgres"] as const)("%s", (engine) => {
  let server: PostgresServer | undefined;
  let installation: TestInstallation;
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

  /** Looks through everything that the installation has on disk: data, keys, what was printed, the server's files. */
  function sightingsOnDisk(printed: string): Sighting[] {
    const logs = join(installation.folder, "logs");
    mkdirSync(logs, { recursive: true });
    writeFileSync(join(logs, "printed"), printed);
    const served = server === undefined ? [] : [join(dirname(dirname(server.socket)), "data")];
    return findCanaries(CANARIES, [installation.folder, ...served]);
  }

  /** The same while a server runs, which first writes out what it holds in memory. */
  async function sightings(printed: string): Promise<Sighting[]> {
    if (server !== undefined) {
      const client = new pg.Client({ connectionString: server.url });
      await client.connect();
      await client.query("checkpoint");
      await client.end();
    }
    return sightingsOnDisk(printed);
  }

  test("what a visitor sends is nowhere to be read: running, answered, opened by staff, and stopped", async () => {
    const product = await startProduct(installation, { SMTP_URL: `smtp://127.0.0.1:${mailbox.port}` });
    let printed = "";
    try {
      const reference = await sendByBrowser(product);
      await expect
        .poll(() => mailbox.list().map(({ to }) => to[0]), { timeout: 20_000 })
        .toContain(FIELDS.email);
      const added = await runUpheld(
        installation,
        "staff",
        "add",
        "vera",
        "--name",
        STAFF,
        "--purpose",
        "inquiry-handling",
      );
      expect(added, added.err).toMatchObject({ code: 0 });
      const opened = await runUpheld(installation, "enquiries", "open", reference, "--as", "vera");
      expect(opened.out, "staff are shown what was sent").toContain(marks.message);
      expect(await sightings(product.output() + added.out + added.err + opened.err)).toEqual([]);
    } finally {
      await product.stop();
      printed = product.output();
    }
    await server?.stop();
    expect(sightingsOnDisk(printed)).toEqual([]);
    await server?.start();
  }, 120_000);

  test("the same search finds what is planted in the database, and in what was printed", async () => {
    const operator = await installation.open();
    await operator.store.transaction(async (tx) => {
      await sql`create table planted (value text)`.execute(tx.query());
      await sql`insert into planted values (${FIELDS.name})`.execute(tx.query());
    });
    const found = (await sightings(`{"email":"${FIELDS.email}"}\n`)).map(({ file }) => file);
    await operator.close();
    const printed = join(installation.folder, "logs", "printed");
    expect(found).toContain(printed);
    expect(found.filter((file) => file !== printed)).not.toEqual([]);
  });
});
