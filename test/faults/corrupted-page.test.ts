import { closeSync, openSync, readFileSync, writeSync } from "node:fs";
import { dirname, join } from "node:path";
import { sql } from "kysely";
import { expect, test } from "vitest";
import { temporaryInstallation } from "../installation.ts";
import { PostgresServer } from "../setup/postgres-server.ts";
import { addReader, openForm, send } from "./submissions.ts";

const PAGE = 8192;

test("a corrupted page of PostgreSQL is named, and nothing that it held is answered", async () => {
  const server = await PostgresServer.create();
  const installation = await temporaryInstallation("postgres", { postgresUrl: server.url });
  try {
    const before = await installation.open();
    await addReader(before);
    for (let number = 1; number <= 3; number++) await send(before, await openForm(before, number));
    const file = await before.store.read(async (reader) => {
      const { rows } = await sql<{
        path: string;
      }>`select pg_relation_filepath('subject_value') as path`.execute(reader.query());
      return join(dirname(dirname(server.socket)), "data", rows[0]?.path as string);
    });
    await before.close();
    await server.stop();
    const middle = PAGE / 2;
    const flipped = Buffer.from(readFileSync(file).subarray(middle, middle + 1)).map((byte) => byte ^ 1);
    const page = openSync(file, "r+");
    writeSync(page, flipped, 0, 1, middle);
    closeSync(page);
    await server.start();

    const operator = await installation.open();
    const reading = operator.store.read((reader) => sql`select * from subject_value`.execute(reader.query()));
    await expect(reading).rejects.toMatchObject({ code: "store-corrupt", status: 500 });
    const sending = send(operator, await openForm(operator, 4));
    await expect(sending).rejects.toMatchObject({ code: "store-corrupt" });
  } finally {
    await installation.remove();
    await server.remove();
  }
});
