import { expect, test } from "vitest";
import { defineTable, operational, pseudonym, type Schema, sealed } from "../../platform/store/index.ts";
import { undeclaredTables } from "./undeclared-tables.ts";

const notes = defineTable(
  "note",
  { id: operational.uuid(), subject: pseudonym(), body: sealed() },
  { primaryKey: ["id"], holding: { by: "notes" } },
);
const schema = (tables: Schema["tables"]): Schema => ({ room: "test/notes", tables, steps: [] });

test("a table whose holding lists it is reached", () => {
  expect(undeclaredTables([schema([notes])], [{ name: "notes", tables: ["note"] }])).toEqual([]);
});

test("a table whose holding does not exist is found", () => {
  expect(undeclaredTables([schema([notes])], [])).toMatchObject([{ table: "note" }]);
});

test("a table that its holding forgot is found", () => {
  expect(undeclaredTables([schema([notes])], [{ name: "notes", tables: [] }])).toMatchObject([
    { table: "note" },
  ]);
});

test("a sealed column cannot be excused from having a holding", () => {
  const excused = { ...notes, holding: { none: "it is only a note" } };
  expect(undeclaredTables([schema([excused])], [])).toMatchObject([{ table: "note" }]);
});

test("an excuse without a reason is none", () => {
  const lease = defineTable(
    "lease",
    { id: operational.uuid() },
    { primaryKey: ["id"], holding: { none: " " } },
  );
  expect(undeclaredTables([schema([lease])], [])).toMatchObject([{ table: "lease" }]);
});

test("a holding that lists a table which is gone is found", () => {
  expect(undeclaredTables([schema([])], [{ name: "notes", tables: ["note"] }])).toMatchObject([
    { table: "note" },
  ]);
});
