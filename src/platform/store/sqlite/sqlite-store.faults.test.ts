import { closeSync, openSync, readdirSync, readFileSync, statSync, writeFileSync, writeSync } from "node:fs";
import { join } from "node:path";
import { sql } from "kysely";
import { afterEach, expect, test } from "vitest";
import { newNote, note, notesSchema, noteTitles } from "../../../../test/notes.ts";
import { type StorePlace, temporaryPlace } from "../../../../test/stores.ts";
import type { Store } from "../index.ts";

const PAGE = 4096;

let places: StorePlace[] = [];
afterEach(async () => {
  await Promise.all(places.map((place) => place.remove()));
  places = [];
});

function sqlitePlace(): StorePlace & { readonly folder: string } {
  const place = temporaryPlace("sqlite");
  places.push(place);
  return place as StorePlace & { readonly folder: string };
}

const titles = async (store: Store) =>
  (await store.read((reader) => reader.all(noteTitles, {}))).map(({ title }) => title);

async function pragma(store: Store, text: string): Promise<number> {
  const { rows } = await store.transaction((tx) =>
    sql.raw<Record<string, number>>(`pragma ${text}`).execute(tx.query()),
  );
  return Object.values(rows[0] ?? {})[0] as number;
}

test("a disk that fills in the middle of a batch costs only the unit that does not fit", async () => {
  const store = await sqlitePlace().open([notesSchema]);
  await store.transaction((tx) => tx.insert(note, [newNote("acknowledged before")]));
  await pragma(store, `max_page_count = ${(await pragma(store, "page_count")) + 30}`);
  const runs = new Map<string, number>();
  const unit = (title: string, size: number) =>
    store.transaction(async (tx) => {
      runs.set(title, (runs.get(title) ?? 0) + 1);
      await tx.insert(note, [newNote(title, { body: new Uint8Array(size) })]);
    });
  const settled = await Promise.allSettled([
    unit("small 1", 100),
    unit("small 2", 100),
    unit("large", 1_000_000),
    unit("small 3", 100),
  ]);
  expect(settled.map(({ status }) => status)).toEqual(["fulfilled", "fulfilled", "rejected", "fulfilled"]);
  expect(settled[2]).toMatchObject({ reason: { code: "store-full", status: 503 } });
  expect(await titles(store)).toEqual(["acknowledged before", "small 1", "small 2", "small 3"]);
  // The first two had run in the batch that the full disk undid, so they ran again, each with its own commit.
  expect(runs.get("small 1")).toBe(2);
  expect(runs.get("small 2")).toBe(2);
});

test("a refusal that rested on a unit of the same batch is not told when that batch is undone", async () => {
  const store = await sqlitePlace().open([notesSchema]);
  await pragma(store, `max_page_count = ${(await pragma(store, "page_count")) + 30}`);
  let firstTry = true;
  const settled = await Promise.allSettled([
    store.transaction((tx) => tx.insert(note, [newNote("start of the batch")])),
    store.transaction(async (tx) => {
      if (!firstTry) throw new Error("withdrawn");
      firstTry = false;
      await tx.insert(note, [newNote("taken")]);
    }),
    store.transaction((tx) => tx.insert(note, [newNote("taken")])),
    store.transaction((tx) => tx.insert(note, [newNote("large", { body: new Uint8Array(1_000_000) })])),
  ]);
  expect(settled.map(({ status }) => status)).toEqual(["fulfilled", "rejected", "fulfilled", "rejected"]);
  expect(await titles(store)).toEqual(["start of the batch", "taken"]);
});

test("space that comes back is used again", async () => {
  const store = await sqlitePlace().open([notesSchema]);
  const pages = await pragma(store, "page_count");
  await pragma(store, `max_page_count = ${pages}`);
  const large = () =>
    store.transaction((tx) => tx.insert(note, [newNote("large", { body: new Uint8Array(50_000) })]));
  await expect(large()).rejects.toMatchObject({ code: "store-full" });
  await pragma(store, `max_page_count = ${pages + 1000}`);
  await large();
  expect(await titles(store)).toEqual(["large"]);
});

