import { sql } from "kysely";
import { expect, test } from "vitest";
import { newNote, note, noteByTitle, notesSchema } from "../../../test/notes.ts";
import { eachEngine } from "../../../test/stores.ts";
import { ManualClock } from "../clock/index.ts";
import { uuidv4, systemRandom } from "../random/index.ts";
import {
  blindIndex,
  defineTable,
  operational,
  prepare,
  pseudonym,
  type Schema,
  sealed,
  type SealedValue,
  type BlindIndex,
  type Store,
  type Tables,
} from "./index.ts";

const noteWithLength = defineTable(
  "note",
  { ...note.columns, length: operational.integer().orNull() },
  {
    primaryKey: ["id"],
    indexes: [...note.indexes, { columns: ["length"], where: "length is not null" }],
    holding: note.holding,
  },
);

const [firstStep] = notesSchema.steps as [Schema["steps"][number]];

/** The next version of the notes: a column more, filled from what was there, and an index on it. */
const nextSchema: Schema = {
  room: notesSchema.room,
  tables: [noteWithLength],
  steps: [
    { id: firstStep.id, up: (editor) => editor.create(noteWithLength) },
    {
      id: "0002-length",
      async up(editor) {
        await editor.addColumn(noteWithLength, "length");
        await editor.run("update note set length = length(title)");
        await editor.alignIndexes(noteWithLength);
      },
    },
  ],
};

const lengthOf = prepare<Tables<typeof noteWithLength>, { title: string }>()((db, param) =>
  db.selectFrom("note").select("length").where("title", "=", param("title")),
);

/** Changes a table behind the store's back. */
async function alter(store: Store, statement: string): Promise<void> {
  await store.transaction(async (tx) => {
    await sql.raw(statement).execute(tx.query());
  });
}

