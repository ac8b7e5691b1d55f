import { createServer, connect, type Server, type Socket } from "node:net";
import pg from "pg";
import { afterAll, beforeAll, expect, test } from "vitest";
import { newNote, note, notesSchema, noteTitles } from "../../../../test/notes.ts";
import { PostgresServer } from "../../../../test/setup/postgres-server.ts";
import { temporaryPlace } from "../../../../test/stores.ts";
import type { Store } from "../index.ts";

let server: PostgresServer;
beforeAll(async () => {
  server = await PostgresServer.create();
});
afterAll(() => server.remove());

const titles = async (store: Store) =>
  (await store.read((reader) => reader.all(noteTitles, {}))).map(({ title }) => title);

/** Runs a test's steps on a store of its own, on the server that this file may break. */
async function withStore(run: (store: Store) => Promise<void>, url = server.url): Promise<void> {
  const place = temporaryPlace("postgres");
  const store = await place.open([notesSchema], { postgresUrl: url });
  try {
    await run(store);
  } finally {
    await store.close();
  }
}

async function endOtherSessions(): Promise<void> {
  const client = new pg.Client({ connectionString: server.url });
  await client.connect();
  await client.query(
    "select pg_terminate_backend(pid) from pg_stat_activity where pid <> pg_backend_pid() and backend_type = 'client backend'",
  );
  await client.end();
}

test("a connection lost in the middle of a unit costs that unit alone", () =>
  withStore(async (store) => {
    await store.transaction((tx) => tx.insert(note, [newNote("before")]));
    const lost = store.transaction(async (tx) => {
      await tx.insert(note, [newNote("lost")]);
      await endOtherSessions();
      await tx.insert(note, [newNote("lost too")]);
    });
    await expect(lost).rejects.toMatchObject({ code: "store-unavailable", status: 503 });
    await store.transaction((tx) => tx.insert(note, [newNote("after")]));
    expect(await titles(store)).toEqual(["after", "before"]);
  }));

test("connections lost while idle are replaced unseen", () =>
  withStore(async (store) => {
    await Promise.all(Array.from({ length: 5 }, () => titles(store)));
    await endOtherSessions();
    await new Promise((resolve) => setTimeout(resolve, 50));
    expect(await titles(store)).toEqual([]);
  }));

for (const how of ["stop", "kill"] as const) {
  test(`a database that went away (${how}) and came back is used again, with all that it had acknowledged`, () =>
    withStore(async (store) => {
      await store.transaction((tx) => tx.insert(note, [newNote("acknowledged")]));
      await server[how]();
      const refused = store.transaction((tx) => tx.insert(note, [newNote("refused")]));
      await expect(refused).rejects.toMatchObject({ code: "store-unavailable" });
      await expect(titles(store)).rejects.toMatchObject({ code: "store-unavailable" });
      await server.start();
      await store.transaction((tx) => tx.insert(note, [newNote("after")]));
      expect(await titles(store)).toEqual(["acknowledged", "after"]);
    }));
}

test("a commit whose answer was lost is called uncertain, never undone", async () => {
  const proxy = await CuttingProxy.start(server.socket);
  try {
    await withStore(async (store) => {
      proxy.cutAfterCommit = true;
      const unit = store.transaction((tx) => tx.insert(note, [newNote("committed all the same")]));
      await expect(unit).rejects.toMatchObject({ code: "store-uncertain" });
      proxy.cutAfterCommit = false;
      expect(await titles(store)).toEqual(["committed all the same"]);
    }, proxy.url);
  } finally {
    await proxy.stop();
  }
});

test("units that deadlock are run again and all succeed", () =>
  withStore(async (store) => {
    await store.transaction((tx) => tx.insert(note, [newNote("a"), newNote("b")]));
    let runs = 0;
    const touch = (first: string, second: string) =>
      store.transaction(
        async (tx) => {
          runs++;
          const update = (title: string) =>
            tx
              .query<{ note: { title: string; size: number } }>()
              .updateTable("note")
              .set((eb) => ({ size: eb("size", "+", 1) }))
              .where("title", "=", title)
              .execute();
          await update(first);
          await new Promise((resolve) => setTimeout(resolve, 50));
          await update(second);
        },
        { timeout: 20_000 },
      );
    await Promise.all([touch("a", "b"), touch("b", "a")]);
    expect(runs).toBeGreaterThan(2);
    const sizes = await store.read((reader) =>
      reader.query<{ note: { size: number } }>().selectFrom("note").select("size").execute(),
    );
    expect(sizes.map(({ size }) => size - 2 ** 40)).toEqual([2, 2]);
  }));

/** Passes everything on to PostgreSQL, and on demand swallows the answer to a commit. */
class CuttingProxy {
  cutAfterCommit = false;
  readonly #server: Server;
  readonly #sockets = new Set<Socket>();

  private constructor(target: string) {
    this.#server = createServer((client) => {
      const upstream = connect(target);
      let cutting = false;
      for (const socket of [client, upstream]) {
        this.#sockets.add(socket);
        socket.on("error", () => {});
        socket.on("close", () => {
          client.destroy();
          upstream.destroy();
        });
      }
      client.on("data", (chunk: Buffer) => {
        if (this.cutAfterCommit && chunk.includes("commit\0")) cutting = true;
        upstream.write(chunk);
      });
      upstream.on("data", (chunk: Buffer) => {
        if (cutting) client.destroy();
        else client.write(chunk);
      });
    });
  }

  static async start(target: string): Promise<CuttingProxy> {
    const proxy = new CuttingProxy(target);
    await new Promise<void>((resolve) => proxy.#server.listen(0, "127.0.0.1", resolve));
    return proxy;
  }

  get url(): string {
    const address = this.#server.address();
    const port = typeof address === "object" ? address?.port : undefined;
    return `postgres://upheld@127.0.0.1:${port}/postgres`;
  }

  async stop(): Promise<void> {
    for (const socket of this.#sockets) socket.destroy();
    await new Promise((resolve) => this.#server.close(resolve));
  }
}