test("a corrupted page is named, by readers and by units, and the unit leaves nothing", async () => {
  const place = sqlitePlace();
  const store = await place.open([notesSchema]);
  await store.transaction((tx) =>
    tx.insert(
      note,
      Array.from({ length: 200 }, (_, i) => newNote(`note ${i}`)),
    ),
  );
  const root = await pragma(store, "page_count").then(async () => {
    const { rows } = await store.read((reader) =>
      sql<{ rootpage: number }>`select rootpage from sqlite_master where name = 'note'`.execute(
        reader.query(),
      ),
    );
    return rows[0]?.rootpage as number;
  });
  await store.close();
  const file = openSync(place.name, "r+");
  writeSync(file, new Uint8Array(PAGE).fill(0xee), 0, PAGE, (root - 1) * PAGE);
  closeSync(file);
  const damaged = await place.open([notesSchema]);
  const read = damaged.read((reader) => sql`select * from note`.execute(reader.query()));
  await expect(read).rejects.toMatchObject({ code: "store-corrupt" });
  const unit = damaged.transaction((tx) => tx.insert(note, [newNote("new")]));
  await expect(unit).rejects.toMatchObject({ code: "store-corrupt", status: 500 });
});

test("a file that is no database is named when it is opened", async () => {
  const place = sqlitePlace();
  writeFileSync(
    place.name,
    "This is a text that somebody put here, and it is longer than a header.".repeat(100),
  );
  await expect(place.open([notesSchema])).rejects.toMatchObject({ code: "store-corrupt" });
});

test("the store's files are readable to their owner alone", async () => {
  const place = sqlitePlace();
  const store = await place.open([notesSchema]);
  await store.transaction((tx) => tx.insert(note, [newNote("one")]));
  const modes = readdirSync(place.folder).map((name) => [
    name,
    statSync(join(place.folder, name)).mode & 0o777,
  ]);
  expect(modes.toSorted()).toEqual([
    ["store.sqlite", 0o600],
    ["store.sqlite-shm", 0o600],
    ["store.sqlite-wal", 0o600],
  ]);
});

test("what was deleted is in no file after a scrub, also beside a reader that was in the way", async () => {
  const place = sqlitePlace();
  const store = await place.open([notesSchema]);
  const canary = "canary-5d41402abc4b2a76";
  const found = () =>
    readdirSync(place.folder).filter((name) => readFileSync(join(place.folder, name)).includes(canary));
  await store.transaction((tx) =>
    tx.insert(note, [newNote(canary, { body: new TextEncoder().encode(canary) })]),
  );
  expect(found()).not.toEqual([]);
  let letGo = () => {};
  const reading = store.read(async (reader) => {
    await reader.all(noteTitles, {});
    await new Promise<void>((resolve) => {
      letGo = resolve;
    });
  });
  await store.transaction(async (tx) => {
    await sql`delete from note`.execute(tx.query());
  });
  const scrubbing = store.scrub(["note"]);
  setTimeout(() => letGo(), 50);
  await Promise.all([scrubbing, reading]);
  expect(found()).toEqual([]);
});

test("the data version changes when another connection has committed, and only then", async () => {
  const place = sqlitePlace();
  const [one, other] = [await place.open([notesSchema]), await place.open([notesSchema])];
  const before = one.dataVersion();
  await one.transaction((tx) => tx.insert(note, [newNote("own")]));
  expect(one.dataVersion()).toBe(before);
  await other.transaction((tx) => tx.insert(note, [newNote("other's")]));
  expect(one.dataVersion()).not.toBe(before);
});

test("while another process holds the file, units wait and are then done", async () => {
  const place = sqlitePlace();
  const [one, other] = [await place.open([notesSchema]), await place.open([notesSchema])];
  let letGo = () => {};
  const holding = one.transaction(async (tx) => {
    await tx.insert(note, [newNote("first")]);
    await new Promise<void>((resolve) => {
      letGo = resolve;
    });
  });
  const waiting = other.transaction((tx) => tx.insert(note, [newNote("second")]));
  setTimeout(() => letGo(), 100);
  await Promise.all([holding, waiting]);
  expect(await titles(one)).toEqual(["first", "second"]);
});
