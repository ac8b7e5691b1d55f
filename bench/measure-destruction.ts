import type { EngineName, Pseudonym } from "../src/platform/store/index.ts";
import type { Actor } from "../src/trust/gate/index.ts";
import type { VaultTables } from "../src/trust/vault/vault.table.ts";
import { barePostgres, bareSqlite, type Fillings, insertPostgres, insertSqlite } from "./bare-store.ts";
import { EnquiryLoad } from "./enquiry-load.ts";
import type { Figure } from "./figure.ts";
import type { Measurement } from "./measurement.ts";
import { duration, percentile } from "./rounds.ts";
import type { Workbench } from "./workbench.ts";

const FEW = 10;
const MANY = 100_000;
/** At the 95th percentile, ms. */
const TARGET = 10;
/** "The same for both sizes": how far the 95th percentiles may lie apart on a machine that is not quiet. */
const SAME = 1.5;
/** Sealed values of one insert of the rival's. */
const TOGETHER = 1000;

/**
 * Effective destruction: decided, the scope's key gone, journalled, committed, and on the ledger's disk. The key is put
 * back behind the vault's back afterwards, so that the same 100,000 values can be destroyed again.
 */
export function measureDestruction(engine: EngineName): Measurement {
  return {
    name: `destruction ${engine}`,
    async measure(bench) {
      const { operator } = await bench.operator(engine);
      const load = new EnquiryLoad(operator);
      const staff = await load.staff();
      const many = bench.quick ? MANY / 10 : MANY;
      const sizes = [FEW, many];
      const scopes: Scope[] = [];
      const bare: Deletion[] = [];
      for (const size of sizes) {
        bench.progress(`destruction, ${engine}, sealing ${size.toLocaleString("en")} values`);
        scopes.push(await scopeOf(load, size));
        bare.push(await bareDeletion(bench, engine, size));
      }

      const ours = sizes.map((): number[] => []);
      const rivals = sizes.map((): number[] => []);
      const rounds = bench.quick ? 20 : 100;
      for (let round = 0; round < rounds; round++) {
        if (round % 20 === 0) bench.progress(`destruction, ${engine}, ${round} of ${rounds}`);
        for (const [place, scope] of scopes.entries()) {
          ours[place]?.push(await destroyed(load, staff, scope));
          // Deleting 100,000 rows takes too long to be done as often.
          if (place === 0 || round % 20 === 0) rivals[place]?.push(await (bare[place] as Deletion)());
        }
      }

      const common = { engine, better: "less" } as const;
      const slow = ours.map((times) => percentile(times, 95));
      const figures: Figure[] = sizes.map((size, place) => ({
        ...common,
        name: `a scope of ${size.toLocaleString("en")} values destroyed, 95th percentile`,
        ours: slow[place] ?? 0,
        rival: percentile(rivals[place] ?? [], 95),
        beside: "deleting the rows",
        unit: "ms",
        target: size === many && many !== MANY ? null : TARGET,
      }));
      figures.push({
        ...common,
        name: "time to destroy the larger scope, as a multiple of the smaller's",
        ours: (slow[1] ?? 0) / (slow[0] ?? 1),
        rival: null,
        beside: "",
        unit: "times",
        target: many === MANY ? SAME : null,
      });
      return figures;
    },
  };
}

interface Scope {
  readonly subject: Pseudonym;
  readonly id: Pseudonym;
  readonly wrapped: { readonly kek_version: number | null; readonly wrapped_key: Uint8Array | null };
}

/** A person with so many values, sealed under one key. */
async function scopeOf(load: EnquiryLoad, size: number): Promise<Scope> {
  const five = load.values();
  const values = Array.from({ length: size }, (_, i) => five[i % five.length] as (typeof five)[number]);
  const subject = await load.unitOfFive(await load.token(), values, 600_000);
  const row = await load.operator.store.read((reader) =>
    reader
      .query<VaultTables>()
      .selectFrom("vault_scope")
      .select(["id", "kek_version", "wrapped_key"])
      .where("subject", "=", subject)
      .executeTakeFirstOrThrow(),
  );
  return { subject, id: row.id, wrapped: { kek_version: row.kek_version, wrapped_key: row.wrapped_key } };
}

async function destroyed(load: EnquiryLoad, staff: Actor, { subject, id, wrapped }: Scope): Promise<number> {
  const { store, vault } = load.operator;
  await load.sequenced();
  const ms = await duration(() =>
    store.transaction(async (tx) => {
      const permit = await load.permit(tx, {
        actor: staff,
        purpose: load.form.purpose,
        operation: "destroy",
        subjects: [subject],
        attributes: load.form.fields.map(({ attribute }) => attribute),
      });
      await vault.destroyScopes(tx, permit, subject, [id]);
    }),
  );
  await store.transaction(async (tx) => {
    const revived = tx
      .query<VaultTables>()
      .updateTable("vault_scope")
      .set({ ...wrapped, destroyed_at: null });
    await revived.where("id", "=", id).execute();
  });
  return ms;
}

/** Deletes a person's rows plainly, ms, and has put them back before the next time. */
type Deletion = () => Promise<number>;

async function bareDeletion(bench: Workbench, engine: EngineName, size: number): Promise<Deletion> {
  const rows: Fillings = Array.from({ length: Math.min(size, TOGETHER) }, () => new Uint8Array(300));
  const statements = Math.ceil(size / rows.length);
  if (engine === "postgres") {
    const pool = await barePostgres(bench, 1);
    const insert = insertPostgres(pool, rows);
    return async () => {
      for (let i = 0; i < statements; i++) await insert();
      return duration(() => pool.query("delete from bare"));
    };
  }
  const db = bareSqlite(bench);
  const insert = insertSqlite(db, rows);
  return async () => {
    db.exec("begin immediate");
    for (let i = 0; i < statements; i++) insert();
    db.exec("commit");
    return duration(() => db.exec("delete from bare where person is not null"));
  };
}
