import type { Clock } from "../clock/index.ts";
import type { Random } from "../random/index.ts";
import { findDifference } from "./find-difference.ts";
import type { EngineStore, TableShape } from "./engine-store.ts";
import type { Schema, SchemaEditor, SchemaStep } from "./schema.ts";
import { LEASE_MS, LEASE_SCHEMA, recordStep, SchemaLease, stepsTaken } from "./schema-lease.ts";
import { StoreError } from "./store.errors.ts";
import { addColumnSql, createTableSql, indexSql, isDeclaredIndexName } from "./table-ddl.ts";
import type { Table } from "./table.ts";
import type { Unit } from "./unit.ts";

interface PendingStep {
  readonly room: string;
  readonly step: SchemaStep;
}

/**
 * Brings the database to what `schemas` declare, each step in its own transaction under the lease, then checks that
 * it looks so. With nothing to do it only reads.
 * @throws StoreError `migration-failed` (the steps before are in force), `schema-differs`, `store-busy`
 */
export async function applySchemas(
  store: EngineStore,
  schemas: readonly Schema[],
  context: { readonly clock: Clock; readonly random: Random },
): Promise<void> {
  await makeLeaseTables(store);
  const pending = () => store.transaction((tx) => pendingSteps(tx, schemas));
  const lease = await SchemaLease.take(store, async () => (await pending()).length > 0, context);
  if (lease !== undefined) {
    try {
      for (const { room, step } of await pending()) await takeStep(store, lease, room, step);
    } finally {
      await lease.release();
    }
  }
  const difference = await store.transaction((tx) => findDifference(store, tx, schemas), { timeout: 30_000 });
  if (difference !== undefined) throw new StoreError("schema-differs", difference);
}

async function takeStep(
  store: EngineStore,
  lease: SchemaLease,
  room: string,
  step: SchemaStep,
): Promise<void> {
  try {
    await store.transaction(
      async (tx) => {
        await lease.renew(tx);
        await step.up(new Editor(store, tx));
        await recordStep(tx, room, step.id);
      },
      { timeout: LEASE_MS / 2 },
    );
  } catch (cause) {
    throw new StoreError("migration-failed", `${room} ${step.id}`, { cause });
  }
}

/** The steps not yet taken, in order. @throws StoreError `schema-differs` when a later version was here */
async function pendingSteps(tx: Unit, schemas: readonly Schema[]): Promise<PendingStep[]> {
  const taken = await stepsTaken(tx);
  return schemas.flatMap(({ room, steps }) => {
    const done = taken.get(room) ?? new Set<string>();
    const known = steps.slice(0, done.size);
    if (known.length < done.size || !known.every(({ id }) => done.has(id))) {
      throw new StoreError("schema-differs", `${room} was changed by another version`);
    }
    return steps.slice(done.size).map((step) => ({ room, step }));
  });
}

/** Two processes may come here at once; the one that loses finds the tables made. */
async function makeLeaseTables(store: EngineStore): Promise<void> {
  for (const table of LEASE_SCHEMA.tables) {
    const isThere = () => store.transaction(async (tx) => (await store.describe(tx, [table.name])).size > 0);
    if (await isThere()) continue;
    try {
      await store.transaction((tx) => new Editor(store, tx).create(table));
    } catch (error) {
      if (!(await isThere())) throw error;
    }
  }
}

class Editor implements SchemaEditor {
  readonly #store: EngineStore;
  readonly #tx: Unit;

  constructor(store: EngineStore, tx: Unit) {
    this.#store = store;
    this.#tx = tx;
  }

  async create(table: Table): Promise<void> {
    if ((await this.#describe(table)) !== undefined) return;
    await this.#tx.execute(createTableSql(this.#store.engine, table));
    for (const sql of indexSql(table).values()) await this.#tx.execute(sql);
  }

  async addColumn(table: Table, column: string): Promise<void> {
    const shape = await this.#describe(table);
    if (shape?.columns.has(column) === true) return;
    await this.#tx.execute(addColumnSql(this.#store.engine, table, column));
  }

  async alignIndexes(table: Table): Promise<void> {
    const there = (await this.#describe(table))?.indexes ?? new Set<string>();
    const declared = indexSql(table);
    for (const name of there) {
      if (isDeclaredIndexName(name) && !declared.has(name)) await this.#tx.execute(`drop index "${name}"`);
    }
    for (const [name, sql] of declared) if (!there.has(name)) await this.#tx.execute(sql);
  }

  async run(sql: string): Promise<void> {
    await this.#tx.execute(sql);
  }

  async #describe({ name }: Table): Promise<TableShape | undefined> {
    return (await this.#store.describe(this.#tx, [name])).get(name);
  }
}
