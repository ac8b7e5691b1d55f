import { expect, test } from "vitest";
import { eachEngine } from "../../../test/stores.ts";
import { uuidv7, systemRandom } from "../random/index.ts";
import { defineTable, operational, prepare, type Schema, type Tables } from "./index.ts";

const note = defineTable(
  "note",
  {
    id: operational.uuid(),
    title: operational.text(),
    size: operational.integer(),
    done: operational.boolean(),
    body: operational.bytes(),
    tags: operational.json<readonly string[]>(),
    about: operational.text().orNull(),
  },
  { primaryKey: ["id"], indexes: [{ columns: ["title"], unique: true }], holding: { none: "A test's own." } },
);
const schema: Schema = {
  room: "test/notes",
  tables: [note],
  steps: [{ id: "0001-note", up: (editor) => editor.create(note) }],
};
type DB = Tables<typeof note>;

const byTitle = prepare<DB, { title: string }>()((db, param) =>
  db.selectFrom("note").selectAll().where("title", "=", param("title")),
);
const count = prepare<DB>()((db) => db.selectFrom("note").select((eb) => eb.fn.countAll<number>().as("n")));

function row(title: string) {
  return {
    id: uuidv7(1_700_000_000_000, systemRandom),
    title,
    size: 2 ** 40,
    done: true,
    body: new Uint8Array([1, 2, 255]),
    tags: ["a", "b"],
    about: null,
  };
}

eachEngine((open) => {
  test("a row is read as it was written, whatever the engine", async () => {
    const store = await open([schema]);
    const written = row("one");
    await store.transaction((tx) => tx.insert(note, [written]));
    const prepared = await store.read((reader) => reader.first(byTitle, { title: "one" }));
    expect({ ...prepared }).toEqual(written);
    const built = await store.read((reader) =>
      reader.query<DB>().selectFrom("note").selectAll().executeTakeFirst(),
    );
    expect({ ...built }).toEqual(written);
    expect(await store.read((reader) => reader.first(count, {}))).toMatchObject({ n: 1 });
  });
});
