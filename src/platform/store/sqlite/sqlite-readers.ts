import { setTimeout as sleep } from "node:timers/promises";
import { StoreError } from "../store.errors.ts";
import type { SqliteConnection } from "./sqlite-connection.ts";
import { storeErrorOf } from "./sqlite-errors.ts";
import { SqliteReader } from "./sqlite-unit.ts";

/** How many snapshots are read at once. More would only wait for the same thread. */
const READERS = 4;
/** How often a read that found the file locked is tried. */
const ATTEMPTS = 50;
/** How long a snapshot may be held, ms: while it is, the write-ahead log cannot be truncated. */
const READ_MS = 10_000;

/** Connections that read beside the writer, each one snapshot at a time. Opened as they are needed. */
export class SqliteReaders {
  readonly #open: () => SqliteConnection;
  readonly #idle: SqliteConnection[] = [];
  readonly #waiting: ((connection: SqliteConnection) => void)[] = [];
  readonly #running = new Set<Promise<unknown>>();
  #opened = 0;
  #closed = false;

  constructor(open: () => SqliteConnection) {
    this.#open = open;
  }

  run<T>(query: (reader: SqliteReader) => Promise<T>): Promise<T> {
    if (this.#closed) return Promise.reject(new StoreError("store-closed"));
    const running = this.#repeat(query);
    const ended = running.then(
      () => {},
      () => {},
    );
    this.#running.add(ended);
    void ended.then(() => this.#running.delete(ended));
    return running;
  }

  async close(): Promise<void> {
    this.#closed = true;
    await Promise.all(this.#running);
    for (const connection of this.#idle.splice(0)) connection.close();
  }

  /** Readers wait for nobody but, for a moment, for a process that recovers the log or closes the file. */
  async #repeat<T>(query: (reader: SqliteReader) => Promise<T>): Promise<T> {
    for (let attempt = 1; ; attempt++) {
      try {
        return await this.#run(query);
      } catch (error) {
        if (!(error instanceof StoreError && error.code === "store-busy") || attempt === ATTEMPTS)
          throw error;
      }
      await sleep(10);
    }
  }

  async #run<T>(query: (reader: SqliteReader) => Promise<T>): Promise<T> {
    const connection = await this.#acquire();
    const reader = new SqliteReader(connection);
    let timer: NodeJS.Timeout | undefined;
    try {
      connection.begin();
      const late = new Promise<never>((_resolve, reject) => {
        timer = setTimeout(() => reject(new StoreError("store-timeout")), READ_MS);
      });
      return await Promise.race([query(reader), late]);
    } catch (error) {
      throw storeErrorOf(error);
    } finally {
      clearTimeout(timer);
      reader.end();
      connection.rollback();
      this.#release(connection);
    }
  }

  async #acquire(): Promise<SqliteConnection> {
    const idle = this.#idle.pop();
    if (idle !== undefined) return idle;
    if (this.#opened >= READERS) return new Promise((resolve) => this.#waiting.push(resolve));
    this.#opened++;
    try {
      return this.#open();
    } catch (error) {
      this.#opened--;
      throw storeErrorOf(error);
    }
  }

  #release(connection: SqliteConnection): void {
    const next = this.#waiting.shift();
    if (next === undefined) this.#idle.push(connection);
    else next(connection);
  }
}