eachEngine((open, place, engine) => {
  test("an upgrade keeps what the store holds, and moves it", async () => {
    const here = place();
    const old = await here.open([notesSchema]);
    await old.transaction((tx) => tx.insert(note, [newNote("seven..")]));
    await old.close();
    const upgraded = await here.open([nextSchema]);
    expect(await upgraded.read((reader) => reader.first(lengthOf, { title: "seven.." }))).toMatchObject({
      length: 7,
    });
    await upgraded.close();
    await here.open([nextSchema]);
  });

  test("a new store ends as an upgraded one does", async () => {
    const store = await open([nextSchema]);
    await store.transaction((tx) => tx.insert(noteWithLength, [{ ...newNote("new"), length: 3 }]));
    expect(await store.read((reader) => reader.first(lengthOf, { title: "new" }))).toMatchObject({
      length: 3,
    });
  });

  test("a step that fails leaves the old version working on the old tables", async () => {
    const here = place();
    const old = await here.open([notesSchema]);
    await old.transaction((tx) => tx.insert(note, [newNote("kept")]));
    const broken: Schema = {
      ...nextSchema,
      steps: [
        firstStep,
        {
          id: "0002-length",
          async up(editor) {
            await editor.addColumn(noteWithLength, "length");
            await editor.run("update note set title = 'gone'");
            await editor.run("update no_such_table set x = 1");
          },
        },
      ],
    };
    const failed = here.open([broken]);
    await expect(failed).rejects.toMatchObject({
      code: "migration-failed",
      detail: "test/notes 0002-length",
    });
    await old.transaction((tx) => tx.insert(note, [newNote("while it still runs")]));
    await old.close();
    const again = await here.open([notesSchema]);
    expect(await again.read((reader) => reader.first(noteByTitle, { title: "kept" }))).toBeDefined();
    await again.close();
    await here.open([nextSchema]);
  });

  test("steps before the one that failed stay in force and are not taken again", async () => {
    const here = place();
    let taken = 0;
    const first = {
      id: "0001-note",
      up: async (editor: Parameters<Schema["steps"][number]["up"]>[0]) => {
        taken++;
        await editor.create(note);
      },
    };
    const failing = { id: "0002-fails", up: () => Promise.reject(new Error("no")) };
    await expect(here.open([{ ...notesSchema, steps: [first, failing] }])).rejects.toMatchObject({
      code: "migration-failed",
      cause: { message: "no" },
    });
    await here.open([{ ...notesSchema, steps: [first] }]);
    expect(taken).toBe(1);
  });

  test("two that open a store at once take each step once", async () => {
    const here = place();
    let taken = 0;
    const schema: Schema = {
      ...notesSchema,
      steps: [
        {
          id: "0001-note",
          async up(editor) {
            taken++;
            await editor.create(note);
          },
        },
      ],
    };
    await Promise.all([here.open([schema]), here.open([schema]), here.open([schema])]);
    expect(taken).toBe(1);
  });

  test("the lease of a process that died is taken over once it has run out", async () => {
    const here = place();
    const clock = new ManualClock(1_700_000_000_000);
    const store = await here.open([notesSchema], { clock });
    await alter(
      store,
      `insert into schema_lease values ('schema', '${uuidv4(systemRandom)}', ${clock.now() + 1000})`,
    );
    const waiting = here.open([nextSchema], { clock });
    setTimeout(() => clock.advance(2000), 100);
    await waiting;
    await expect(
      store.transaction((tx) => tx.insert(note, [newNote("old version")])),
    ).resolves.toBeUndefined();
  });

  test("a process that runs on while another upgrades its tables keeps reading and writing them", async () => {
    const here = place();
    const old = await here.open([notesSchema]);
    await old.transaction((tx) => tx.insert(note, [newNote("one")]));
    const read = () => old.read((reader) => reader.first(noteByTitle, { title: "one" }));
    await Promise.all([read(), read(), read(), read()]);
    await here.open([nextSchema]);
    const rows = await Promise.all([read(), read(), read(), read()]);
    expect(rows.map((row) => row?.title)).toEqual(["one", "one", "one", "one"]);
    await old.transaction((tx) => tx.insert(note, [newNote("two")]));
  });

  test("a store that a later version has changed is refused", async () => {
    const here = place();
    await here.open([nextSchema]);
    await expect(here.open([notesSchema])).rejects.toMatchObject({
      code: "schema-differs",
      detail: "test/notes was changed by another version",
    });
  });

  const length = engine === "sqlite" ? "integer" : "bigint";
  const drifts: readonly (readonly [string, string, string])[] = [
    [
      "a column that nobody declared",
      "alter table note add column extra text",
      "note has an undeclared column extra",
    ],
    ["a column that is gone", "alter table note drop column size", "note has no column size"],
    [
      "a column of another type",
      "alter table note drop column about; alter table note add column about " + length,
      "note has another type for about",
    ],
    ["a table that is gone", "drop table note", "note is missing"],
  ];
  for (const [what, statements, detail] of drifts) {
    test(`${what} is found when the store is opened`, async () => {
      const here = place();
      const store = await here.open([notesSchema]);
      for (const statement of statements.split("; ")) await alter(store, statement);
      await store.close();
      await expect(here.open([notesSchema])).rejects.toMatchObject({ code: "schema-differs", detail });
    });
  }

  test("an index that is gone is found when the store is opened", async () => {
    const here = place();
    const store = await here.open([notesSchema]);
    const catalogue =
      engine === "sqlite"
        ? "select name from sqlite_master where type = 'index'"
        : "select indexname as name from pg_indexes where schemaname = current_schema()";
    const { rows } = await store.read((reader) =>
      sql.raw<{ name: string }>(catalogue).execute(reader.query()),
    );
    const index = rows.map(({ name }) => name).find((name) => name.startsWith("ix_note_"));
    await alter(store, `drop index ${index}`);
    await store.close();
    await expect(here.open([notesSchema])).rejects.toMatchObject({
      code: "schema-differs",
      detail: `note has no index ${index}`,
    });
  });

  test("a column for sealed values takes no plain text, nor a blind index anything but its length", async () => {
    const secret = defineTable(
      "secret",
      { id: pseudonym(), name: sealed().orNull(), email: blindIndex().orNull() },
      { primaryKey: ["id"], holding: { none: "A test's own." } },
    );
    const store = await open([
      {
        room: "test/secrets",
        tables: [secret],
        steps: [{ id: "0001", up: (editor) => editor.create(secret) }],
      },
    ]);
    const put = (name: Uint8Array | null, email: Uint8Array | null) =>
      store.transaction((tx) =>
        tx.insert(secret, [
          { id: uuidv4(systemRandom), name: name as SealedValue | null, email: email as BlindIndex | null },
        ]),
      );
    const plain = new TextEncoder().encode("Anna Petrova");
    await expect(put(plain, null)).rejects.toMatchObject({ code: "store-refused" });
    await expect(put(null, plain)).rejects.toMatchObject({ code: "store-refused" });
    await put(new Uint8Array(29), new Uint8Array(32));
  });
});
