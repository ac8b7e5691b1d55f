import { setTimeout as sleep } from "node:timers/promises";
import type { Clock } from "../clock/index.ts";
import { type Random, uuidv4 } from "../random/index.ts";
import type { EngineStore } from "./engine-store.ts";
import type { Schema } from "./schema.ts";
import { StoreError } from "./store.errors.ts";
import { defineTable, operational, type Tables } from "./table.ts";
import type { Unit } from "./unit.ts";

const schemaLease = defineTable(
  "schema_lease",
  { id: operational.text(), owner: operational.uuid(), until: operational.integer() },
  { primaryKey: ["id"], holding: { none: "Which process changes the tables now." } },
);

const schemaStep = defineTable(
  "schema_step",
  { room: operational.text(), step: operational.text(), applied_at: operational.integer() },
  { primaryKey: ["room", "step"], holding: { none: "Which steps of a schema have been taken." } },
);

/** The tables that applying a schema itself needs. They are made before any step. */
export const LEASE_SCHEMA: Schema = { room: "platform/store", tables: [schemaLease, schemaStep], steps: [] };

type DB = Tables<typeof schemaLease | typeof schemaStep>;

const LEASE_ID = "schema";
/** How long a lease lasts without renewal, ms: longer than any step, so that a step is never doubled. */
export const LEASE_MS = 600_000;
/** How long a process waits for another that holds the lease, ms. */
const WAIT_MS = 60_000;

/** The steps taken so far, by room. */
export async function stepsTaken(tx: Unit): Promise<ReadonlyMap<string, ReadonlySet<string>>> {
  const taken = new Map<string, Set<string>>();
  for (const { room, step } of await tx
    .query<DB>()
    .selectFrom("schema_step")
    .select(["room", "step"])
    .execute()) {
    taken.set(room, (taken.get(room) ?? new Set()).add(step));
  }
  return taken;
}

export async function recordStep(tx: Unit, room: string, step: string): Promise<void> {
  await tx.insert(schemaStep, [{ room, step, applied_at: tx.at }]);
}

/**
 * The right to change the tables: one row, taken by compare-and-set, so that it needs no lock that an engine may lack.
 * Whoever dies holding it loses it when it expires; whoever lost it finds out inside its own next step.
 */
export class SchemaLease {
  readonly #store: EngineStore;
  readonly #owner: string;

  private constructor(store: EngineStore, owner: string) {
    this.#store = store;
    this.#owner = owner;
  }

  /**
   * Takes the lease, waiting while another process has it.
   * @returns undefined when `needed` became false meanwhile
   * @throws StoreError `store-busy` when it cannot be had
   */
  static async take(
    store: EngineStore,
    needed: () => Promise<boolean>,
    { clock, random }: { readonly clock: Clock; readonly random: Random },
  ): Promise<SchemaLease | undefined> {
    const owner = uuidv4(random);
    const started = clock.monotonic();
    for (let attempt = 0; await needed(); attempt++) {
      if (await store.transaction((tx) => claim(tx, owner))) return new SchemaLease(store, owner);
      if (attempt > WAIT_MS / 50 || clock.monotonic() - started > WAIT_MS) {
        throw new StoreError("store-busy", "another process is changing the tables");
      }
      await sleep(50);
    }
    return undefined;
  }

  /** Renews the lease in a step's own transaction. @throws StoreError `store-busy` when it was lost */
  async renew(tx: Unit): Promise<void> {
    const { numUpdatedRows } = await tx
      .query<DB>()
      .updateTable("schema_lease")
      .set({ until: tx.at + LEASE_MS })
      .where("id", "=", LEASE_ID)
      .where("owner", "=", this.#owner)
      .executeTakeFirst();
    if (numUpdatedRows !== 1n) throw new StoreError("store-busy", "another process took over the tables");
  }

  async release(): Promise<void> {
    await this.#store.transaction(async (tx) => {
      await tx
        .query<DB>()
        .deleteFrom("schema_lease")
        .where("id", "=", LEASE_ID)
        .where("owner", "=", this.#owner)
        .execute();
    });
  }
}

async function claim(tx: Unit, owner: string): Promise<boolean> {
  const { numInsertedOrUpdatedRows } = await tx
    .query<DB>()
    .insertInto("schema_lease")
    .values({ id: LEASE_ID, owner, until: tx.at + LEASE_MS })
    .onConflict((conflict) =>
      conflict
        .column("id")
        .doUpdateSet({ owner, until: tx.at + LEASE_MS })
        .where("schema_lease.until", "<", tx.at),
    )
    .executeTakeFirst();
  return numInsertedOrUpdatedRows === 1n;
}
