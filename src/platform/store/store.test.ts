import { expect, test } from "vitest";
import { newNote, note, noteByTitle, notesSchema, noteTitles, type Notes } from "../../../test/notes.ts";
import { eachEngine } from "../../../test/stores.ts";
import { ManualClock } from "../clock/index.ts";
import { prepare, type Store, type Transaction } from "./index.ts";

const titles = async (store: Store) =>
  (await store.read((reader) => reader.all(noteTitles, {}))).map(({ title }) => title);

const noteCount = prepare<Notes>()((db) =>
  db.selectFrom("note").select((eb) => eb.fn.countAll<number>().as("count")),
);
const retitle = prepare<Notes, { from: string; to: string; done: boolean }>()((db, param) =>
  db
    .updateTable("note")
    .set({ title: param("to"), done: param("done") })
    .where("title", "=", param("from")),
);

eachEngine((open, place) => {
  test("a row is read as it was written, prepared or built", async () => {
    const store = await open([notesSchema]);
    const written = newNote("one", { done: false });
    await store.transaction((tx) => tx.insert(note, [written]));
    const prepared = await store.read((reader) => reader.first(noteByTitle, { title: "one" }));
    expect({ ...prepared }).toEqual(written);
    const built = await store.read((reader) =>
      reader.query<Notes>().selectFrom("note").selectAll().executeTakeFirst(),
    );
    expect({ ...built }).toEqual(written);
    expect(await store.read((reader) => reader.first(noteCount, {}))).toMatchObject({ count: 1 });
  });

  test("a row written by the query builder is read the same", async () => {
    const store = await open([notesSchema]);
    const written = newNote("one");
    await store.transaction(async (tx) => {
      await tx.query<Notes>().insertInto("note").values(written).execute();
    });
    expect({ ...(await store.read((reader) => reader.first(noteByTitle, { title: "one" }))) }).toEqual(
      written,
    );
  });

  test("any number of rows is inserted, in as many statements as it takes", async () => {
    const store = await open([notesSchema]);
    const rows = Array.from({ length: 1000 }, (_, i) => newNote(`note ${String(i).padStart(4, "0")}`));
    await store.transaction((tx) => tx.insert(note, rows));
    expect(await titles(store)).toEqual(rows.map(({ title }) => title));
    await store.transaction((tx) => tx.insert(note, []));
  });

  test("a change says how many rows it changed", async () => {
    const store = await open([notesSchema]);
    await store.transaction((tx) => tx.insert(note, [newNote("one")]));
    expect(await store.transaction((tx) => tx.change(retitle, { from: "one", to: "two", done: false }))).toBe(
      1,
    );
    expect(await store.transaction((tx) => tx.change(retitle, { from: "one", to: "two", done: false }))).toBe(
      0,
    );
    expect((await store.read((r) => r.first(noteByTitle, { title: "two" })))?.done).toBe(false);
  });

  test("a parameter that is missing is a mistake, not a null", async () => {
    const store = await open([notesSchema]);
    const run = store.read((reader) => reader.all(noteByTitle, {} as { title: string }));
    await expect(run).rejects.toThrow("A parameter is missing");
  });

  test("what is already there is a conflict that names the table and no value", async () => {
    const store = await open([notesSchema]);
    await store.transaction((tx) => tx.insert(note, [newNote("secret title")]));
    const error = await store.transaction((tx) => tx.insert(note, [newNote("secret title")])).catch((e) => e);
    expect(error).toMatchObject({ code: "conflict", detail: "note", status: 409 });
    expect(JSON.stringify([error.message, error.stack, error.cause])).not.toContain("secret");
  });

  test("a value of the wrong form is refused without being repeated", async () => {
    const store = await open([notesSchema]);
    const error = await store
      .transaction((tx) => tx.insert(note, [newNote("one", { id: "not-a-uuid-but-secret" })]))
      .catch((e) => e);
    expect(error).toMatchObject({ code: "store-refused" });
    expect(JSON.stringify([error.message, error.stack, String(error.cause)])).not.toContain("secret");
  });

  test("a unit with a failed statement cannot go on to commit", async () => {
    const store = await open([notesSchema]);
    await store.transaction((tx) => tx.insert(note, [newNote("one")]));
    const swallowed = store.transaction(async (tx) => {
      await tx.insert(note, [newNote("two")]);
      await tx.insert(note, [newNote("one")]).catch(() => {});
      await tx.insert(note, [newNote("three")]).catch(() => {});
    });
    await expect(swallowed).rejects.toMatchObject({ code: "conflict" });
    expect(await titles(store)).toEqual(["one"]);
  });

  test("each of many units that run together learns its own outcome", async () => {
    const store = await open([notesSchema]);
    const settled = await Promise.allSettled(
      Array.from({ length: 20 }, (_, i) =>
        store.transaction(async (tx) => {
          await tx.insert(note, [newNote(`note ${i}`)]);
          if (i % 3 === 1) throw new Error(`unit ${i} thinks better of it`);
          if (i % 3 === 2) await tx.insert(note, [newNote(`note ${i}`)]);
          return i;
        }),
      ),
    );
    settled.forEach((outcome, i) => {
      if (i % 3 === 0) expect(outcome).toEqual({ status: "fulfilled", value: i });
      else
        expect(outcome).toMatchObject({
          reason: i % 3 === 1 ? { message: /thinks better/ } : { code: "conflict" },
        });
    });
    const kept = settled.flatMap((_, i) => (i % 3 === 0 ? [`note ${i}`] : [])).sort();
    expect(await titles(store)).toEqual(kept);
  });

  test("a unit that throws before it awaits anything leaves nothing behind", async () => {
    const store = await open([notesSchema]);
    const thrown = store.transaction(() => {
      throw new Error("at once");
    });
    await expect(thrown).rejects.toThrow("at once");
    await store.transaction((tx) => tx.insert(note, [newNote("one")]));
    expect(await titles(store)).toEqual(["one"]);
  });

  test("a unit of work used after its end is refused and reaches no other unit", async () => {
    const store = await open([notesSchema]);
    let kept: Transaction | undefined;
    await store.transaction(async (tx) => {
      kept = tx;
      expect(tx.open).toBe(true);
    });
    const over = kept as Transaction;
    expect(over.open).toBe(false);
    await store.transaction(async (tx) => {
      await tx.insert(note, [newNote("one")]);
      await expect(over.insert(note, [newNote("late")])).rejects.toMatchObject({ code: "unit-over" });
      await expect(over.all(noteTitles, {})).rejects.toMatchObject({ code: "unit-over" });
      expect(() => over.query()).toThrow("after it had ended");
      expect(() => over.afterCommit(() => {})).toThrow("after it had ended");
    });
    expect(await titles(store)).toEqual(["one"]);
  });

  test("a query builder kept from a unit is dead with it", async () => {
    const store = await open([notesSchema]);
    const builder = await store.transaction(async (tx) => ({ query: tx.query<Notes>() }));
    const late = builder.query.insertInto("note").values(newNote("late")).execute();
    await expect(late).rejects.toMatchObject({ code: "unit-over" });
  });

  test("a unit holds no transaction inside it", async () => {
    const store = await open([notesSchema]);
    const nested = store.transaction((tx) =>
      tx
        .query<Notes>()
        .transaction()
        .execute(async () => {}),
    );
    await expect(nested).rejects.toThrow("it holds no other");
  });

  test("a unit that takes too long is undone, and the next one is served", async () => {
    const store = await open([notesSchema]);
    const hangs = store.transaction(
      async (tx) => {
        await tx.insert(note, [newNote("hung")]);
        await new Promise(() => {});
      },
      { timeout: 50 },
    );
    const next = store.transaction((tx) => tx.insert(note, [newNote("next")]));
    await expect(hangs).rejects.toMatchObject({ code: "store-timeout" });
    await next;
    expect(await titles(store)).toEqual(["next"]);
  });

  test("a unit that comes back after its time writes into nobody else's", async () => {
    const store = await open([notesSchema]);
    let late: Promise<unknown> = Promise.resolve();
    let wakeUp = () => {};
    const hangs = store.transaction(
      (tx) => {
        late = (async () => {
          await tx.insert(note, [newNote("before")]);
          await new Promise<void>((resolve) => {
            wakeUp = resolve;
          });
          await tx.insert(note, [newNote("after")]);
        })();
        return late;
      },
      { timeout: 50 },
    );
    await expect(hangs).rejects.toMatchObject({ code: "store-timeout" });
    await store.transaction(async (tx) => {
      await tx.insert(note, [newNote("other")]);
      wakeUp();
      await expect(late).rejects.toMatchObject({ code: "unit-over" });
    });
    expect(await titles(store)).toEqual(["other"]);
  });

  test("what follows a commit runs after it and before the answer, once", async () => {
    const store = await open([notesSchema]);
    const order: string[] = [];
    await store.transaction(async (tx) => {
      tx.afterCommit(async () => {
        order.push(`seen: ${await titles(store)}`);
      });
      tx.afterCommit(() => {
        order.push("second");
      });
      await tx.insert(note, [newNote("one")]);
    });
    order.push("answered");
    expect(order).toEqual(["seen: one", "second", "answered"]);
  });

  test("what follows a commit does not run when nothing was committed", async () => {
    const store = await open([notesSchema]);
    let ran = false;
    const failed = store.transaction(async (tx) => {
      tx.afterCommit(() => {
        ran = true;
      });
      throw new Error("no");
    });
    await expect(failed).rejects.toThrow("no");
    expect(ran).toBe(false);
  });

  test("when what follows a commit fails, the answer says that the change is stored", async () => {
    const store = await open([notesSchema]);
    const failed = store.transaction(async (tx) => {
      tx.afterCommit(() => Promise.reject(new Error("no mail today")));
      await tx.insert(note, [newNote("one")]);
    });
    await expect(failed).rejects.toMatchObject({
      code: "after-commit-failed",
      cause: { message: "no mail today" },
    });
    expect(await titles(store)).toEqual(["one"]);
  });

  test("a unit has one time, that of the store's clock at its start", async () => {
    const clock = new ManualClock(1_700_000_000_000);
    const store = await open([notesSchema], { clock });
    const at = await store.transaction(async (tx) => {
      clock.advance(60_000);
      await tx.all(noteTitles, {});
      return tx.at;
    });
    expect(at).toBe(1_700_000_000_000);
  });

  test("a snapshot does not see what is committed while it is read", async () => {
    const store = await open([notesSchema]);
    await store.transaction((tx) => tx.insert(note, [newNote("one")]));
    const [before, after] = await store.read(async (reader) => {
      const first = await reader.all(noteTitles, {});
      await store.transaction((tx) => tx.insert(note, [newNote("two")]));
      return [first, await reader.all(noteTitles, {})];
    });
    expect(after).toEqual(before);
    expect(await titles(store)).toEqual(["one", "two"]);
  });

  test("a reader cannot write", async () => {
    const store = await open([notesSchema]);
    const write = store.read((reader) =>
      reader.query<Notes>().insertInto("note").values(newNote("one")).execute(),
    );
    await expect(write).rejects.toThrow();
    expect(await titles(store)).toEqual([]);
  });

  test("many more readers than connections are all served", async () => {
    const store = await open([notesSchema]);
    await store.transaction((tx) => tx.insert(note, [newNote("one")]));
    const all = await Promise.all(Array.from({ length: 50 }, () => titles(store)));
    expect(all.flat()).toEqual(Array.from({ length: 50 }, () => "one"));
  });

  test("a scrub leaves what was kept", async () => {
    const store = await open([notesSchema]);
    await store.transaction((tx) => tx.insert(note, [newNote("kept"), newNote("deleted")]));
    await store.transaction(async (tx) => {
      await tx.query<Notes>().deleteFrom("note").where("title", "=", "deleted").execute();
    });
    await store.scrub(["note"]);
    expect(await titles(store)).toEqual(["kept"]);
  });

  test("closing finishes the units that were taken and refuses new ones", async () => {
    const here = place();
    const store = await here.open([notesSchema]);
    const taken = Array.from({ length: 10 }, (_, i) =>
      store.transaction((tx) => tx.insert(note, [newNote(`note ${i}`)])),
    );
    const closing = store.close();
    await expect(store.transaction(async () => {})).rejects.toMatchObject({ code: "store-closed" });
    await expect(store.read(async () => {})).rejects.toMatchObject({ code: "store-closed" });
    await Promise.all(taken);
    await closing;
    await store.close();
    expect(await titles(await here.open([notesSchema]))).toHaveLength(10);
  });
});
