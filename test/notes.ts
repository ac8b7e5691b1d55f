import { systemRandom, uuidv7 } from "../src/platform/random/index.ts";
import {
  defineTable,
  operational,
  prepare,
  type Row,
  type Schema,
  type Tables,
} from "../src/platform/store/index.ts";

/** A table with every column type, for the store's own tests. */
export const note = defineTable(
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
  {
    primaryKey: ["id"],
    indexes: [{ columns: ["title"], unique: true }],
    holding: { none: "A test's own." },
  },
);

export const notesSchema: Schema = {
  room: "test/notes",
  tables: [note],
  steps: [{ id: "0001-note", up: (editor) => editor.create(note) }],
};

export type Notes = Tables<typeof note>;

export const noteByTitle = prepare<Notes, { title: string }>()((db, param) =>
  db.selectFrom("note").selectAll().where("title", "=", param("title")),
);

export const noteTitles = prepare<Notes>()((db) => db.selectFrom("note").select("title").orderBy("title"));

/** A row to insert. */
export function newNote(title: string, rest: Partial<Row<typeof note>> = {}): Row<typeof note> {
  return {
    id: uuidv7(1_700_000_000_000, systemRandom),
    title,
    size: 2 ** 40,
    done: true,
    body: new Uint8Array([1, 2, 255]),
    tags: ["a", "b"],
    about: null,
    ...rest,
  };
}
