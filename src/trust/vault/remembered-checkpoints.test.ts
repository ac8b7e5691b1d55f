import { mkdtempSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { Worker } from "node:worker_threads";
import { afterEach, beforeEach, expect, test } from "vitest";
import { systemRandom } from "../../platform/random/index.ts";
import { RememberedCheckpoints } from "./index.ts";

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "upheld-keys-"));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

const memory = () => new RememberedCheckpoints({ folder }, systemRandom);

test("of many who remember at once, none puts an older checkpoint in the place of a newer", async () => {
  const writers = Array.from({ length: 6 }, memory);
  const largest = 120;
  for (let round = 0; round < largest; round += writers.length) {
    const sizes = writers.map((_, i) => round + 1 + ((i * 5 + round) % writers.length));
    await Promise.all(writers.map((writer, i) => writer.keep(1, sizes[i] as number, `note ${sizes[i]}`)));
    const held = (await memory().read()).map(({ note }) => Number(note.slice(5)));
    expect(Math.max(...held)).toBe(round + writers.length);
  }
  await memory().keep(1, largest + 1, "last");
  expect(readdirSync(folder)).toEqual([`journal-checkpoint-1-${largest + 1}.txt`]);
});

test("a log of a higher number is later, however short; one remembered too late takes nothing away", async () => {
  await memory().keep(1, 500, "first");
  await memory().keep(2, 1, "second");
  expect(await memory().read()).toEqual([{ file: "journal-checkpoint-2-1.txt", note: "second" }]);
  await memory().keep(1, 501, "late");
  expect((await memory().read()).map(({ note }) => note)).toContain("second");
});

test("what a killed process left half-written is not read, and is gone with the next", async () => {
  writeFileSync(join(folder, ".journal-checkpoint-1-3.txt.0a1b2c3d4e5f.draft"), "no", { mode: 0o600 });
  writeFileSync(join(folder, "index.key"), "key", { mode: 0o600 });
  expect(await memory().read()).toEqual([]);
  await memory().keep(1, 4, "note");
  expect(readdirSync(folder).sort()).toEqual(["index.key", "journal-checkpoint-1-4.txt"]);
});

test("a file that others may read or write is refused by its name", async () => {
  writeFileSync(join(folder, "journal-checkpoint-1-3.txt"), "note");
  await expect(memory().read()).rejects.toMatchObject({
    code: "key-file-exposed",
    detail: "journal-checkpoint-1-3.txt",
  });
});

test("a note that another process replaces while it is read is neither missed nor an error", async () => {
  const rounds = 4_000;
  const replacing = new Worker(
    `const { workerData: { folder, rounds } } = require("node:worker_threads");
     const { unlinkSync, writeFileSync } = require("node:fs");
     const note = (size) => folder + "/journal-checkpoint-1-" + size + ".txt";
     for (let size = 1; size <= rounds; size += 1) {
       writeFileSync(note(size), "note " + size, { mode: 0o600 });
       if (size > 1) unlinkSync(note(size - 1));
     }`,
    { eval: true, workerData: { folder, rounds } },
  );
  const ended = new Promise<void>((resolve, reject) =>
    replacing.once("exit", () => resolve()).once("error", reject),
  );
  const replacer = { running: true };
  const watched = ended.finally(() => {
    replacer.running = false;
  });
  while (replacer.running) await memory().read();
  await watched;
  expect(await memory().read()).toEqual([
    { file: `journal-checkpoint-1-${rounds}.txt`, note: `note ${rounds}` },
  ]);
});
